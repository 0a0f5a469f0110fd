/**
 * Makes a case of a page: `npm run case:new -- FILE [--url ADDRESS] [--name NAME] [--why "what it shows"]` copies the page to
 * test/clean/pages/NAME and writes down what comes of it now. Without FILE it writes all cases anew. Either way: look at the difference, and
 * mend by hand what is wrong, for this is what the tests then hold the code to.
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename } from 'node:path';
import { parseArgs } from 'node:util';
import {
  type Expected,
  expectedOf,
  outcomeOf,
  PAGES,
  pageNames,
  sourceOf,
  writeExpected,
} from '../test/clean/page-case.ts';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { url: { type: 'string' }, name: { type: 'string' }, why: { type: 'string' } },
});
const [file] = positionals;
if (file === undefined) for (const name of pageNames()) write(name);
else {
  const name = values.name ?? basename(file).replace(/\.[^.]+$/, '');
  mkdirSync(new URL(`${name}/`, PAGES), { recursive: true });
  writeFileSync(new URL(`${name}/source.html`, PAGES), readFileSync(file));
  write(name, values.url);
}

function write(name: string, url?: string): void {
  const old = expectedOf(name);
  const given: Expected['given'] = url ? { url } : old?.given;
  const why = values.why ?? old?.why ?? 'TODO: say what this page shows';
  writeExpected(name, { why, ...outcomeOf(sourceOf(name), given) });
  console.log(`test/clean/pages/${name}/expected.json: look at it, and mend what is wrong.`);
}
