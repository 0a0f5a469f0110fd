import { fileURLToPath } from 'node:url';
import { collectInputs } from '../../src/collect/index.ts';
import { recordOf } from '../../src/extract/index.ts';
import type { Entry } from '../../src/store/index.ts';

const FOLDER = fileURLToPath(new URL('../../examples/lachin', import.meta.url));

/** The demonstration dossier, read: what the desk is tried out and pictured on. */
export async function demonstrationDossier(): Promise<Entry[]> {
  const entries: Entry[] = [];
  for await (const { page, failure } of collectInputs([FOLDER])) {
    if (failure) throw failure.error;
    entries.push({ record: recordOf(page), page });
  }
  return entries;
}
