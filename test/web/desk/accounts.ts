import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { violationsOn } from '../axe.ts';
import { type Desk, Served } from './harness.ts';

const PASSWORD = 'a long enough secret';

/** Nested in a suite whose server is without accounts, over the same store. */
export function accountsOfTheDesk(desk: Desk, beside: Served): void {
  describe('9: accounts of the desk', () => {
    const served = new Served(desk, beside, false);
    const signUp = async (on: Page, link: string, name: string) => {
      await on.goto(link);
      await on.getByLabel('Name').fill(name);
      await on.getByLabel(/^New password/).fill(PASSWORD);
      await on.getByRole('button', { name: 'Create the account' }).click();
      await on.locator('.account-name', { hasText: name }).waitFor();
    };

    it('shows no article to whoever is not signed in, and says where the first link is', async () => {
      const { page } = served;
      await page.goto(`${served.address}/articles`);
      await page.getByRole('heading', { name: 'This desk has no owner yet' }).waitFor();
      await expect.poll(() => page.locator('.article-item').count()).toBe(0);
      served.complaints = served.complaints.filter((text) => !text.includes('401'));
    });

    it('makes an owner by the printed link, once; the session is a cookie that no script sees', async () => {
      const { page } = served;
      const { ownerLink } = served.server;
      if (ownerLink === null) throw new Error('no link');
      await signUp(page, ownerLink, 'Ada');
      const [cookie] = await page.context().cookies();
      expect(cookie).toMatchObject({ httpOnly: true, sameSite: 'Strict' });
      const other = await desk.newPage();
      await other.goto(ownerLink);
      await other.getByRole('heading', { name: 'This link leads nowhere any more' }).waitFor();
      await other.context().close();
    });

    it('invites a reader, who sees everything and is offered nothing to change', async () => {
      const { page } = served;
      await page.getByRole('link', { name: 'Accounts' }).first().click();
      await page.getByLabel('For whom').fill('Ben');
      await page.locator('select[name=role]').selectOption('reader');
      await page.getByRole('button', { name: 'Make a link' }).click();
      const link = await page.locator('.secret').textContent();
      expect(await violationsOn(page)).toEqual([]);
      const reader = await desk.newPage();
      await signUp(reader, link ?? '', 'Ben');
      await reader.goto(`${served.address}/review`);
      await reader.locator('.queue-line').first().waitFor();
      await expect.poll(() => reader.getByRole('button', { name: /^Confirm/ }).count()).toBe(0);
      await reader.goto(`${served.address}/add`);
      await reader.getByText('Readers cannot add articles').waitFor();
      await reader.context().close();
    });

    it('gives who forgot a password a link to a new one', async () => {
      const { page } = served;
      await page.getByRole('button', { name: 'New password for Ben' }).click();
      const link = await page.getByText('Send Ben this link').locator('.secret').textContent();
      const ben = await desk.newPage();
      await ben.goto(link ?? '');
      await ben.getByRole('heading', { name: 'A new password for Ben' }).waitFor();
      expect(await violationsOn(ben)).toEqual([]);
      await ben.getByLabel(/^New password/).fill('another long secret');
      await ben.getByRole('button', { name: 'Set the password' }).click();
      await ben.locator('.account-name', { hasText: 'Ben' }).waitFor();
      await ben.context().close();
    });

    it('signs out and in again, back at the same address, and refuses a wrong password', async () => {
      const { page } = served;
      await served.open('/timeline');
      await page.getByRole('heading', { level: 1, name: 'Timeline' }).waitFor();
      await page.getByRole('button', { name: 'Sign out' }).click();
      await page.getByRole('heading', { level: 1, name: 'Sign in' }).waitFor();
      expect(await violationsOn(page)).toEqual([]);
      await page.getByLabel('Name').fill('ada');
      await page.getByLabel('Password').fill('wrong');
      await page.keyboard.press('Enter');
      await page.getByRole('alert').waitFor();
      await page.getByLabel('Password').fill(PASSWORD);
      await page.keyboard.press('Enter');
      await page.getByRole('heading', { level: 1, name: 'Timeline' }).waitFor();
      // Refusals were asked for.
      served.complaints = served.complaints.filter((text) => !/40[0-9]/.test(text));
      expect(new URL(page.url()).pathname).toBe('/timeline');
    });
  });
}
