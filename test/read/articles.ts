import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import type { z } from 'zod';

export { plainArticle } from '../../bench/plain-article.ts';

/** The cases of a yaml file beside the test. */
export function casesOf<T>(url: URL, schema: z.ZodType<T>): T {
  return schema.parse(parse(readFileSync(url, 'utf8')));
}
