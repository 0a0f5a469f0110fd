import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { startServer } from '../../src/serve/index.ts';
import { openStore, type Store } from '../../src/store/index.ts';
import { violationsOn } from './axe.ts';
import { leaveOutBrowserTests, startBrowser } from './browser.ts';
import { buildDesk } from './built-desk.ts';
import { demonstrationDossier } from './dossier.ts';

const OUTPUT = fileURLToPath(new URL('../../build-output/', import.meta.url));

/** The views on the demonstration dossier, part by part, in a real browser; pictures stay in build-output/. */
describe.skipIf(leaveOutBrowserTests())('the views of the desk', () => {
  let folder: string;
  let desk: Awaited<ReturnType<typeof buildDesk>>;
  let store: Store;
  let server: Awaited<ReturnType<typeof startServer>>;
  let browser: Browser;
  let page: Page;
  let complaints: string[];

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'truceline-views-'));
    store = await openStore({ data: join(folder, 'store'), create: true });
    await store.addMany(await demonstrationDossier());
    desk = await buildDesk();
    server = await startServer({
      store,
      port: 0,
      noAuth: true,
      desk: desk.folder,
      requestsPerMinute: 100_000,
    });
    browser = await startBrowser();
    await mkdir(OUTPUT, { recursive: true });
  });
  afterAll(async () => {
    await browser?.close();
    await server?.close();
    await store?.close();
    await desk?.remove();
    await rm(folder, { recursive: true, force: true });
  });
  beforeEach(async () => {
    page = await browser.newPage({ viewport: { width: 1280, height: 850 } });
    page.setDefaultTimeout(15_000);
    complaints = [];
    page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()));
    page.on('pageerror', (error) => complaints.push(error.message));
    page.on('request', (request) => {
      const { origin } = new URL(request.url());
      if (origin !== server.address) complaints.push(`asked ${origin}`);
    });
  });
  afterEach(async () => {
    await page.close();
    expect(complaints).toEqual([]);
  });

  const open = async (path: string) => {
    await page.goto(server.address + path);
    await page.waitForSelector('h1');
    await page.locator('main .loading').first().waitFor({ state: 'detached' });
  };
  const picture = (name: string) => page.screenshot({ path: join(OUTPUT, `view-${name}.png`) });
  const drawer = () => page.getByRole('complementary', { name: 'Evidence' });
  const param = (name: string) => new URL(page.url()).searchParams.get(name);

  it('1: the overview counts days, weeks and conditions, and each figure opens its lines', async () => {
    await open('/');
    const since = page.getByRole('button', { name: /days since the last meeting/ });
    expect(Number((await since.locator('b').textContent())?.replace(/\D/g, ''))).toBeGreaterThan(100);
    await since.click();
    expect(await drawer().locator('mark').count()).toBe(1);
    await page.keyboard.press('Escape');
    await drawer().waitFor({ state: 'detached' });
    const meetings = page.getByRole('slider', { name: 'Meetings per week' });
    await meetings.focus();
    for (let week = 0; week < 60; week++) {
      if (/Meetings: [1-9]/.test((await meetings.getAttribute('aria-valuetext')) ?? '')) break;
      await page.keyboard.press('ArrowLeft');
    }
    await page.keyboard.press('Enter');
    await drawer().locator('.drawer-line').first().waitFor();
    expect(await drawer().locator('.chip').first().textContent()).toContain('Consult');
    await page.keyboard.press('Escape');
    await drawer().waitFor({ state: 'detached' });
    const condition = page.getByRole('region', { name: 'Standing conditions' }).locator('button').first();
    expect(await condition.textContent()).toMatch(/last confirmed/);
    await condition.click();
    await drawer().locator('.passage mark').waitFor();
    await picture('overview');
  });

  it('2: the timeline zooms by keys and wheel, and a click opens the evidence', async () => {
    await open('/timeline');
    const lanes = page.getByRole('application', { name: /^Timeline of \d+ events/ });
    const before = await lanes.getAttribute('aria-label');
    await lanes.focus();
    await page.keyboard.press('+');
    await page.keyboard.press('ArrowRight');
    await expect.poll(() => param('since')).not.toBeNull();
    expect(await lanes.getAttribute('aria-label')).not.toBe(before);
    await lanes.hover();
    await page.mouse.wheel(0, -400);
    await page.keyboard.press('Enter');
    await drawer().locator('.passage mark').first().waitFor();
    await picture('timeline');
    await page.keyboard.press('Escape');
    await drawer().waitFor({ state: 'detached' });
    await page.getByRole('button', { name: 'All', exact: true }).click();
    await expect.poll(() => param('since')).toBeNull();
  });

  it('2: the timeline opens what is clicked on the canvas', async () => {
    await open('/timeline');
    const box = await page.locator('.lanes canvas').boundingBox();
    if (!box) throw new Error('no canvas');
    for (let x = 20; x < box.width && (await drawer().count()) === 0; x += 12) {
      await page.mouse.move(box.x + x, box.y + 90);
      if ((await page.locator('.tip').count()) > 0) await page.mouse.click(box.x + x, box.y + 90);
    }
    await drawer().locator('.passage mark').first().waitFor();
  });

  it('3: claims stand side by side, denials shown, casualties by who reports them', async () => {
    await open('/claims');
    const azerbaijan = page.getByRole('region', { name: 'Azerbaijan', exact: true });
    await azerbaijan.locator('.claim-denies').first().waitFor();
    await page.getByRole('region', { name: 'Armenia', exact: true }).waitFor();
    const all = await page.locator('.claim').count();
    const blockade = await page
      .getByLabel('About')
      .locator('option', { hasText: 'Blockade' })
      .first()
      .getAttribute('value');
    await page.getByLabel('About').selectOption(blockade);
    await expect.poll(() => page.locator('.claim').count()).toBeLessThan(all);
    expect(param('about')).toBe('condition:blockade');
    await page.locator('.claim').first().click();
    await drawer().locator('.passage mark').waitFor();
    expect(
      await page
        .getByRole('region', { name: /Dead and injured/ })
        .locator('tbody tr')
        .count(),
    ).toBeGreaterThan(1);
    await picture('claims');
  });

  it('4: the map shows places with their precision, and shares the time with the timeline', async () => {
    await open('/map');
    const shusha = page.getByRole('button', { name: /^Shusha: / });
    await shusha.first().waitFor();
    expect(await page.getByRole('button', { name: /somewhere in the country/ }).count()).toBeGreaterThan(0);
    await picture('map');
    const places = await page.locator('button.place').count();
    const from = page.getByRole('slider', { name: 'From' });
    await from.focus();
    await page.keyboard.press('End');
    await expect.poll(() => page.locator('button.place').count()).toBeLessThan(places);
    await expect.poll(() => param('since')).not.toBeNull();
    const since = param('since');
    await page.keyboard.press('g');
    await page.keyboard.press('t');
    await page.getByRole('heading', { level: 1, name: 'Timeline' }).waitFor();
    expect(param('since')).toBe(since);
  });

  it('5: people have roles, words and deeds; the network has a table beside it', async () => {
    await open('/people?name=aliyev');
    await page.getByRole('link', { name: 'Ilham Aliyev' }).click();
    await page.getByRole('heading', { level: 1, name: 'Ilham Aliyev' }).waitFor();
    await page.getByRole('region', { name: 'Said' }).locator('.drawer-line').first().waitFor();
    await page.getByRole('region', { name: 'Took part in' }).locator('.drawer-line').first().waitFor();
    await picture('actor');
    await open('/people?view=network');
    expect(await page.locator('.network .person').count()).toBeGreaterThan(8);
    await page.locator('.table .link').first().click();
    await drawer().locator('.passage mark').first().waitFor();
    await picture('network');
  });

  it('8: search reaches articles, lines and people, with its filters in the address', async () => {
    await open('/search');
    await page.keyboard.press('/');
    await page.keyboard.type('corridor');
    await page.locator('.article-item mark').first().waitFor();
    await page.getByRole('link', { name: 'Claims', exact: true }).last().click();
    await page.locator('.found .drawer-line').first().waitFor();
    expect(param('q')).toBe('corridor');
    expect(param('part')).toBe('claims');
    await picture('search');
  });

  it('goes anywhere by the palette', async () => {
    await open('/');
    await page.keyboard.press('Control+k');
    await page.keyboard.type('aliyev');
    await page.getByRole('option', { name: /Ilham Aliyev/ }).waitFor();
    await page.keyboard.press('Escape');
    await page.keyboard.press('Control+k');
    await page.keyboard.type('map');
    await page.getByRole('option', { name: /^Map/ }).first().waitFor();
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { level: 1, name: 'Map' }).waitFor();
  });

  const VIEWS = [
    '/',
    '/timeline',
    '/claims',
    '/map',
    '/people',
    '/people?view=network',
    '/people/Armenia',
    '/search?q=road',
  ];
  it.each(['light', 'dark'] as const)(
    '11: in %s, axe-core finds nothing, and nothing scrolls sideways at 360 px',
    async (colorScheme) => {
      await page.emulateMedia({ colorScheme });
      for (const path of VIEWS) {
        await page.setViewportSize({ width: 1280, height: 850 });
        await open(path);
        expect(await violationsOn(page), path).toEqual([]);
        await page.setViewportSize({ width: 360, height: 740 });
        const beyond = await page.evaluate<number>(
          'document.documentElement.scrollWidth - document.documentElement.clientWidth',
        );
        expect(beyond, path).toBe(0);
      }
    },
  );
});
