import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import type { TaggedSentence } from './spans.ts';

/** The types that UNER marks. */
export const ENTITY_TYPES: readonly string[] = ['PER', 'ORG', 'LOC'];

/** Reads IOB2 columns (index, form, tag) from a gzipped file. */
export function readIob2(path: string): TaggedSentence[] {
  const sentences: TaggedSentence[] = [];
  let forms: string[] = [];
  let tags: string[] = [];
  for (const line of `${gunzipSync(readFileSync(path)).toString('utf8')}\n`.split('\n')) {
    if (line.startsWith('#')) continue;
    const [, form, tag] = line.split('\t');
    if (form !== undefined && tag !== undefined) {
      forms.push(form);
      tags.push(ENTITY_TYPES.includes(tag.slice(2)) ? tag : 'O');
    } else if (forms.length > 0) {
      sentences.push({ forms, tags });
      [forms, tags] = [[], []];
    }
  }
  return sentences;
}
