import type { GoldSentence, GoldWord } from './conllu.ts';

/** One figure: precision, recall and F1 between 0 and 1. */
export interface Score {
  readonly precision: number;
  readonly recall: number;
  readonly f1: number;
}

export interface ConllScores {
  readonly tokens: Score;
  readonly sentences: Score;
  readonly words: Score;
  readonly upos: Score;
  readonly feats: Score;
  readonly lemmas: Score;
  readonly uas: Score;
  readonly las: Score;
}

/** A word by its place among the characters that are no blanks; words of one multiword token share its place. */
interface PlacedWord {
  readonly start: number;
  readonly end: number;
  readonly isMultiword: boolean;
  readonly word: GoldWord;
  /** Its head in the whole file; -1 for a root. */
  readonly head: number;
}

interface PlacedFile {
  readonly characters: string;
  readonly sentences: readonly string[];
  readonly tokens: readonly string[];
  readonly words: readonly PlacedWord[];
}

/** The features that all languages share; others are not compared. */
const UNIVERSAL_FEATURES = new Set(
  (
    'PronType NumType Poss Reflex Foreign Abbr Gender Animacy Number Case Definite Degree VerbForm Mood Tense Aspect ' +
    'Voice Evident Polarity Person Polite'
  ).split(' '),
);

/**
 * Scores a reading from raw text by the definitions of the CoNLL 2018 shared task (Zeman et al. 2018): spans are compared over
 * the text without blanks; words are matched by span, inside multiword tokens by the longest common subsequence of their
 * forms; relations are compared without subtypes, features without those of a single language. Throws where the
 * two do not have the same characters.
 */
export function conllScores(gold: readonly GoldSentence[], system: readonly GoldSentence[]): ConllScores {
  const [ours, theirs] = [placed(system), placed(gold)];
  if (ours.characters !== theirs.characters) {
    let at = 0;
    while (ours.characters[at] === theirs.characters[at]) at++;
    throw new Error(
      `not the same text: '${theirs.characters.slice(at, at + 20)}' became '${ours.characters.slice(at, at + 20)}'`,
    );
  }
  const pairs = align(theirs.words, ours.words);
  const goldOf = new Map(pairs.map(([goldPlace, systemPlace]) => [systemPlace, goldPlace]));
  const count = (isRight: (right: PlacedWord, found: PlacedWord) => boolean) => {
    let correct = 0;
    for (const [goldPlace, systemPlace] of pairs)
      if (isRight(theirs.words[goldPlace] as PlacedWord, ours.words[systemPlace] as PlacedWord)) correct++;
    return scoreOf(correct, theirs.words.length, ours.words.length);
  };
  const hasHead = (right: PlacedWord, found: PlacedWord) =>
    right.head === (found.head < 0 ? -1 : (goldOf.get(found.head) ?? -2));
  return {
    tokens: spanScore(theirs.tokens, ours.tokens),
    sentences: spanScore(theirs.sentences, ours.sentences),
    words: count(() => true),
    upos: count((right, found) => right.word.upos === found.word.upos),
    feats: count((right, found) => universal(right.word.feats) === universal(found.word.feats)),
    lemmas: count((right, found) => right.word.lemma === '_' || right.word.lemma === found.word.lemma),
    uas: count(hasHead),
    las: count(
      (right, found) => hasHead(right, found) && bare(right.word.deprel) === bare(found.word.deprel),
    ),
  };
}

function scoreOf(correct: number, gold: number, system: number): Score {
  const precision = system > 0 ? correct / system : 0;
  const recall = gold > 0 ? correct / gold : 0;
  return { precision, recall, f1: gold + system > 0 ? (2 * correct) / (gold + system) : 0 };
}

function spanScore(gold: readonly string[], system: readonly string[]): Score {
  const known = new Set(gold);
  return scoreOf(system.filter((span) => known.has(span)).length, gold.length, system.length);
}

function bare(deprel: string): string {
  const colon = deprel.indexOf(':');
  return colon < 0 ? deprel : deprel.slice(0, colon);
}

function universal(feats: string): string {
  if (feats === '') return '';
  return feats
    .split('|')
    .filter((feat) => UNIVERSAL_FEATURES.has(feat.slice(0, feat.indexOf('='))))
    .sort()
    .join('|');
}

function placed(sentences: readonly GoldSentence[]): PlacedFile {
  const words: PlacedWord[] = [];
  const tokens: string[] = [];
  const spans: string[] = [];
  let characters = '';
  for (const sentence of sentences) {
    const first = words.length;
    const from = characters.length;
    let next = 0;
    for (const token of sentence.tokens) {
      const start = characters.length;
      characters += token.form.replace(/\s/gu, '');
      tokens.push(`${start}-${characters.length}`);
      for (let word = 0; word < token.words; word++) {
        const gold = sentence.words[next++] as GoldWord;
        words.push({
          start,
          end: characters.length,
          isMultiword: token.words > 1,
          word: gold,
          head: gold.head === 0 ? -1 : first + gold.head - 1,
        });
      }
    }
    spans.push(`${from}-${characters.length}`);
  }
  return { characters, sentences: spans, tokens, words };
}

/** Pairs of places (gold, system) of words that are the same. */
function align(gold: readonly PlacedWord[], system: readonly PlacedWord[]): [number, number][] {
  const pairs: [number, number][] = [];
  let g = 0;
  let s = 0;
  while (g < gold.length && s < system.length) {
    const right = gold[g] as PlacedWord;
    const found = system[s] as PlacedWord;
    if (right.isMultiword || found.isMultiword) {
      // The stretch that the multiword tokens of both sides cover, up to where both have a border.
      const [g0, s0] = [g, s];
      let end = right.isMultiword ? right.end : found.end;
      if (!right.isMultiword) while (g < gold.length && (gold[g] as PlacedWord).end <= found.start) g++;
      if (!found.isMultiword) while (s < system.length && (system[s] as PlacedWord).end <= right.start) s++;
      const [gFrom, sFrom] = [Math.max(g0, g), Math.max(s0, s)];
      for (let grown = true; grown; ) {
        grown = false;
        while (g < gold.length && (gold[g] as PlacedWord).start < end) {
          const word = gold[g++] as PlacedWord;
          if (word.isMultiword && word.end > end) {
            end = word.end;
            grown = true;
          }
        }
        while (s < system.length && (system[s] as PlacedWord).start < end) {
          const word = system[s++] as PlacedWord;
          if (word.isMultiword && word.end > end) {
            end = word.end;
            grown = true;
          }
        }
      }
      pairs.push(...common(gold, system, gFrom, g, sFrom, s));
    } else if (right.start === found.start && right.end === found.end) {
      pairs.push([g++, s++]);
    } else if (right.start <= found.start) g++;
    else s++;
  }
  return pairs;
}

/** Longest common subsequence of the forms, in lower case, of two short stretches. */
function common(
  gold: readonly PlacedWord[],
  system: readonly PlacedWord[],
  g0: number,
  g1: number,
  s0: number,
  s1: number,
): [number, number][] {
  const width = s1 - s0 + 1;
  const longest = new Int32Array((g1 - g0 + 1) * width);
  const same = (g: number, s: number) =>
    (gold[g] as PlacedWord).word.form.toLowerCase() === (system[s] as PlacedWord).word.form.toLowerCase();
  for (let g = g1 - 1; g >= g0; g--) {
    for (let s = s1 - 1; s >= s0; s--) {
      const at = (g - g0) * width + (s - s0);
      longest[at] = same(g, s)
        ? 1 + (longest[at + width + 1] as number)
        : Math.max(longest[at + width] as number, longest[at + 1] as number);
    }
  }
  const pairs: [number, number][] = [];
  for (let g = g0, s = s0; g < g1 && s < s1; ) {
    const at = (g - g0) * width + (s - s0);
    if (same(g, s)) pairs.push([g++, s++]);
    else if ((longest[at + width] as number) >= (longest[at + 1] as number)) g++;
    else s++;
  }
  return pairs;
}
