import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { RECORDS } from '../serve/records.ts';
import { type Served, serve } from '../serve/server.ts';
import { violationsOn } from './axe.ts';
import { leaveOutBrowserTests, startBrowser } from './browser.ts';
import { buildDesk } from './built-desk.ts';

const PASSWORD = 'a long enough secret';

describe.skipIf(leaveOutBrowserTests())('9: accounts of the desk', () => {
  let desk: Awaited<ReturnType<typeof buildDesk>>;
  let served: Served;
  let browser: Browser;
  let page: Page;

  beforeAll(async () => {
    desk = await buildDesk();
    served = await serve(RECORDS, { desk: desk.folder, noAuth: false, requestsPerMinute: 100_000 });
    browser = await startBrowser();
    page = await browser.newPage();
    page.setDefaultTimeout(15_000);
  });
  afterAll(async () => {
    await browser?.close();
    await served?.stop();
    await desk?.remove();
  });

  const signUp = async (on: Page, link: string, name: string) => {
    await on.goto(link);
    await on.getByLabel('Name').fill(name);
    await on.getByLabel(/^New password/).fill(PASSWORD);
    await on.getByRole('button', { name: 'Create the account' }).click();
    await on.locator('.account-name', { hasText: name }).waitFor();
  };

  it('shows no article to whoever is not signed in, and says where the first link is', async () => {
    await page.goto(`${served.address}/articles`);
    await page.getByRole('heading', { name: 'This desk has no owner yet' }).waitFor();
    await expect.poll(() => page.locator('.article-item').count()).toBe(0);
  });

  it('makes an owner by the printed link, once; the session is a cookie that no script sees', async () => {
    if (served.ownerLink === null) throw new Error('no link');
    await signUp(page, served.ownerLink, 'Ada');
    const [cookie] = await page.context().cookies();
    expect(cookie).toMatchObject({ httpOnly: true, sameSite: 'Strict' });
    const other = await browser.newPage();
    await other.goto(served.ownerLink);
    await other.getByLabel('Name').fill('Eve');
    await other.getByLabel(/^New password/).fill(PASSWORD);
    await other.getByRole('button', { name: 'Create the account' }).click();
    await other.getByRole('alert').waitFor();
    await other.context().close();
  });

  it('invites a reader, who sees everything and is offered nothing to change', async () => {
    await page.getByRole('link', { name: 'Accounts' }).first().click();
    await page.getByLabel('For whom').fill('Ben');
    await page.locator('select[name=role]').selectOption('reader');
    await page.getByRole('button', { name: 'Make a link' }).click();
    const link = await page.locator('.secret').textContent();
    expect(await violationsOn(page)).toEqual([]);
    const reader = await browser.newPage();
    reader.setDefaultTimeout(15_000);
    await signUp(reader, link ?? '', 'Ben');
    await reader.goto(`${served.address}/review`);
    await reader.locator('.queue-line').first().waitFor();
    await expect.poll(() => reader.getByRole('button', { name: /^Confirm/ }).count()).toBe(0);
    await reader.goto(`${served.address}/add`);
    await reader.getByText('Readers cannot add articles').waitFor();
    await reader.context().close();
  });

  it('signs out and in again, back at the same address, and refuses a wrong password', async () => {
    await page.goto(`${served.address}/timeline`);
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
    expect(new URL(page.url()).pathname).toBe('/timeline');
  });
});
