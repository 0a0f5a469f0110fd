import { type LinearTable, scorerOf } from '../linear-table.ts';
import { endFeatures, mayEnd } from '../tokens/sentence-ends.ts';
import { splitWords } from '../tokens/split.ts';
import { type LearnedSplits, type SplitRules, splitRulesOf } from '../tokens/split-rules.ts';
import type { GoldSentence } from './conllu.ts';
import { learnJoints } from './joints.ts';
import { learnEndings, learnMultiwords } from './multiword.ts';
import { Perceptron } from './perceptron.ts';
import { randomOf, shuffle } from './random.ts';

/** A paragraph as it stands in the raw text, with the offsets at which its sentences end. */
export interface RawParagraph {
  readonly text: string;
  readonly ends: ReadonlySet<number>;
}

/** Puts the sentences of each paragraph together again, one blank between them. */
export function paragraphsOf(sentences: readonly GoldSentence[]): RawParagraph[] {
  const paragraphs: { text: string; ends: Set<number> }[] = [];
  let glued = true;
  for (const { text, tokens, opensParagraph } of sentences) {
    let last = paragraphs.at(-1);
    if (!last || opensParagraph) {
      last = { text: '', ends: new Set() };
      paragraphs.push(last);
      glued = true;
    }
    last.text += `${glued ? '' : ' '}${text}`;
    last.ends.add(last.text.length);
    glued = tokens.at(-1)?.isSpaced === false;
  }
  return paragraphs;
}

/**
 * First parts that keep their hyphen and abbreviations that keep their stop, as the treebank writes them; then, as exceptions, the
 * runs without a blank that the rules split otherwise than the treebank does.
 */
export function learnSplitRules(sentences: readonly GoldSentence[], own: readonly string[]): LearnedSplits {
  const kept = new Map<string, number>();
  const cut = new Map<string, number>();
  const stops = new Map<string, number>();
  const loose = new Map<string, number>();
  const firm = new Map<string, number>();
  const up = (map: Map<string, number>, key: string) => map.set(key, (map.get(key) ?? 0) + 1);
  for (const { words } of sentences) {
    words.forEach(({ form, upos }, index) => {
      const match = /^(\p{L}{1,7})-\p{L}{2,}/u.exec(form);
      if (match && upos !== 'PUNCT') up(kept, (match[1] as string).toLowerCase());
      if (form === '-' && words[index + 1] && words[index - 1])
        up(cut, (words[index - 1] as { form: string }).form.toLowerCase());
      if (/^\p{L}[\p{L}.]*\.$/u.test(form) && form.length <= 8) up(stops, form.toLowerCase());
      if (index === words.length - 1) {
        if (form === '.' && words[index - 1])
          up(loose, `${(words[index - 1] as { form: string }).form.toLowerCase()}.`);
        else if (form.endsWith('.')) up(firm, form.toLowerCase());
      }
    });
  }
  const prefixes = [...kept]
    .filter(([prefix, count]) => count >= 2 && count > (cut.get(prefix) ?? 0))
    .map(([prefix]) => prefix);
  const abbreviations = [
    ...new Set([...[...stops].filter(([, count]) => count >= 2).map(([word]) => word), ...own]),
  ].sort();
  const plain: LearnedSplits = {
    prefixes: prefixes.sort(),
    abbreviations,
    looseStops: abbreviations.filter((word) => (loose.get(word) ?? 0) > (firm.get(word) ?? 0)),
    exceptions: {},
    ...learnJoints(sentences),
    ...learnMultiwords(sentences),
  };
  const endings = learnEndings(sentences, splitRulesOf(plain));
  const learned: LearnedSplits = { ...plain, endings };
  return { ...learned, exceptions: learnExceptions(sentences, splitRulesOf(learned)) };
}

/** An exception must have been seen this often. */
const LEAST_SEEN = 2;
/** One that keeps whole what has an apostrophe more often: that annotators once left `Tuesday's` whole says little. */
const LEAST_WHOLE = 6;

/** Runs of characters without a blank as the treebank splits them, marks at either end left off. */
function learnExceptions(
  sentences: readonly GoldSentence[],
  rules: SplitRules,
): { [chunk: string]: number[] } {
  const seen = new Map<string, Map<string, number>>();
  const written = new Map<string, string>();
  for (const sentence of sentences) {
    let parts: string[] = [];
    let next = 0;
    sentence.tokens.forEach(({ form, words, isSpaced }, index) => {
      const own = sentence.words.slice(next, next + words).map((word) => word.form);
      next += words;
      parts.push(...(own.join('') === form ? own : [form]));
      if (!isSpaced && index < sentence.tokens.length - 1) return;
      while (parts.length > 1 && /^\p{P}+$/u.test(parts[0] as string)) parts.shift();
      while (parts.length > 1 && /^\p{P}+$/u.test(parts.at(-1) as string)) parts.pop();
      const chunk = parts.join('').toLowerCase();
      const counts = seen.get(chunk) ?? new Map<string, number>();
      seen.set(chunk, counts);
      written.set(chunk, parts.join(''));
      const lengths = parts.map((part) => part.length).join(' ');
      counts.set(lengths, (counts.get(lengths) ?? 0) + 1);
      parts = [];
    });
  }
  const exceptions: { [chunk: string]: number[] } = {};
  for (const [chunk, counts] of [...seen].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const [lengths, times] = [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))[0] as [
      string,
      number,
    ];
    if (times < LEAST_SEEN || /\s/u.test(chunk)) continue;
    if (times < LEAST_WHOLE && !lengths.includes(' ') && /['’]/u.test(chunk)) continue;
    // As it is written, because small letters can take more units: Turkish İ.
    const form = written.get(chunk) as string;
    const found = splitWords(form, 0, form.length, rules).map(({ start, end }) => end - start);
    if (found.join(' ') !== lengths) exceptions[chunk] = lengths.split(' ').map(Number);
  }
  return exceptions;
}

/** Trains the decision whether a sentence ends. */
export function trainSentenceEnds(
  paragraphs: readonly RawParagraph[],
  rules: SplitRules,
  epochs: number,
  seed: number,
): LinearTable {
  const model = new Perceptron(1 << 15, 2);
  const random = randomOf(seed);
  const order = paragraphs.map((_, index) => index);
  const scorer = scorerOf(model.table);
  const { features, scores } = scorer;
  const split = paragraphs.map(({ text }) => splitWords(text, 0, text.length, rules));
  for (let epoch = 0; epoch < epochs; epoch++) {
    shuffle(order, random);
    for (const index of order) {
      const { text, ends } = paragraphs[index] as RawParagraph;
      const pieces = split[index] as ReturnType<typeof splitWords>;
      for (let at = 0; at < pieces.length - 1; at++) {
        if (!mayEnd(text, pieces, at)) continue;
        const right = ends.has((pieces[at] as { end: number }).end) ? 1 : 0;
        const count = endFeatures(text, pieces, at, rules, features);
        scorer.score(count);
        model.update(features, count, right, (scores[1] as number) > (scores[0] as number) ? 1 : 0);
      }
    }
  }
  return model.averaged();
}
