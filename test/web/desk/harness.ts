import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect } from 'vitest';
import { startServer } from '../../../src/serve/index.ts';
import { type Entry, openStore, type Store } from '../../../src/store/index.ts';
import { startBrowser } from '../browser.ts';
import { buildDesk } from '../built-desk.ts';

const OUTPUT = fileURLToPath(new URL('../../../build-output/', import.meta.url));
/** What any wait may take: the machine may be busy with other tests. */
const PATIENCE_MS = 30_000;
/** For `expect.poll`. */
export const POLL = { timeout: PATIENCE_MS, interval: 50 };
const WIDE = { width: 1280, height: 850 };

/** One browser and one built desk for all suites: starting them costs more than most tests. */
export class Desk {
  #browser: Browser | undefined;
  #built: Awaited<ReturnType<typeof buildDesk>> | undefined;

  async start(): Promise<void> {
    [this.#browser, this.#built] = await Promise.all([startBrowser(), buildDesk()]);
    await mkdir(OUTPUT, { recursive: true });
  }

  async stop(): Promise<void> {
    await this.#browser?.close();
    await this.#built?.remove();
  }

  get folder(): string {
    if (!this.#built) throw new Error('the desk is not built yet');
    return this.#built.folder;
  }

  /** A page with cookies and storage of its own. */
  async newPage(): Promise<Page> {
    if (!this.#browser) throw new Error('the browser is not started yet');
    const page = await this.#browser.newPage({ viewport: WIDE, reducedMotion: 'reduce' });
    page.setDefaultTimeout(PATIENCE_MS);
    return page;
  }
}

/** A server over a store in a temporary folder, with one page that all tests of a suite go through. */
export class Served {
  store!: Store;
  server!: Awaited<ReturnType<typeof startServer>>;
  page!: Page;
  /** What the browser complained of, such as a breach of the Content-Security-Policy, or a request to elsewhere. */
  complaints: string[] = [];
  readonly desk: Desk;
  #folder = '';

  /** `from`: what the store holds, or another server whose store this one shares. */
  constructor(desk: Desk, from: (() => Promise<readonly Entry[]>) | Served, noAuth = true) {
    this.desk = desk;
    beforeAll(async () => {
      if (from instanceof Served) this.store = from.store;
      else {
        this.#folder = await mkdtemp(join(tmpdir(), 'truceline-desk-'));
        this.store = await openStore({ data: join(this.#folder, 'store'), create: true });
        await this.store.addMany(await from());
      }
      this.server = await startServer({
        store: this.store,
        port: 0,
        noAuth,
        desk: desk.folder,
        requestsPerMinute: 1_000_000,
      });
      this.page = await desk.newPage();
      this.page.on(
        'console',
        (message) => message.type() === 'error' && this.complaints.push(message.text()),
      );
      this.page.on('pageerror', (error) => this.complaints.push(error.message));
      this.page.on('request', (request) => {
        const { origin } = new URL(request.url());
        if (origin !== this.address && origin !== 'null') this.complaints.push(`asked ${origin}`);
      });
    });
    beforeEach(() => {
      this.complaints = [];
    });
    afterEach(async () => {
      await this.page.unrouteAll();
      await this.page.setViewportSize(WIDE);
      await this.page.emulateMedia({ colorScheme: 'light', media: 'screen', reducedMotion: 'reduce' });
      expect(this.complaints).toEqual([]);
    });
    afterAll(async () => {
      await this.page?.close();
      await this.server?.close();
      if (from instanceof Served) return;
      await this.store?.close();
      await rm(this.#folder, { recursive: true, force: true });
    });
  }

  get address(): string {
    return this.server.address;
  }

  /** Loads an address anew. */
  async load(path: string): Promise<void> {
    await this.page.goto(this.address + path);
    await this.isThere();
  }

  /** Goes to an address as a link of the desk would, without loading the page anew. */
  async open(path: string): Promise<void> {
    if (!this.page.url().startsWith(this.address)) return this.load(path);
    // Away from what may come to lie under it.
    await this.page.mouse.move(2, 2);
    await this.page.evaluate(`history.pushState(null, '', ${JSON.stringify(path)})`);
    await this.page.evaluate("dispatchEvent(new PopStateEvent('popstate'))");
    await this.isThere();
  }

  /** Waits until the view has a heading and nothing loads any more. */
  async isThere(): Promise<void> {
    await this.page.locator('h1').first().waitFor();
    await this.page.locator('main .loading').first().waitFor({ state: 'detached' });
  }

  /** A word of the address. */
  param(name: string): string | null {
    return new URL(this.page.url()).searchParams.get(name);
  }

  /** How many pixels the page is wider than what shows it. */
  beyond(): Promise<number> {
    return this.page.evaluate<number>(
      'document.documentElement.scrollWidth - document.documentElement.clientWidth',
    );
  }

  /** A picture for people, kept in build-output/. */
  async picture(name: string): Promise<void> {
    await this.page.screenshot({ path: join(OUTPUT, `view-${name}.png`) });
  }
}
