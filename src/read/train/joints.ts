import type { GoldSentence } from './conllu.ts';

/** How a treebank treats apostrophes and hyphens inside words, as a model file holds it. */
export interface LearnedJoints {
  readonly elisions: readonly string[];
  readonly keepsHyphens: boolean;
  readonly hyphenEndings: readonly string[];
  /** Are numbers one word with the ending behind their hyphen (Armenian `115-րդ`)? */
  readonly keepsNumberHyphens: boolean;
}

const LEAST_SEEN = 2;
const LEAST_SHARE = 0.8;
/** A language with fewer has none; the rest is slang and mistakes. */
const LEAST_ELIDED = 20;

/** Elided first parts, compounds with hyphens, and endings that stand apart with their hyphen. */
export function learnJoints(sentences: readonly GoldSentence[]): LearnedJoints {
  const elided = new Map<string, { apart: number; whole: number }>();
  const endings = new Map<string, number>();
  let [kept, cut, keptNumbers, cutNumbers] = [0, 0, 0, 0];
  for (const { tokens } of sentences) {
    tokens.forEach(({ form, isSpaced }, place) => {
      const word = form.toLowerCase().replaceAll('’', "'");
      const first = /^\p{L}+'/u.exec(word)?.[0];
      if (first !== undefined && (word !== first || !isSpaced)) {
        const counts = elided.get(first) ?? { apart: 0, whole: 0 };
        elided.set(first, counts);
        if (word === first) counts.apart++;
        else counts.whole++;
      }
      if (/\p{L}-\p{L}/u.test(word)) kept++;
      if (/^\d+-\p{L}+$/u.test(word)) keptNumbers++;
      if (
        word === '-' &&
        !isSpaced &&
        /^\d+$/.test(tokens[place - 1]?.form ?? '') &&
        /^\p{L}+$/u.test(tokens[place + 1]?.form ?? '')
      )
        cutNumbers++;
      if (/^-\p{L}[\p{L}-]*$/u.test(word) && tokens[place - 1]?.isSpaced === false) {
        endings.set(word, (endings.get(word) ?? 0) + 1);
      }
      if (word === '-' && !isSpaced && tokens[place - 1]?.isSpaced === false) cut++;
    });
  }
  const keepsHyphens = kept > cut;
  const hasElisions = [...elided.values()].reduce((sum, { apart }) => sum + apart, 0) >= LEAST_ELIDED;
  return {
    keepsNumberHyphens: keptNumbers > cutNumbers,
    elisions: [...(hasElisions ? elided : [])]
      .filter(([, { apart, whole }]) => apart >= LEAST_SEEN && apart >= LEAST_SHARE * (apart + whole))
      .map(([first]) => first)
      .sort(),
    keepsHyphens,
    hyphenEndings: keepsHyphens
      ? [...endings].flatMap(([ending, count]) => (count >= LEAST_SEEN ? [ending] : [])).sort()
      : [],
  };
}
