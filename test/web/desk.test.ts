import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { hostile, RECORDS, talks } from '../serve/records.ts';
import { type Served, serve } from '../serve/server.ts';
import { violationsOn } from './axe.ts';
import { leaveOutBrowserTests, startBrowser } from './browser.ts';
import { buildDesk } from './built-desk.ts';

describe.skipIf(leaveOutBrowserTests())('the desk', () => {
  let desk: Awaited<ReturnType<typeof buildDesk>>;
  let served: Served;
  let browser: Browser;
  let page: Page;
  /** What the browser complained of, such as a breach of the Content-Security-Policy. */
  let complaints: string[];
  let asked: Set<string>;

  beforeAll(async () => {
    desk = await buildDesk();
    served = await serve(RECORDS, { desk: desk.folder, requestsPerMinute: 100_000 });
    browser = await startBrowser();
  });
  afterAll(async () => {
    await browser?.close();
    await served?.stop();
    await desk?.remove();
  });

  beforeEach(async () => {
    page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
    page.setDefaultTimeout(10_000);
    complaints = [];
    asked = new Set();
    page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()));
    page.on('pageerror', (error) => complaints.push(error.message));
    page.on('request', (request) => asked.add(new URL(request.url()).origin));
  });
  afterEach(async () => {
    await page.close();
    expect(complaints).toEqual([]);
    expect([...asked].filter((origin) => origin !== 'null')).toEqual([new URL(served.address).origin]);
  });

  const open = async (path: string) => {
    await page.goto(served.address + path);
    await page.waitForSelector('h1');
  };
  const reader = `/articles/${talks.article.id}`;
  const hot = () => page.locator('.text .hot').allTextContents();

  it('sends no more script than 250 kB, packed, for the first view', async () => {
    const scripts = new Set<string>();
    page.on('request', (request) => {
      const { pathname } = new URL(request.url());
      if (pathname.endsWith('.js')) scripts.add(pathname);
    });
    await open('/');
    await page.locator('main .loading').first().waitFor({ state: 'detached' });
    const packed = [...scripts].map((path) => gzipSync(readFileSync(join(desk.folder, path))).length);
    expect(packed.length).toBeGreaterThan(1);
    expect(packed.reduce((sum, size) => sum + size, 0)).toBeLessThan(250_000);
  });

  it('leads from the list to the reader', async () => {
    await open('/articles');
    await page.getByRole('link', { name: 'Delegations meet on the road' }).click();
    await page.getByRole('heading', { level: 1, name: 'Delegations meet on the road' }).waitFor();
    expect(new URL(page.url()).pathname).toBe(reader);
    expect(await page.title()).toContain('Delegations meet on the road');
  });

  it('searches as one types, marks what was found, and keeps the words in the address', async () => {
    await open('/articles');
    await page.keyboard.press('/');
    await page.keyboard.type('delegations');
    await page.locator('.article-item mark').first().waitFor();
    await expect.poll(() => page.locator('.article-item').count()).toBe(1);
    expect(new URL(page.url()).searchParams.get('q')).toBe('delegations');
    await page.reload();
    await page.locator('.article-item mark').first().waitFor();
    expect(await page.getByRole('searchbox').inputValue()).toBe('delegations');
  });

  it('says so where nothing fits, and takes the filters away', async () => {
    await open('/articles?q=nosuchword');
    await page.getByText('No article fits').waitFor();
    await page.getByRole('button', { name: 'Clear all' }).click();
    await page.locator('.article-item').first().waitFor();
    await expect.poll(() => page.locator('.article-item').count()).toBe(RECORDS.length);
  });

  it('highlights the sentence of a line, and the line of a sentence', async () => {
    await open(reader);
    await page.locator('.card', { hasText: 'overseen by' }).hover();
    expect((await hot()).join('')).toContain('delegations who');
    await expect.poll(() => page.locator('.text .detail-trigger').textContent()).toBe('met');
    await page.locator('.text .evidence', { hasText: 'The road has been closed' }).hover();
    expect(await page.locator('.card.pointed').allTextContents()).toEqual([
      expect.stringContaining('Blockade'),
    ]);
    await page.locator('.article-head').hover();
    expect(await hot()).toEqual([]);
  });

  it('holds a line fast with a click, in the address too, and lets go with Escape', async () => {
    await open(reader);
    await page.locator('.card', { hasText: 'Blockade' }).click();
    expect(new URL(page.url()).searchParams.get('line')).toBe('k-road');
    await page.reload();
    await page.locator('.text .hot').first().waitFor();
    expect((await hot()).join('')).toContain('The road has been closed for 80 days.');
    await page.keyboard.press('Escape');
    await page.locator('.text .hot').first().waitFor({ state: 'detached' });
    expect(new URL(page.url()).search).toBe('');
  });

  it('goes through the lines by j, k and Enter, and back from a sentence by its button', async () => {
    await open(reader);
    await page.locator('.card').first().waitFor();
    await page.keyboard.press('j');
    expect((await hot()).join('')).toContain('delegations who');
    await page.keyboard.press('j');
    expect((await hot()).join('')).toContain('The road has been closed');
    await page.keyboard.press('k');
    await page.keyboard.press('Enter');
    expect(new URL(page.url()).searchParams.get('line')).toBe('e-talks');
    await page.locator('.footnote').nth(1).focus();
    await page.keyboard.press('Enter');
    expect(await page.evaluate<string>('document.activeElement.dataset.id')).toBe('k-road');
  });

  it('shows what was taken away, with the reason, and what is left in another language', async () => {
    await open(reader);
    await page.getByText('Taken away').click();
    const piece = page.locator('.removed li', { hasText: 'Ten lakes to swim in this summer' });
    expect(await piece.locator('.reason').textContent()).toBe('injected link');
    await expect.poll(() => page.locator('.text [lang=it]').textContent()).toBe('[entro la fine del mese]');
  });

  it('tells of a clash once on the timeline, with each telling, and leads to the sentence', async () => {
    await open('/timeline');
    const clash = page.locator('.event', { hasText: 'Assault' });
    await expect.poll(() => clash.count()).toBe(1);
    await expect.poll(() => clash.getByText('contested').count()).toBe(1);
    expect((await clash.locator('.tellings li').allTextContents()).join(' ')).toMatch(/2 killed.*5 killed/);
    await clash.locator('blockquote a', { hasText: 'exchanged fire' }).first().click();
    // Away from the sentence that comes to lie under the pointer.
    await page.mouse.move(2, 2);
    await page.locator('.text .hot').first().waitFor();
    await expect.poll(async () => (await hot()).join('')).toContain('exchanged fire near the village');
  });

  it('filters the timeline by type, side and status', async () => {
    await open('/timeline');
    await page.getByRole('checkbox', { name: /^Consult/ }).check();
    await page.locator('.event', { hasText: 'Assault' }).waitFor({ state: 'detached' });
    await expect.poll(() => page.locator('.event').count()).toBe(1);
    expect(new URL(page.url()).searchParams.getAll('type')).toEqual(['CONSULT']);
    await page.getByRole('checkbox', { name: /^Assault/ }).check();
    await page.locator('.event', { hasText: 'Assault' }).waitFor();
    await page.getByLabel('Country').selectOption('RUS');
    await page.locator('.event', { hasText: 'Assault' }).waitFor({ state: 'detached' });
    await expect.poll(() => page.locator('.event').count()).toBe(1);
    await page.getByRole('button', { name: 'Clear all' }).click();
    await page.getByRole('checkbox', { name: /^alleged/ }).check();
    await page.locator('.event', { hasText: 'Consult' }).waitFor({ state: 'detached' });
    await expect.poll(() => page.locator('.event').count()).toBe(1);
    await page.goBack();
  });

  it('runs nothing that a page brings with it', async () => {
    for (const path of ['/articles', '/timeline', `/articles/${hostile.article.id}`]) {
      await open(path);
      await page.getByText('window.hacked').locator('visible=true').first().waitFor();
      expect(await page.evaluate<boolean>("'hacked' in window")).toBe(false);
      await expect.poll(() => page.locator('a[href^="javascript:" i]').count()).toBe(0);
    }
    await page.goto(`${served.address}/api/articles/${hostile.article.id}/page`);
    expect(await page.evaluate<boolean>("'hacked' in window")).toBe(false);
    await page.goBack();
    await page.locator('.card').first().click();
    await page.getByText('Related stories').click();
    await page.getByText('Innocent').click();
    expect(await page.evaluate<boolean>("'hacked' in window")).toBe(false);
  });

  it('shows the help by ?, and the themes in turn', async () => {
    await open('/');
    await page.keyboard.press('?');
    await page.getByRole('dialog', { name: 'Keyboard' }).waitFor();
    await page.keyboard.press('Escape');
    const ground = () => page.evaluate<string>('getComputedStyle(document.body).backgroundColor');
    const light = await ground();
    await page.getByRole('button', { name: /^Theme/ }).click();
    await page.getByRole('button', { name: 'Theme: light' }).click();
    await page.getByRole('button', { name: 'Theme: dark' }).waitFor();
    const dark = await ground();
    expect(dark).not.toBe(light);
    await page.reload();
    await page.waitForSelector('h1');
    expect(await ground()).toBe(dark);
  });

  it('loads more of a long list as one comes to its end', async () => {
    const line = (number: number) => ({
      id: `a${number}`,
      title: `Article number ${number}`,
      language: 'en',
      origin: 'test',
      addedAt: '2023-01-01T00:00:00Z',
      counts: { events: 1, claims: 0, conditions: 0, actors: 0 },
    });
    const cursors = new Set<string | null>();
    await page.route('**/api/articles?*', async (route) => {
      const cursor = new URL(route.request().url()).searchParams.get('cursor');
      cursors.add(cursor);
      const first = Number(cursor ?? 0);
      const items = Array.from({ length: 60 }, (_, index) => line(first + index));
      await route.fulfill({ json: { items, next: first < 120 ? String(first + 60) : null } });
    });
    await open('/articles');
    await page.getByText('Article number 0', { exact: true }).waitFor();
    expect([...cursors]).toEqual([null]);
    await page.locator('.more').scrollIntoViewIfNeeded();
    await page.getByText('Article number 60', { exact: true }).waitFor({ state: 'attached' });
    for (let turn = 0; turn < 10 && cursors.size < 3; turn++) {
      await page.keyboard.press('End');
      await page.waitForTimeout(100);
    }
    await page.getByText('That is all.').waitFor({ state: 'attached' });
    expect([...cursors]).toEqual([null, '60', '120']);
    await expect.poll(() => page.locator('.article-item').count()).toBe(180);
  });

  it('tells a newcomer with an empty store what to do', async () => {
    await page.route('**/api/articles?*', (route) => route.fulfill({ json: { items: [], next: null } }));
    await open('/articles');
    await page.getByText('No article is in the store yet').waitFor();
    await page.getByText('truceline add FILE…').waitFor();
  });

  it('says when there is nothing at an address, and when the server is away', async () => {
    await open('/no/such/view');
    await page.getByText('There is nothing at this address').waitFor();
    await open('/articles/nobody');
    await page.getByText('There is nothing at this address').waitFor();
    await page.route('**/api/**', (route) => route.abort());
    await open('/timeline');
    await page.getByText('The server does not answer').first().waitFor();
    await page.unroute('**/api/**');
    await page.getByRole('button', { name: 'Try again' }).last().click();
    await page.locator('.event').first().waitFor();
    // These failures were asked for.
    complaints = complaints.filter((text) => !/404|ERR_FAILED/.test(text));
  });

  describe.each(['light', 'dark'] as const)('in %s', (colorScheme) => {
    const views = ['/', '/articles?q=delegations', '/timeline', `${reader}?line=e-talks`, '/no/such/view'];

    it.each(views)('%s keeps to WCAG 2.2 AA as far as axe-core sees', async (path) => {
      await page.emulateMedia({ colorScheme });
      await open(path);
      await page.locator('main .loading').first().waitFor({ state: 'detached' });
      expect(await violationsOn(page)).toEqual([]);
      complaints = complaints.filter((text) => !text.includes('404'));
    });

    it('never scrolls sideways at 360 px', async () => {
      await page.emulateMedia({ colorScheme });
      await page.setViewportSize({ width: 360, height: 740 });
      for (const path of views) {
        await open(path);
        await page.locator('main .loading').first().waitFor({ state: 'detached' });
        const beyond = await page.evaluate<number>(
          'document.documentElement.scrollWidth - document.documentElement.clientWidth',
        );
        expect(beyond, path).toBe(0);
      }
      complaints = complaints.filter((text) => !text.includes('404'));
    });
  });
});
