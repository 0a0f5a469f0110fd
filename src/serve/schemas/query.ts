import { z } from 'zod';

/** Query parameters that several lists share. All values arrive as text. */

/** A parameter that may be given several times; any of the values counts. */
export function anyOf<Value extends z.ZodType>(value: Value) {
  return z.preprocess(
    (given) => (given === undefined || Array.isArray(given) ? given : [given]),
    z.array(value).max(64).optional(),
  );
}

/** PostgreSQL takes no NUL in text. */
export const hasNoNul = [
  (given: string) => !given.includes('\u0000'),
  { message: 'must not hold a NUL character' },
] as const;

export const id = z
  .string()
  .min(1)
  .max(512)
  .refine(...hasNoNul);

export const words = z
  .string()
  .trim()
  .min(1)
  .max(500)
  .refine(...hasNoNul);

const day = z.iso.date().meta({ description: 'YYYY-MM-DD' });

export const text = (description: string) => words.optional().meta({ description });

export const paging = {
  limit: z.coerce.number().int().min(1).max(500).default(50).meta({ description: 'Lines a page' }),
  cursor: z
    .string()
    .min(1)
    .max(2000)
    .optional()
    .meta({ description: '`next` of the page before, under the same filter and order' }),
};

export const order = z
  .enum(['newest', 'oldest'])
  .default('newest')
  .meta({ description: 'By date; unknown dates come last either way' });

export const dateRange = {
  since: day.optional().meta({ description: 'First day, YYYY-MM-DD' }),
  until: day.optional().meta({ description: 'Last day, YYYY-MM-DD' }),
};

export const scope = { dossier: text('Only what falls into this dossier, by its id') };

export const country = z
  .string()
  .toUpperCase()
  .regex(/^[A-Z]{3}$/);

export const lineFilter = {
  ...scope,
  ...dateRange,
  articleId: text('Only lines of this article'),
  language: text('Language of the article, ISO 639'),
  actor: text('Name of an actor taking part, whole, in any case'),
  country: country.optional().meta({ description: 'Country of an actor taking part, ISO 3166-1 alpha-3' }),
  text: text(
    'Words that the sentence contains; `"a phrase"`, `or` and `-word` work as in web searches, `begin*` finds words that begin so',
  ),
};
