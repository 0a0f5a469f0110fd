import { sexOfFirstName } from '../entities/index.ts';
import type { ReferenceWords } from './lexicon.ts';

/** What a person's name tells for 'he' and 'she': the ending of a Slavic surname, else the first name where lists know it as one sex's. */
export function sexOfName(name: string, language: string, { surnames }: ReferenceWords): 'he' | 'she' | null {
  const parts = name.toLowerCase().split(/\s+/);
  const last = parts.at(-1) as string;
  const first = parts.length > 1 ? sexOfFirstName(language, parts[0] as string) : null;
  if (last.length > 5) {
    if (surnames.feminine.some((ending) => last.endsWith(ending))) return first === 'he' ? null : 'she';
    if (surnames.masculine.some((ending) => last.endsWith(ending))) return first === 'she' ? null : 'he';
  }
  return first;
}
