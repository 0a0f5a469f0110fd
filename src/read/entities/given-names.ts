import type { Token } from '../document.ts';
import type { Draft } from './draft.ts';

/**
 * Persons with a hyphen in their given name, 'Kim Jong-un', 'Ban Ki-moon': a family name and a given name whose second part is in small
 * letters and was tagged as a name. The tokens from `first` to `end` are one sentence.
 */
export function hyphenatedNames(tokens: readonly Token[], first: number, end: number): Draft[] {
  const found: Draft[] = [];
  for (let at = first + 3; at < end; at++) {
    if ((tokens[at - 1] as Token).text !== '-') continue;
    const [family, given, hyphen, last] = [at - 3, at - 2, at - 1, at].map((index) => tokens[index] as Token);
    if (!family || !given || !hyphen || !last) continue;
    if (last.upos !== 'PROPN' || !/^\p{Ll}+$/u.test(last.text)) continue;
    if (given.end !== hyphen.start || hyphen.end !== last.start) continue;
    if (family.upos === 'PROPN' && [family, given].every(({ text }) => /^\p{Lu}\p{Ll}+$/u.test(text)))
      found.push({ type: 'PER', first: at - 3, end: at + 1 });
  }
  return found;
}
