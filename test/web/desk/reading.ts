import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { clashOfHerald, hostile, RECORDS, talks } from '../../serve/records.ts';
import { accountsOfTheDesk } from './accounts.ts';
import { type Desk, POLL, Served } from './harness.ts';

/** Lists, reader and timeline over a few records that are known line by line. */
export function readingAtTheDesk(desk: Desk): void {
  describe('reading at the desk', () => {
    const served = new Served(desk, async () => RECORDS.map((record) => ({ record })));
    let page: Page;
    beforeAll(() => {
      page = served.page;
    });
    const open = (path: string) => served.open(path);
    const reader = `/articles/${talks.article.id}`;
    const hot = () => page.locator('.text .hot').allTextContents();

    it('sends no more script than 250 kB, packed, for the first view', async () => {
      const scripts = new Set<string>();
      page.on('request', (request) => {
        const { pathname } = new URL(request.url());
        if (pathname.endsWith('.js')) scripts.add(pathname);
      });
      await served.load('/');
      const packed = [...scripts].map((path) => gzipSync(readFileSync(join(desk.folder, path))).length);
      expect(packed.length).toBeGreaterThan(1);
      expect(packed.reduce((sum, size) => sum + size, 0)).toBeLessThan(250_000);
    });

    it('leads from the list to the reader', async () => {
      await open('/articles');
      await page.getByRole('link', { name: 'Delegations meet on the road' }).click();
      await page.getByRole('heading', { level: 1, name: 'Delegations meet on the road' }).waitFor();
      expect(new URL(page.url()).pathname).toBe(reader);
      await expect.poll(() => page.title(), POLL).toContain('Delegations meet on the road');
    });

    it('searches as one types, marks what was found, and keeps the words in the address', async () => {
      await open('/articles');
      await page.keyboard.press('/');
      await page.keyboard.type('delegations');
      await page.locator('.article-item mark').first().waitFor();
      await expect.poll(() => page.locator('.article-item').count(), POLL).toBe(1);
      await expect.poll(() => served.param('q'), POLL).toBe('delegations');
      await page.reload();
      await page.locator('.article-item mark').first().waitFor();
      expect(await page.getByRole('searchbox').inputValue()).toBe('delegations');
    });

    it('says so where nothing fits, and takes the filters away', async () => {
      await open('/articles?q=nosuchword');
      await page.getByText('No article fits').waitFor();
      await page.getByRole('button', { name: 'Clear all' }).click();
      await page.locator('.article-item').first().waitFor();
      await expect.poll(() => page.locator('.article-item').count(), POLL).toBe(RECORDS.length);
    });

    it('highlights the sentence of a line, and the line of a sentence', async () => {
      await open(reader);
      const card = page.locator('.card', { hasText: 'overseen by' });
      await expect
        .poll(async () => {
          // The page may still have moved when the pointer came.
          await page.mouse.move(2, 2);
          await card.hover();
          return (await hot()).join('');
        }, POLL)
        .toContain('delegations who');
      await expect.poll(() => page.locator('.text .detail-trigger').textContent(), POLL).toBe('met');
      await page.locator('.text .evidence', { hasText: 'The road has been closed' }).hover();
      await expect
        .poll(() => page.locator('.card.pointed').allTextContents(), POLL)
        .toEqual([expect.stringContaining('Blockade')]);
      await page.locator('.article-head').hover();
      await expect.poll(hot, POLL).toEqual([]);
    });

    it('holds a line fast with a click, in the address too, and lets go with Escape', async () => {
      await open(reader);
      await page.locator('.card', { hasText: 'Blockade' }).click();
      await expect.poll(() => served.param('line'), POLL).toBe('k-road');
      await page.reload();
      await page.locator('.text .hot').first().waitFor();
      await expect
        .poll(async () => (await hot()).join(''), POLL)
        .toContain('The road has been closed for 80 days.');
      await page.keyboard.press('Escape');
      await page.locator('.text .hot').first().waitFor({ state: 'detached' });
      await expect.poll(() => new URL(page.url()).search, POLL).toBe('');
    });

    it('goes through the lines by j, k and Enter, and back from a sentence by its button', async () => {
      await open(reader);
      await page.locator('.card').first().waitFor();
      await page.keyboard.press('j');
      await expect.poll(async () => (await hot()).join(''), POLL).toContain('delegations who');
      await page.keyboard.press('j');
      await expect.poll(async () => (await hot()).join(''), POLL).toContain('The road has been closed');
      await page.keyboard.press('k');
      await page.keyboard.press('Enter');
      await expect.poll(() => served.param('line'), POLL).toBe('e-talks');
      await page.locator('.footnote').nth(1).focus();
      await page.keyboard.press('Enter');
      await expect.poll(() => page.evaluate('document.activeElement.dataset.id'), POLL).toBe('k-road');
    });

    it('leads from a name or a date in the text to its card, from the card to each place, and hides marks', async () => {
      await open(`/articles/${clashOfHerald.article.id}`);
      const date = page.locator('.text .of-dates');
      expect(await date.textContent()).toBe('5 March 2023');
      await date.click();
      await expect
        .poll(() => page.locator('.card[aria-pressed=true]').textContent(), POLL)
        .toMatch(/^5 March 2023.*written out$/);
      await page.locator('.text .of-people', { hasText: 'Armenia' }).click();
      await expect
        .poll(() => page.locator('.card[aria-pressed=true]').textContent(), POLL)
        .toMatch(/^Armenia/);
      await expect
        .poll(() => page.locator('.text .detail-actor').allTextContents(), POLL)
        .toEqual(['Armenia']);
      // The event shows the words that date it.
      await page.locator('.card', { hasText: 'Assault' }).click();
      await expect.poll(() => page.locator('.text .detail-date').textContent(), POLL).toBe('5 March 2023');
      await page.keyboard.press('Escape');
      await page.getByRole('button', { name: 'Dates', exact: true }).click();
      await expect.poll(() => date.count(), POLL).toBe(0);
      await expect.poll(() => served.param('hide'), POLL).toBe('dates');
      await page.getByRole('button', { name: 'Claims', exact: true }).click();
      await expect.poll(() => page.locator('.text .evidence.of-claims').count(), POLL).toBe(0);
      expect(await page.locator('.text .evidence.of-events').count()).toBeGreaterThan(0);
    });

    it('shows what was taken away, with the reason, and what is left in another language', async () => {
      await open(reader);
      await page.getByText('Taken away').click();
      const piece = page.locator('.removed li', { hasText: 'Ten lakes to swim in this summer' });
      expect(await piece.locator('.reason').textContent()).toBe('injected link');
      await expect
        .poll(() => page.locator('.text [lang=it]').textContent(), POLL)
        .toBe('[entro la fine del mese]');
    });

    it('tells of a clash once on the timeline, with each telling, and leads to the sentence', async () => {
      await open('/timeline');
      const clash = page.locator('.event', { hasText: 'Assault' });
      await expect.poll(() => clash.count(), POLL).toBe(1);
      await expect.poll(() => clash.getByText('contested').count(), POLL).toBe(1);
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
      await expect.poll(() => page.locator('.event').count(), POLL).toBe(1);
      await expect.poll(() => new URL(page.url()).searchParams.getAll('type'), POLL).toEqual(['CONSULT']);
      await page.getByRole('checkbox', { name: /^Assault/ }).check();
      await page.locator('.event', { hasText: 'Assault' }).waitFor();
      await page.getByLabel('Country').selectOption('RUS');
      await page.locator('.event', { hasText: 'Assault' }).waitFor({ state: 'detached' });
      await expect.poll(() => page.locator('.event').count(), POLL).toBe(1);
      await page.getByRole('button', { name: 'Clear all' }).click();
      await page.getByRole('checkbox', { name: /^alleged/ }).check();
      await page.locator('.event', { hasText: 'Consult' }).waitFor({ state: 'detached' });
      await expect.poll(() => page.locator('.event').count(), POLL).toBe(1);
    });

    it('runs nothing that a page brings with it', async () => {
      for (const path of ['/articles', '/timeline', `/articles/${hostile.article.id}`]) {
        await open(path);
        await page.getByText('window.hacked').locator('visible=true').first().waitFor();
        expect(await page.evaluate<boolean>("'hacked' in window")).toBe(false);
        await expect.poll(() => page.locator('a[href^="javascript:" i]').count(), POLL).toBe(0);
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
      await served.load('/articles');
      await page.getByText('Article number 0', { exact: true }).waitFor();
      expect([...cursors]).toEqual([null]);
      await page.locator('.more').scrollIntoViewIfNeeded();
      await page.getByText('Article number 60', { exact: true }).waitFor({ state: 'attached' });
      await expect
        .poll(async () => {
          await page.keyboard.press('End');
          return cursors.size;
        }, POLL)
        .toBe(3);
      await page.getByText('That is all.').waitFor({ state: 'attached' });
      expect([...cursors]).toEqual([null, '60', '120']);
      await expect.poll(() => page.locator('.article-item').count(), POLL).toBe(180);
    });

    it('tells a newcomer with an empty store what to do', async () => {
      await page.route('**/api/articles?*', (route) => route.fulfill({ json: { items: [], next: null } }));
      await served.load('/articles');
      await page.getByText('No article is in the store yet').waitFor();
      await page.getByText('truceline add FILE…').waitFor();
    });

    it('says when there is nothing at an address, and when the server is away', async () => {
      await open('/no/such/view');
      await page.getByText('There is nothing at this address').waitFor();
      await open('/articles/nobody');
      await page.getByText('There is nothing at this address').waitFor();
      await page.route('**/api/**', (route) => route.abort());
      await page.goto(`${served.address}/timeline`);
      await page.getByText('The server does not answer').first().waitFor();
      await page.unroute('**/api/**');
      await page.getByRole('button', { name: 'Try again' }).last().click();
      await page.locator('.event').first().waitFor();
      // These failures were asked for.
      served.complaints = served.complaints.filter((text) => !/404|ERR_FAILED/.test(text));
    });

    accountsOfTheDesk(desk, served);
  });
}
