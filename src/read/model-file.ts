import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { loadClusters } from './entities/clusters.ts';
import { Kernel } from './kernel/kernel.ts';
import type { StoredTable } from './linear-table.ts';
import type { ParserTables } from './parsing/parse.ts';
import type { KnownWords } from './parsing/word-view.ts';
import { knownTagsOf } from './tagging/known-tags.ts';
import type { LemmaTables } from './tagging/lemma.ts';
import { withSureTags } from './tagging/sure-tags.ts';
import type { TaggerTables } from './tagging/tag.ts';
import { loadWordKinds } from './tagging/word-kinds.ts';
import { type LearnedSplits, type SplitRules, splitRulesOf } from './tokens/split-rules.ts';

/** Everything learned for one language. */
export interface LanguageModel {
  readonly rules: SplitRules;
  readonly words: KnownWords | null;
  readonly ends: StoredTable;
  readonly tagger: TaggerTables<StoredTable>;
  readonly featsNames: readonly string[];
  readonly lemmas: LemmaTables;
  readonly parser: ParserTables<StoredTable>;
  readonly labelNames: readonly string[];
}

/** Head of a model file: JSON, with the place and size of each table behind it. */
export interface ModelHead {
  readonly format: 2;
  readonly language: string;
  readonly splits: LearnedSplits;
  /** For {@link knownTagsOf}. */
  readonly knownTags: readonly number[];
  readonly featsNames: readonly string[];
  readonly featsOf: readonly (readonly number[])[];
  readonly labelNames: readonly string[];
  /** By number of {@link tagPair}. */
  readonly labelsOf: { readonly [pair: string]: readonly number[] };
  readonly lemmas: LemmaTables;
  readonly tables: { readonly [name in TableName]: StoredShape };
}

/** Shape of a table; `columns`: see {@link StoredTable}. */
export interface StoredShape {
  readonly rows: number;
  readonly classes: number;
  readonly columns?: readonly number[];
}

export const TABLES = ['ends', 'upos', 'feats', 'transitions', 'labels'] as const;
export type TableName = (typeof TABLES)[number];

/** Reads a model: gzip of a length (4 bytes, little endian), the head as JSON, then the tables' codes (see {@link StoredTable}). */
export function parseModel(file: Uint8Array, words: KnownWords | null): LanguageModel {
  const bytes = gunzipSync(file);
  const length = bytes.readUInt32LE(0);
  const head = JSON.parse(bytes.toString('utf8', 4, 4 + length)) as ModelHead;
  const kernel = new Kernel(bytes.subarray(4 + length));
  let at = 0;
  const table = (name: TableName): StoredTable => {
    const { rows, classes } = head.tables[name];
    const stored = { ...head.tables[name], kernel, at };
    at += rows * classes;
    return stored;
  };
  const ends = table('ends');
  const upos = table('upos');
  const feats = table('feats');
  const parser = { transitions: table('transitions'), labels: table('labels') };
  const labelsOf: (readonly number[])[] = [];
  for (const [pair, labels] of Object.entries(head.labelsOf)) labelsOf[Number(pair)] = labels;
  return {
    rules: { ...splitRulesOf(head.splits), ordinalStops: !NO_ORDINAL_STOPS.has(head.language) },
    words,
    ends,
    tagger: { upos, feats, featsOf: head.featsOf, knownTags: knownTagsOf(head.knownTags) },
    featsNames: head.featsNames,
    lemmas: { ...head.lemmas, kinds: words?.kinds },
    parser: { ...parser, labelsOf },
    labelNames: head.labelNames,
  };
}

/** Languages that have a model, with its file. */
const FILES: { readonly [language: string]: string } = {
  en: './lang/en/syntax.bin',
  fr: './lang/fr/syntax.bin',
  hy: './lang/hy/syntax.bin',
  tr: './lang/tr/syntax.bin',
};
/** Languages whose ordinals are not written as a figure with a stop. */
const NO_ORDINAL_STOPS = new Set(['en', 'fr']);
/** Languages whose words are known apart from the treebank: their clusters and kinds. */
const WORDS: { readonly [language: string]: { readonly clusters: string; readonly kinds: string } } = {
  en: { clusters: './lang/en/clusters.bin', kinds: './lang/en/word-kinds.bin' },
};
const wordsOf = new Map<string, KnownWords>();

/** What is known of the words of a language; null where nothing is. */
export function knownWordsOf(language: string): KnownWords | null {
  const files = Object.hasOwn(WORDS, language) ? WORDS[language] : undefined;
  if (files === undefined) return null;
  const known = wordsOf.get(language) ?? {
    ...loadClusters(new URL(files.clusters, import.meta.url)),
    kinds: loadWordKinds(new URL(files.kinds, import.meta.url)),
  };
  wordsOf.set(language, known);
  return known;
}

const loaded = new Map<string, LanguageModel>();

/** The model of a language, loaded at its first use; null where there is none. */
export function modelOf(language: string): LanguageModel | null {
  const file = Object.hasOwn(FILES, language) ? FILES[language] : undefined;
  if (file === undefined) return null;
  const known = loaded.get(language);
  if (known) return known;
  const learned = parseModel(readFileSync(new URL(file, import.meta.url)), knownWordsOf(language));
  const model = { ...learned, tagger: withSureTags(learned.tagger, language) };
  loaded.set(language, model);
  return model;
}
