import { z } from 'zod';
import { readDataFile } from '../../model/data-file.ts';
import { hashText } from '../hashing.ts';
import { normal } from '../parsing/word-view.ts';
import { plainWordsOf } from './plain-words.ts';
import type { TaggerTables } from './tag.ts';
import { UPOS_CLASSES } from './upos.ts';

const SureTags = z.array(
  z.strictObject({
    tags: z.array(z.enum(UPOS_CLASSES.filter((tag) => tag !== '') as [string, ...string[]])).min(1),
    words: z.array(z.string()).min(1),
  }),
);

/** Languages that have a list, with its file. */
const FILES: { readonly [language: string]: string } = { en: '../lang/en/sure-tags.yaml' };

/** The tagger with the words whose tags were written down by hand, which count for more than what was learned, and the lists of plain ones. */
export function withSureTags<Tables extends TaggerTables>(tagger: Tables, language: string): Tables {
  const file = Object.hasOwn(FILES, language) ? FILES[language] : undefined;
  if (file === undefined) return tagger;
  const knownTags = new Map(tagger.knownTags);
  for (const { tags, words } of SureTags.parse(readDataFile(new URL(file, import.meta.url)))) {
    const classes = tags.map((tag) => (UPOS_CLASSES as readonly string[]).indexOf(tag)).sort((a, b) => a - b);
    for (const word of words) knownTags.set(hashText(normal(word)), classes);
  }
  const plainWords = plainWordsOf(language);
  return { ...tagger, knownTags, ...(plainWords && { plainWords }) };
}
