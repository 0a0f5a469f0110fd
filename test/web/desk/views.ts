import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Entry } from '../../../src/store/index.ts';
import { violationsOn } from '../axe.ts';
import { demonstrationDossier } from '../dossier.ts';
import { type Desk, POLL, Served } from './harness.ts';

/** A4 upright without its margins, in CSS pixels. */
const PAPER = { width: 680, height: 1000 };
/** What hides a part of itself, which on paper nobody can scroll to. */
const CUT = `[...document.querySelectorAll('main *')]
  .filter((one) => {
    const { overflowX, overflowY, visibility } = getComputedStyle(one);
    if (one.closest('.hidden, svg, .map, .lanes') || visibility === 'hidden' || one.clientWidth === 0) return false;
    return (overflowX !== 'visible' && one.scrollWidth > one.clientWidth + 1) ||
      (overflowY !== 'visible' && one.scrollHeight > one.clientHeight + 1);
  })
  .map((one) => one.tagName + '.' + one.className)`;

interface DOMRectLike {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** The views on the demonstration dossier, part by part; pictures stay in build-output/. */
export function viewsOfTheDesk(desk: Desk): void {
  describe('the views of the desk', () => {
    let demonstration: Entry[] = [];
    const served = new Served(desk, async () => {
      demonstration = await demonstrationDossier();
      return demonstration;
    });
    let page: Page;
    beforeAll(() => {
      page = served.page;
    });
    const open = (path: string) => served.open(path);
    const picture = (name: string) => served.picture(name);
    const param = (name: string) => served.param(name);
    const drawer = () => page.getByRole('complementary', { name: 'Evidence' });

    it('1: the overview counts days, weeks and conditions, and each figure opens its lines', async () => {
      await open('/');
      const since = page.getByRole('button', { name: /days since the last meeting/ });
      expect(Number((await since.locator('b').textContent())?.replace(/\D/g, ''))).toBeGreaterThan(0);
      await since.click();
      await expect.poll(() => drawer().locator('mark').count(), POLL).toBe(1);
      await page.keyboard.press('Escape');
      await drawer().waitFor({ state: 'detached' });
      // Each figure opens as many lines as it counts, or more where several tell of one event; each line its sentence.
      for (const name of [/meetings in 52 weeks/, /incidents in 52 weeks/, /lines alleged or denied/]) {
        const figure = page.getByRole('button', { name });
        const count = Number(await figure.locator('b').textContent());
        expect(count).toBeGreaterThan(0);
        await figure.click();
        const lines = drawer().locator('.drawer-line');
        await lines.first().waitFor();
        await expect.poll(() => lines.count(), POLL).toBeGreaterThanOrEqual(count);
        expect(await drawer().locator('.drawer-line .sentence').count()).toBe(await lines.count());
        await page.keyboard.press('Escape');
        await drawer().waitFor({ state: 'detached' });
      }
      await expect
        .poll(() => page.getByRole('link', { name: /demands and threats/ }).textContent(), POLL)
        .toMatch(/\d/);
      const meetings = page.getByRole('slider', { name: 'Meetings per week' });
      await meetings.focus();
      for (let week = 0; week < 60; week++) {
        if (/Meetings: [1-9]/.test((await meetings.getAttribute('aria-valuetext')) ?? '')) break;
        await page.keyboard.press('ArrowLeft');
      }
      await page.keyboard.press('Enter');
      await drawer().locator('.drawer-line').first().waitFor();
      await expect.poll(() => drawer().locator('.chip').first().textContent(), POLL).toContain('Consult');
      await page.keyboard.press('Escape');
      await drawer().waitFor({ state: 'detached' });
      const condition = page.getByRole('region', { name: 'Standing conditions' }).locator('button').first();
      expect(await condition.textContent()).toMatch(/last confirmed/);
      await condition.click();
      await drawer().locator('.passage mark').waitFor();
      await picture('overview');
      await page.keyboard.press('Escape');
      const asked = Number(
        await page
          .getByRole('link', { name: /demands and threats/ })
          .locator('b')
          .textContent(),
      );
      await page.getByRole('link', { name: /demands and threats/ }).click();
      await page.getByRole('heading', { level: 1, name: 'Claims side by side' }).waitFor();
      await expect
        .poll(
          async () =>
            Number(/(\d+) claims/.exec((await page.locator('.view-head').textContent()) ?? '')?.[1]),
          POLL,
        )
        .toBe(asked);
      expect(await page.getByLabel('Stance').inputValue()).toBe('demands threatens');
    });

    it('1: words of the weeks and of the timeline are never written over each other, however narrow', async () => {
      for (const width of [360, 768, 1440]) {
        await page.setViewportSize({ width, height: 850 });
        await open('/');
        const labels = page.locator('.week-axis > span > span');
        await labels.first().waitFor();
        const boxes = await Promise.all((await labels.all()).map((label) => label.boundingBox()));
        boxes.forEach((box, nr) => {
          const next = boxes[nr + 1];
          if (box && next) expect(box.x + box.width, `at ${width} px`).toBeLessThanOrEqual(next.x);
        });
        // No word of a table is broken.
        await open('/people');
        const cut = await page.evaluate<string[]>(`[...document.querySelectorAll('tbody th a bdi')]
          .filter((name) => !name.textContent.includes(' ') && !name.textContent.includes('-'))
          .filter((name) => name.getClientRects().length > 1).map((name) => name.textContent)`);
        expect(cut).toEqual([]);
      }
    });

    it('2: the timeline zooms by keys and wheel, and a click opens the evidence', async () => {
      await open('/timeline');
      const lanes = page.getByRole('application', { name: /^Timeline of \d+ events/ });
      const before = await lanes.getAttribute('aria-label');
      await lanes.focus();
      await page.keyboard.press('+');
      await page.keyboard.press('ArrowRight');
      await expect.poll(() => param('since'), POLL).not.toBeNull();
      expect(await lanes.getAttribute('aria-label')).not.toBe(before);
      await lanes.hover();
      await page.mouse.wheel(0, -400);
      await page.keyboard.press('Enter');
      await drawer().locator('.passage mark').first().waitFor();
      await picture('timeline');
      await page.keyboard.press('Escape');
      await drawer().waitFor({ state: 'detached' });
      await page.getByRole('button', { name: 'All', exact: true }).click();
      await expect.poll(() => param('since'), POLL).toBeNull();
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
      await expect.poll(() => page.locator('.claim').count(), POLL).toBeLessThan(all);
      await expect.poll(() => param('about'), POLL).toBe('condition:blockade');
      await page.locator('.claim').first().click();
      await drawer().locator('.passage mark').waitFor();
      expect(
        await page
          .getByRole('region', { name: /Dead and injured/ })
          .locator('tbody tr')
          .count(),
      ).toBeGreaterThan(1);
      await picture('claims');
      const link = await page.getByRole('link', { name: 'CSV' }).getAttribute('href');
      const file = await page.request.get(served.address + link);
      expect(file.status()).toBe(200);
      expect((await file.text()).trim().split('\n').length - 1).toBe(
        Number((await page.locator('.view-head').textContent())?.match(/(\d+) claims?\./)?.[1]),
      );
    });

    it('4: the map shows places with their precision, and shares the time with the timeline', async () => {
      await open('/map');
      const shusha = page.getByRole('button', { name: /^Shusha: / });
      await shusha.first().waitFor();
      await expect
        .poll(() => page.getByRole('button', { name: /somewhere in the region/ }).count(), POLL)
        .toBeGreaterThan(0);
      await picture('map');
      const saved = page.waitForEvent('download');
      await page.getByRole('button', { name: 'CSV' }).click();
      const rows = readFileSync(await (await saved).path(), 'utf8')
        .trim()
        .split('\r\n');
      expect(rows[0]).toBe('place,country,precision,lat,lon,events,lines,killed');
      expect(rows.length - 1).toBe(await page.locator('.map-view tbody tr').count());
      // Names of places stand clear of each other.
      const names = await page.locator('.place-name').evaluateAll((all) =>
        all.map((one) => {
          const { left, right, top, bottom } = (
            one as unknown as { getBoundingClientRect(): DOMRectLike }
          ).getBoundingClientRect();
          return { left, right, top, bottom };
        }),
      );
      expect(names.length).toBeGreaterThan(2);
      for (const [nr, one] of names.entries())
        for (const other of names.slice(nr + 1))
          expect(
            one.left < other.right &&
              other.left < one.right &&
              one.top < other.bottom &&
              other.top < one.bottom,
          ).toBe(false);
      const places = await page.locator('button.place').count();
      const from = page.getByRole('slider', { name: 'From' });
      await from.focus();
      await page.keyboard.press('End');
      await expect.poll(() => page.locator('button.place').count(), POLL).toBeLessThan(places);
      await expect.poll(() => param('since'), POLL).not.toBeNull();
      const since = param('since');
      await page.keyboard.press('g');
      await page.keyboard.press('t');
      await page.getByRole('heading', { level: 1, name: 'Timeline' }).waitFor();
      await expect.poll(() => param('since'), POLL).toBe(since);
      // And the other way: what the timeline is moved to holds on the map.
      await page.getByRole('application', { name: /^Timeline of/ }).focus();
      await page.keyboard.press('ArrowLeft');
      await page.keyboard.press('ArrowLeft');
      await expect.poll(() => param('since'), POLL).not.toBe(since);
      await page.keyboard.press('g');
      await page.keyboard.press('m');
      await page.getByRole('heading', { level: 1, name: 'Map' }).waitFor();
      await page.getByRole('slider', { name: 'From' }).waitFor();
      const days = await page.getByRole('slider', { name: 'From' }).evaluate((one) => {
        const { value, max } = one as unknown as { value: string; max: string };
        return [Number(value), Number(max)];
      });
      expect(days[0]).toBeGreaterThan(0);
    });

    it('5: people have roles, words and deeds; the network has a table beside it', async () => {
      await open('/people?name=aliyev');
      await page.getByRole('link', { name: 'Ilham Aliyev' }).click();
      await page.getByRole('heading', { level: 1, name: 'Ilham Aliyev' }).waitFor();
      await page.getByRole('region', { name: 'Said' }).locator('.drawer-line').first().waitFor();
      await page.getByRole('region', { name: 'Took part in' }).locator('.drawer-line').first().waitFor();
      const roles = page.getByRole('region', { name: 'Roles and affiliations' });
      await expect
        .poll(() => roles.locator('tbody tr').first().textContent(), POLL)
        .toMatch(/president.*2023/);
      await picture('actor');
      await open('/people?view=network');
      await expect.poll(() => page.locator('.network .person').count(), POLL).toBeGreaterThan(8);
      await page.locator('.table .link').first().click();
      await drawer().locator('.drawer-line .sentence').first().waitFor();
      await picture('network');
    });

    it('8: search reaches articles, lines and people, with its filters in the address', async () => {
      await open('/search');
      await page.keyboard.press('/');
      await page.keyboard.type('corridor');
      await page.locator('.article-item mark').first().waitFor();
      await page.getByRole('link', { name: 'Claims', exact: true }).last().click();
      await page.locator('.found .drawer-line').first().waitFor();
      await expect.poll(() => param('q'), POLL).toBe('corridor');
      await expect.poll(() => param('part'), POLL).toBe('claims');
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
      expect(await page.getByRole('combobox', { name: 'Go anywhere' }).inputValue()).toBe('map');
      await page.keyboard.press('Enter');
      await page.getByRole('heading', { level: 1, name: 'Map' }).waitFor();
    });

    it('6: the reader shows the whole page beside the article, what was taken away greyed', async () => {
      await open('/articles');
      await page.locator('.article-item a').first().click();
      await page.getByRole('link', { name: 'Show the whole page' }).click();
      const side = page.getByRole('region', { name: 'The whole page' });
      await side.locator('.taken del').first().waitFor();
      await expect.poll(() => param('beside'), POLL).toBe('page');
      await expect.poll(() => side.locator('p[lang]').count(), POLL).toBeGreaterThan(1);
      expect(await violationsOn(page)).toEqual([]);
      await picture('reader-page');
      await page.getByRole('link', { name: 'Hide the whole page' }).click();
      await page.getByRole('heading', { name: /^Events/ }).waitFor();
    });

    it('7: the review goes by keys alone: confirm, correct, reject, note, history, undo', async () => {
      await served.load('/review?table=events');
      const lines = page.locator('.queue-line');
      const said = page.locator('.review-tools [role=status]');
      await lines.first().waitFor();
      const first = await lines.first().getAttribute('id');
      await page.keyboard.press('j');
      await page.keyboard.press('e');
      await page.getByLabel('Killed').fill('7 soldiers');
      await page.getByLabel('Why (kept with the change)').fill('counted in the sentence');
      await picture('review');
      await page.keyboard.press('Enter');
      await said.getByText('corrected').waitFor();
      await expect.poll(() => lines.first().getAttribute('id'), POLL).not.toBe(first);
      await page.keyboard.press('u');
      await page.getByText('Taken back.').waitFor();
      await expect.poll(() => lines.first().getAttribute('id'), POLL).toBe(first);
      await page.keyboard.press('n');
      await page.keyboard.type('look again');
      await page.keyboard.press('Tab');
      await page.keyboard.press('Enter');
      await said.getByText('noted').waitFor();
      await page.keyboard.press('h');
      await page.locator('.change', { hasText: 'look again' }).waitFor();
      await page.keyboard.press('x');
      await said.getByText('rejected').waitFor();
      await page.keyboard.press('c');
      await page.getByText('2 decided').waitFor();
      await page.keyboard.press('u');
      await page.getByText('1 decided').waitFor();
      await page.keyboard.press('u');
      await expect.poll(() => lines.first().getAttribute('id'), POLL).toBe(first);
      await page.getByRole('link', { name: 'All decisions' }).click();
      const change = page.locator('.change', { hasText: 'counted in the sentence' });
      await change.locator('.differences', { hasText: /Killed .* → 7 soldiers/ }).waitFor();
      // Which line it is about, with its sentence, and by whom.
      expect((await change.locator('.sentence-text').textContent())?.length).toBeGreaterThan(20);
      await change.getByText('local', { exact: true }).waitFor();
      await picture('changes');
    });

    it('7: warns where somebody else has decided about a line since, and shows what', async () => {
      await served.load('/review?table=conditions');
      const line = page.locator('.queue-line').first();
      const [articleId, lineId] = ((await line.getAttribute('id')) ?? '').replace('queue-', '').split('~');
      const other = await page.request.post(`${served.address}/api/reviews`, {
        headers: { 'x-truceline': '1', origin: served.address },
        data: { table: 'conditions', articleId, lineId, action: 'note', note: 'seen on a map', seen: null },
      });
      expect(other.status()).toBe(200);
      await page.keyboard.press('j');
      await page.keyboard.press('x');
      await page.getByText('Somebody has decided about this line').waitFor();
      await line.locator('.change', { hasText: 'seen on a map' }).waitFor();
      await expect.poll(() => line.getAttribute('id'), POLL).toContain(lineId);
      // The browser tells of the refusal that was asked for.
      served.complaints = served.complaints.filter((one) => !one.includes('409'));
      await page.keyboard.press('x');
      await page.getByText('1 decided').waitFor();
      await page.keyboard.press('u');
      await page.getByText('Taken back.').waitFor();
    });

    it('7: a line is merged into another that tells of the same', async () => {
      await served.load('/review?table=claims');
      await page.locator('.queue-line').first().waitFor();
      const first = await page.locator('.queue-line').first().getAttribute('id');
      await page.keyboard.press('j');
      await page.keyboard.press('m');
      await page.locator('.merge-choice').first().waitFor();
      await page.keyboard.press('Enter');
      await page.getByText('1 decided').waitFor();
      const [articleId, lineId] = (first ?? '').replace('queue-', '').split('~');
      const merged = async () => {
        const { items } = (await (
          await page.request.get(`${served.address}/api/articles/${articleId}/verdicts`)
        ).json()) as { items: { lineId: string; state: { status: string } }[] };
        return items.find((one) => one.lineId === lineId)?.state.status;
      };
      expect(await merged()).toBe('merged');
      await page.keyboard.press('u');
      await expect.poll(() => page.locator('.queue-line').first().getAttribute('id'), POLL).toBe(first);
      expect(await merged()).not.toBe('merged');
    });

    it('7: what a person corrected stays when the article is read anew', async () => {
      await served.load('/review?table=events');
      const line = page.locator('.queue-line').first();
      const [articleId, lineId] = ((await line.getAttribute('id')) ?? '').replace('queue-', '').split('~');
      await page.keyboard.press('j');
      await page.keyboard.press('e');
      await page.getByLabel('Injured').fill('41');
      await page.keyboard.press('Enter');
      await page.getByText('1 decided').waitFor();
      const record = demonstration.find(({ record }) => record.article.id === articleId);
      if (!record) throw new Error('no such article');
      await served.store.addRecord(record.record, record.page);
      await open(`/articles/${articleId}?line=${lineId}`);
      await page.locator('.card[aria-pressed=true]', { hasText: '41 injured' }).waitFor();
      await served.load('/changes');
      await page.locator('.change').first().getByRole('button', { name: 'Undo' }).click();
      await page.locator('.change').nth(1).getByText('taken back').waitFor();
    });

    it('8: a dossier shows at once what falls in, and then narrows every view', async () => {
      await open('/dossiers');
      await page.getByLabel('Name of the dossier').fill('The corridor');
      await page.getByLabel('Words').fill('corridor');
      const preview = page.locator('.preview');
      await preview.locator('li').first().waitFor();
      const falls = Number(await preview.locator('b').first().textContent());
      await picture('dossiers');
      await page.getByRole('button', { name: 'Save the dossier' }).click();
      await page.getByRole('link', { name: 'The corridor' }).click();
      await page.getByRole('heading', { level: 1, name: 'The corridor' }).waitFor();
      await expect.poll(() => param('dossier'), POLL).not.toBeNull();
      await page.keyboard.press('g');
      await page.keyboard.press('a');
      await page.locator('.article-item').first().waitFor();
      await expect.poll(() => page.locator('.article-item').count(), POLL).toBe(falls);
      await page.getByLabel('Dossier', { exact: true }).selectOption('');
      await expect.poll(() => page.locator('.article-item').count(), POLL).toBeGreaterThan(falls);
    });

    it('10: what is pasted or dropped becomes an article, and other desks learn of it without a reload', async () => {
      const other = await desk.newPage();
      await other.goto(`${served.address}/articles?order=added`);
      await other.locator('.live.on').waitFor();
      await open('/add');
      const text =
        'Envoys meet in Goris\n\nThe envoys of Armenia and Azerbaijan met in Goris on 3 March 2023.';
      await page.getByLabel('Or paste a text').fill(text);
      await page.getByRole('button', { name: 'Add', exact: true }).click();
      await page.locator('.outcome-added').waitFor();
      const data = await page.evaluateHandle(`(() => {
      const data = new DataTransfer();
      data.items.add(new File(['<title>Talks in Sochi</title><article><p>Delegations of Armenia and ' +
        'Azerbaijan met in Sochi on 5 May 2023 under the eyes of Russia.</p></article>'], 'talks.html'));
      return data;
    })()`);
      await page.dispatchEvent('.drop', 'drop', { dataTransfer: data });
      await expect.poll(() => page.locator('.outcome-added').count(), POLL).toBe(2);
      // What fails says why, and may be tried again where that can help.
      const bad = await page.evaluateHandle(`(() => {
      const data = new DataTransfer();
      data.items.add(new File(['%PDF-1.4 of no use'], 'report.pdf'));
      data.items.add(new File(['<nav><a href="/">Home</a></nav>'], 'menu.html'));
      data.items.add(new File([new Uint8Array(20 * 1024 * 1024 + 1)], 'huge.html'));
      return data;
    })()`);
      await page.dispatchEvent('.drop', 'drop', { dataTransfer: bad });
      await page.getByText('huge.html was not sent: it is larger than 20 MB.').waitFor();
      const job = page.locator('.job').first();
      await job.getByText('Is a PDF document, not HTML or text.').waitFor();
      await picture('add');
      const again = job.getByRole('button', { name: 'Try again: menu.html' });
      await again.waitFor();
      expect(await job.getByRole('button', { name: /^Try/ }).count()).toBe(1);
      await again.click();
      await expect.poll(() => page.locator('.job').count(), POLL).toBe(4);
      await page.getByLabel('Or paste a text').fill('http://127.0.0.1:9/page');
      await page.getByRole('button', { name: 'Add', exact: true }).click();
      await page.getByText('The server fetches from public addresses only').waitFor();
      await other.locator('.article-item', { hasText: 'Envoys meet in Goris' }).waitFor();
      await other.close();
    });

    it('11: says so when the server is out of reach, and works again when it is back', async () => {
      await open('/claims');
      await page.locator('.claim').first().waitFor();
      await page.context().setOffline(true);
      await page.getByLabel('Search the sentences').fill('corridor');
      await page.getByText('The server does not answer').first().waitFor();
      await picture('offline');
      await page.context().setOffline(false);
      await page.getByRole('button', { name: 'Try again' }).first().click();
      await page.locator('.claim').first().waitFor();
      served.complaints = served.complaints.filter((one) => !/net::ERR/.test(one));
    });

    it('11: prints the article without what stands around it, and stands right to left', async () => {
      await open('/articles');
      await page.locator('.article-item', { hasText: 'Caucasus Wire' }).first().locator('a').click();
      await page.locator('.card').first().waitFor();
      await page.emulateMedia({ media: 'print' });
      expect(await page.locator('.top').isVisible()).toBe(false);
      expect(await page.locator('nav.views').isVisible()).toBe(false);
      expect(await page.locator('.text').isVisible()).toBe(true);
      // What is out of sight is left out on the screen until one comes there; not on paper.
      const unpainted = `[...document.querySelectorAll('.card')]
        .filter((card) => !card.checkVisibility({ contentVisibilityAuto: true })).length`;
      expect(await page.evaluate<number>(unpainted)).toBe(0);
      await page.emulateMedia({ media: 'screen' });
      await page.evaluate("document.documentElement.dir = 'rtl'");
      expect(await served.beyond()).toBe(0);
      await picture('right-to-left');
      await page.evaluate("document.documentElement.dir = 'ltr'");
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
      '/search?q=armenia&part=actors&since=2023-01-01',
      '/articles?q=corridor',
      '/no/such/view',
      '/review',
      '/changes',
      '/add',
      '/dossiers',
    ];
    it.each(VIEWS)(
      '11: axe-core finds nothing on %s, light and dark, and nothing scrolls sideways',
      async (path) => {
        await open(path);
        expect(await violationsOn(page)).toEqual([]);
        for (const link of await page.locator('.take a').all()) {
          const file = await page.request.get(served.address + (await link.getAttribute('href')));
          expect(file.status(), await file.text()).toBe(200);
        }
        await page.emulateMedia({ colorScheme: 'dark' });
        expect(await violationsOn(page, ['color-contrast'])).toEqual([]);
        for (const width of [360, 3440]) {
          await page.setViewportSize({ width, height: 850 });
          expect(await served.beyond(), `at ${width} px`).toBe(0);
        }
        await page.setViewportSize(PAPER);
        await page.emulateMedia({ colorScheme: 'dark', media: 'print' });
        expect(await page.locator('h1').first().isVisible()).toBe(true);
        expect(await page.locator('.top, nav.views, .take, search').locator('visible=true').count()).toBe(0);
        expect(await served.beyond(), 'on paper').toBe(0);
        expect(await page.evaluate<string[]>(CUT), 'cut off on paper').toEqual([]);
      },
    );
  });
}
