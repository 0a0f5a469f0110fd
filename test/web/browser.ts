import { existsSync } from 'node:fs';
import { type Browser, chromium } from 'playwright-core';

const PLACES = [
  process.env.CHROMIUM,
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
];

/** Where Chromium is, if there is one. */
export const chromiumPath = PLACES.find((path): path is string => path !== undefined && existsSync(path));

/** Starts Chromium without anything that would reach out to the network by itself. */
export async function startBrowser(): Promise<Browser> {
  if (chromiumPath === undefined) {
    throw new Error(
      'No Chromium was found. Install it (apt-get install -y chromium) or set CHROMIUM to its path.',
    );
  }
  return chromium.launch({
    executablePath: chromiumPath,
    args: [
      '--headless',
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  });
}

/** Without Chromium the tests of the desk are left out, loudly; on CI they must run, so there they fail instead. */
export function leaveOutBrowserTests(): boolean {
  if (chromiumPath !== undefined || process.env.CI) return false;
  console.warn(
    'The tests of the desk are left out: no Chromium. Install it with `apt-get install -y chromium`.',
  );
  return true;
}
