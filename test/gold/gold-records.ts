import { readdirSync, readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { GoldRecord } from './gold-schema.ts';

/** Folder of the pages that the gold records speak of. */
export const PAGES = new URL('../../examples/lachin/', import.meta.url);
const FOLDER = new URL('./', import.meta.url);

/** Every gold record of this folder, by file name, checked against its schema; throws a ZodError on a bad one. */
export function goldRecords(): GoldRecord[] {
  return readdirSync(FOLDER)
    .filter((name) => name.endsWith('.yaml'))
    .sort()
    .map((name) => GoldRecord.parse(parse(readFileSync(new URL(name, FOLDER), 'utf8'))));
}
