import type { Token } from '../document.ts';
import type { Draft } from './draft.ts';

/** As in the tagger's list of them (lang/en/plain-words.yaml). */
const ARTICLES = /^(?:uz|ur|ud|ul|us)$/;

/**
 * Persons with a hyphen in their given name, 'Kim Jong-un', 'Ban Ki-moon': a family name and a given name whose second part is in small
 * letters and was tagged as a name, or two parts with an article between them, 'Waker-uz-Zaman'. The tokens from `first` to `end` are one sentence.
 */
export function hyphenatedNames(tokens: readonly Token[], first: number, end: number): Draft[] {
  const found: Draft[] = [];
  for (let at = first + 2; at < end - 2; at++) {
    if ((tokens[at - 1] as Token).text !== '-' || (tokens[at + 1] as Token).text !== '-') continue;
    const run = [at - 2, at - 1, at, at + 1, at + 2].map((index) => tokens[index] as Token);
    const isGlued = run.every((token, index) => index === 0 || run[index - 1]?.end === token.start);
    const isName = [run[0], run[4]].every((part) => /^\p{Lu}\p{Ll}+$/u.test(part?.text ?? ''));
    if (isGlued && isName && ARTICLES.test(run[2]?.text ?? ''))
      found.push({ type: 'PER', first: at - 2, end: at + 3 });
  }
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
