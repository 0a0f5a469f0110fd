import { bylineIn, withoutBy } from './byline.ts';

/** Names as accounts have them: `admin`, `gast_22`. */
const ACCOUNT = /^[\p{Ll}\d][\p{L}\d_.-]{1,29}(?=$|[,|·•(–—-]|\s[|·•(–—-])/u;

/** The writer that a line of scraped text names after `By`: a person, or an account such as `admin`; undefined where it names none. */
export function writerIn(line: string): string | undefined {
  return bylineIn(line) ?? ACCOUNT.exec(withoutBy(line) ?? '')?.[0];
}
