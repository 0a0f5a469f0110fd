/**
 * Makes the screenshots of the README from the demonstration dossier: docs/images/ gets those that the README shows,
 * build-output/ all of them, light and dark, wide and narrow. `--images` leaves docs/images as it is.
 */
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Page } from 'playwright-core';
import { collectInputs } from '../src/collect/index.ts';
import { recordOf } from '../src/extract/index.ts';
import type { ArticleRecord } from '../src/model/index.ts';
import { startServer } from '../src/serve/index.ts';
import { type Entry, openStore } from '../src/store/index.ts';
import { startBrowser } from '../test/web/browser.ts';
import { buildDesk } from '../test/web/built-desk.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const output = join(root, 'build-output');
const images = join(root, 'docs', 'images');
const SIZES = { wide: { width: 1440, height: 900 }, narrow: { width: 360, height: 740 } };
/** What of all this the README shows. */
const SHOWN = ['overview-light', 'reader-light', 'reader-dark', 'timeline-light', 'timeline-dark'];

async function load(): Promise<Entry[]> {
  const entries: Entry[] = [];
  for await (const { page, failure } of collectInputs([join(root, 'examples', 'lachin')])) {
    if (failure) console.error(`left out: ${failure.error.message}`);
    else entries.push({ record: recordOf(page), page });
  }
  return entries;
}

/** The article that has most to show, and the line of it to hold fast: a clash if there is one. */
function mostToShow(records: readonly ArticleRecord[]): { id: string; line: string | undefined } {
  const weight = ({ events, claims, conditions, article }: ArticleRecord) =>
    Math.min(events.length, 4) +
    Math.min(claims.length, 4) +
    2 * Math.min(conditions.length, 1) +
    3 * Math.min(article.residue.length, 1);
  const best = records.toSorted((a, b) => weight(b) - weight(a))[0];
  if (!best) throw new Error('the dossier is empty');
  const event = best.events.find(({ type }) => type === 'ASSAULT' || type === 'CONSULT') ?? best.events[0];
  return { id: best.article.id, line: event?.id };
}

async function settled(page: Page): Promise<void> {
  await page.locator('main .loading').first().waitFor({ state: 'detached' });
  await page.waitForTimeout(600);
}

const entries = await load();
const folder = await mkdtemp(join(tmpdir(), 'truceline-screenshots-'));
const desk = await buildDesk();
const store = await openStore({ data: join(folder, 'store'), create: true });
await store.addMany(entries);
const server = await startServer({ store, port: 0, noAuth: true, desk: desk.folder });
const browser = await startBrowser();
await mkdir(output, { recursive: true });
await mkdir(images, { recursive: true });

const best = mostToShow(entries.map(({ record }) => record));
const views = {
  overview: '/',
  articles: '/articles',
  search: '/search?q=corridor',
  timeline: '/timeline',
  claims: '/claims',
  map: '/map',
  people: '/people',
  network: '/people?view=network',
  person: '/people/Azerbaijan',
  review: '/review',
  add: '/add',
  dossiers: '/dossiers',
  reader: `/articles/${best.id}${best.line ? `?line=${encodeURIComponent(best.line)}` : ''}`,
  api: '/api',
};
for (const colorScheme of ['light', 'dark'] as const) {
  for (const [size, viewport] of Object.entries(SIZES)) {
    const page = await browser.newPage({ viewport, colorScheme, reducedMotion: 'reduce' });
    for (const [view, path] of Object.entries(views)) {
      await page.goto(server.address + path);
      await settled(page);
      const name = `${view}-${colorScheme}`;
      await page.screenshot({ path: join(output, `${name}-${size}.png`) });
      if (size === 'wide' && SHOWN.includes(name) && !process.argv.includes('--images')) {
        await page.screenshot({ path: join(images, `${name}.png`) });
      }
    }
    await page.close();
  }
}
await browser.close();
await server.close();
await store.close();
await desk.remove();
await rm(folder, { recursive: true, force: true });
console.log(`${Object.keys(views).length * 4} screenshots in build-output/, ${SHOWN.length} in docs/images/`);
