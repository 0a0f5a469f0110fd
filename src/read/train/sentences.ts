import { type LinearTable, score } from '../linear-table.ts';
import { END_FEATURES, endFeatures, mayEnd } from '../tokens/sentence-ends.ts';
import { type SplitRules, splitWords } from '../tokens/split.ts';
import type { GoldSentence } from './conllu.ts';
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

/** First parts that keep their hyphen and abbreviations that keep their stop, as the treebank writes them. */
export function learnSplitRules(sentences: readonly GoldSentence[]): {
  prefixes: string[];
  abbreviations: string[];
} {
  const kept = new Map<string, number>();
  const cut = new Map<string, number>();
  const stops = new Map<string, number>();
  const up = (map: Map<string, number>, key: string) => map.set(key, (map.get(key) ?? 0) + 1);
  for (const { words } of sentences) {
    words.forEach(({ form, upos }, index) => {
      const match = /^(\p{L}{1,7})-\p{L}{2,}/u.exec(form);
      if (match && upos !== 'PUNCT') up(kept, (match[1] as string).toLowerCase());
      if (form === '-' && words[index + 1] && words[index - 1])
        up(cut, (words[index - 1] as { form: string }).form.toLowerCase());
      if (/^\p{L}[\p{L}.]*\.$/u.test(form) && form.length <= 8) up(stops, form.toLowerCase());
    });
  }
  const prefixes = [...kept]
    .filter(([prefix, count]) => count >= 2 && count > (cut.get(prefix) ?? 0))
    .map(([prefix]) => prefix);
  const abbreviations = [...stops].filter(([, count]) => count >= 2).map(([word]) => word);
  return { prefixes: prefixes.sort(), abbreviations: abbreviations.sort() };
}

/** Trains the decision whether a sentence ends. */
export function trainSentenceEnds(
  paragraphs: readonly RawParagraph[],
  rules: SplitRules,
  epochs: number,
  seed: number,
): LinearTable & { weights: Float32Array } {
  const model = new Perceptron(1 << 15, 2);
  const random = randomOf(seed);
  const order = paragraphs.map((_, index) => index);
  const features = new Int32Array(END_FEATURES);
  const scores = new Float32Array(2);
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
        score(model.table, features, count, scores);
        model.update(features, count, right, (scores[1] as number) > (scores[0] as number) ? 1 : 0);
      }
    }
  }
  return model.averaged();
}
