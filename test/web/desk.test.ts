import { afterAll, beforeAll, describe } from 'vitest';
import { leaveOutBrowserTests } from './browser.ts';
import { Desk } from './desk/harness.ts';
import { deskWithNothing } from './desk/nothing.ts';
import { readingAtTheDesk } from './desk/reading.ts';
import { viewsOfTheDesk } from './desk/views.ts';

/** The desk in a real browser: one browser and one build for all suites. */
describe.skipIf(leaveOutBrowserTests())('the desk', { timeout: 240_000 }, () => {
  const desk = new Desk();
  beforeAll(() => desk.start());
  afterAll(() => desk.stop());
  readingAtTheDesk(desk);
  viewsOfTheDesk(desk);
  deskWithNothing(desk);
});
