import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { violationsOn } from '../axe.ts';
import { type Desk, Served } from './harness.ts';

/** Each view with its words where there is nothing yet, with `Try again` where the server failed. */
const VIEWS = [
  ['/', 'No article is in the store yet'],
  ['/timeline', 'No event has been found yet'],
  ['/claims', 'No claim is in the store yet'],
  ['/map', 'No event of this time has a known place'],
  ['/people', 'No name is in the store yet'],
  ['/people?view=network', 'No two names meet in an event yet'],
  ['/people/Nobody', 'No event names them.'],
] as const;

export function deskWithNothing(desk: Desk): void {
  describe('a desk with nothing to show', () => {
    const served = new Served(desk, async () => []);
    let page: Page;
    beforeAll(() => {
      page = served.page;
    });

    it.each(VIEWS)('%s says: %s', async (path, words) => {
      await served.open(path);
      await page.getByText(words).first().waitFor();
      expect(await page.locator('main .loading').count()).toBe(0);
      expect(await violationsOn(page)).toEqual([]);
    });

    it('says in each view where the server failed, and nothing loads for ever', async () => {
      const problem = { status: 500, title: 'Failed', code: 'E_INTERNAL', detail: 'Failed', remedy: 'Wait.' };
      await page.route('**/api/**', (route) =>
        /session|live|dossiers/.test(route.request().url())
          ? route.continue()
          : route.fulfill({ status: 500, contentType: 'application/problem+json', json: problem }),
      );
      for (const [path] of VIEWS) {
        // A view that has its answers keeps them; this one asks anew.
        await page.goto(served.address + path);
        await page.getByRole('button', { name: 'Try again' }).first().waitFor();
        await page.locator('main .loading').first().waitFor({ state: 'detached' });
      }
      // These failures were asked for.
      served.complaints = served.complaints.filter((one) => !one.includes('500'));
    });
  });
}
