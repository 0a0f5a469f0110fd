import { z } from 'zod';
import { readDataFile } from '../../model/data-file.ts';

const Irregular = z.strictObject({
  verbs: z.record(z.string(), z.array(z.string())),
  nouns: z.record(z.string(), z.array(z.string())),
});

/** Forms of English that no rule of spelling gives, by lemma. */
export function irregularForms(): z.infer<typeof Irregular> {
  return Irregular.parse(readDataFile(new URL('irregular.en.yaml', import.meta.url)));
}

/** Irregular past forms and their lemmas; none but for English. */
export function irregularVerbs(language: string): ReadonlyMap<string, string> {
  if (language !== 'en') return new Map();
  return new Map(
    Object.entries(irregularForms().verbs).flatMap(([lemma, forms]) => forms.map((form) => [form, lemma])),
  );
}
