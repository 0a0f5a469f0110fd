import { LONGEST_ENDING, lastWordLength } from '../tokens/endings.ts';
import { splitWords } from '../tokens/split.ts';
import type { SplitRules } from '../tokens/split-rules.ts';
import type { GoldSentence } from './conllu.ts';

/** What {@link learnMultiwords} finds, as a model file holds it. */
export interface LearnedMultiwords {
  readonly multiwords: { readonly [token: string]: readonly string[] };
  readonly marks: readonly string[];
}

const LEAST_SEEN = 2;

/** Tokens whose words are not what they show, and marks inside a word that are words of their own. */
export function learnMultiwords(sentences: readonly GoldSentence[]): LearnedMultiwords {
  const seen = new Map<string, Map<string, number>>();
  const marks = new Map<string, number>();
  for (const { token, forms } of tokensOf(sentences)) {
    const [word, mark] = forms;
    if (forms.length === 2 && mark && /^[^\p{L}\p{N}'’]$/u.test(mark) && token.replace(mark, '') === word) {
      marks.set(mark, (marks.get(mark) ?? 0) + 1);
    } else if (forms.length === 1 || forms.join('') !== token) {
      const counts = seen.get(token) ?? new Map<string, number>();
      seen.set(token, counts);
      counts.set(forms.join(' '), (counts.get(forms.join(' ')) ?? 0) + 1);
    }
  }
  const multiwords: { [token: string]: string[] } = {};
  for (const [token, counts] of [...seen].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const [forms, times] = [...counts].sort((a, b) => b[1] - a[1])[0] as [string, number];
    if (times >= LEAST_SEEN && forms.includes(' ') && !token.includes(' '))
      multiwords[token] = forms.split(' ');
  }
  return {
    multiwords,
    marks: [...marks].flatMap(([mark, count]) => (count >= LEAST_SEEN ? [mark] : [])).sort(),
  };
}

/** An ending that splits must have been seen with so many tokens, and split so large a share of them. */
const LEAST_TOKENS = 3;
const LEAST_SHARE = 0.8;

/**
 * Endings by which tokens are two words that stand in a row (`evde|ydi`), as a decision list for
 * {@link lastWordLength}: an ending is kept where it says something else than the shorter one does. None where the
 * rules of {@link splitWords} already part most of such tokens.
 */
export function learnEndings(
  sentences: readonly GoldSentence[],
  rules: SplitRules,
): { [ending: string]: number } {
  const counts = new Map<string, Map<number, number>>();
  let [unsplit, split] = [0, 0];
  for (const { token, forms } of tokensOf(sentences)) {
    if (!/^[\p{L}\p{M}'’]+$/u.test(token) || forms.length > 2) continue;
    const cut = forms.length === 2 && forms.join('') === token ? (forms[1] as string).length : 0;
    if (cut > 0 && splitWords(token, 0, token.length, rules).length === 1) unsplit++;
    else if (cut > 0) split++;
    for (let length = 1; length <= Math.min(LONGEST_ENDING, token.length - 1); length++) {
      const ending = token.slice(-length);
      const cuts = counts.get(ending) ?? new Map<number, number>();
      counts.set(ending, cuts);
      cuts.set(cut, (cuts.get(cut) ?? 0) + 1);
    }
  }
  if (unsplit < LEAST_TOKENS || unsplit < split) return {};
  const endings = new Map<string, number>();
  for (const [ending, cuts] of [...counts].sort(
    (a, b) => a[0].length - b[0].length || (a[0] < b[0] ? -1 : 1),
  )) {
    const all = [...cuts.values()].reduce((sum, count) => sum + count, 0);
    const [cut, times] = [...cuts].sort((a, b) => b[1] - a[1] || a[0] - b[0])[0] as [number, number];
    if (all < LEAST_TOKENS) continue;
    const decided = times / all >= LEAST_SHARE ? cut : 0;
    const shorter = lastWordLength(`x${ending.slice(1)}`, endings);
    if (decided !== shorter) endings.set(ending, decided);
  }
  return Object.fromEntries(endings);
}

function* tokensOf(
  sentences: readonly GoldSentence[],
): Generator<{ token: string; forms: readonly string[] }> {
  for (const { tokens, words } of sentences) {
    let next = 0;
    for (const { form, words: count } of tokens) {
      const forms = words.slice(next, next + count).map((word) => word.form.toLowerCase());
      next += count;
      yield { token: form.toLowerCase(), forms };
    }
  }
}
