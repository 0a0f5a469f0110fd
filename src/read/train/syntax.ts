import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { parse } from 'yaml';
import { z } from 'zod';
import type { LinearTable } from '../linear-table.ts';
import { knownWordsOf, type ModelHead, TABLES, type TableName } from '../model-file.ts';
import { type ParsedHeads, type ParserTables, parseHeads, tagPair } from '../parsing/parse.ts';
import { viewOf, type WordView } from '../parsing/word-view.ts';
import { tag } from '../tagging/tag.ts';
import { splitRulesOf } from '../tokens/split-rules.ts';
import { choicesOf, inColumns } from './columns.ts';
import type { GoldSentence } from './conllu.ts';
import { irregularVerbs } from './irregular.ts';
import { learnKnownTags } from './known-tags.ts';
import { trainLemmas } from './lemmas.ts';
import { type ParserExample, sumOfParsers, trainParser } from './parser.ts';
import { type QuantizedTable, quantized } from './perceptron.ts';
import { learnSplitRules, paragraphsOf, trainSentenceEnds } from './sentences.ts';
import { sumOfTaggers, trainTagger } from './tagger.ts';

const FOLDS = 4;
const LEAST_FEATS = 5;
const OWN_TIMES = 6;
const OPTIONS = {
  tagger: { epochs: 8, margin: 60, seed: 1, uposRows: 1 << 18, featsRows: 1 << 15 },
  /** Taggers of these seeds are added up, which evens out what each learnt by the order of its examples. */
  taggerSeeds: [1, 2, 3],
  /** So are parsers of these. */
  parserSeeds: [1, 2, 3, 4, 5],
  /** The taggers that only tag the parsers' training set: one each, without margin. */
  foldTagger: { epochs: 5, margin: -1, seed: 1, uposRows: 1 << 18, featsRows: 1 << 15 },
  parser: {
    epochs: 8,
    margin: 0,
    transitionRows: 1 << 20,
    labelRows: 1 << 16,
    exploreAfter: 1,
    explore: 0.9,
  },
};

export interface TrainingSets {
  readonly train: readonly GoldSentence[];
  /** Our own sentences of the kind that will be read, with tags and trees only: taught {@link OWN_TIMES} times to tagger and parser. */
  readonly own: readonly GoldSentence[];
  /** Only reported on; may be empty. */
  readonly dev: readonly GoldSentence[];
  /** Shows how raw text is split into words and sentences. */
  readonly splitting: readonly GoldSentence[];
}

/**
 * Trains the model of a language and writes it to `out`. Deterministic by the seeds in the options; about ten minutes of one core
 * for 200,000 words.
 */
export function trainSyntax(
  { train, own, dev, splitting }: TrainingSets,
  out: string,
  language: string,
): void {
  const known = knownWordsOf(language);
  const list = new URL(`./abbreviations.${language}.yaml`, import.meta.url);
  const abbreviations = existsSync(list) ? z.array(z.string()).parse(parse(readFileSync(list, 'utf8'))) : [];
  const splits = learnSplitRules(splitting, abbreviations);
  const rules = splitRulesOf(splits);
  const ends = trainSentenceEnds(paragraphsOf(splitting), rules, 12, 1);

  const counts = new Map<string, number>();
  for (const { words } of train)
    for (const { feats } of words) counts.set(feats, (counts.get(feats) ?? 0) + 1);
  const common = [...counts]
    .filter(([, count]) => count > LEAST_FEATS)
    .sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
  const featsNames = ['', ...common.map(([name]) => name).filter((name) => name !== '')];
  const labelNames = [
    '',
    ...[...new Set(train.flatMap(({ words }) => words.map(({ deprel }) => deprel)))].sort(),
  ];
  const labelNumber = new Map(labelNames.map((name, index) => [name, index]));

  const tagger = sumOfTaggers(
    OPTIONS.taggerSeeds.map((seed) =>
      trainTagger([...train, ...repeated(own)], featsNames, { ...OPTIONS.tagger, seed, known }),
    ),
  );
  const all = [...train, ...own];
  const views: WordView[] = [];
  for (let fold = 0; fold < FOLDS; fold++) {
    const isElsewhere = (_: GoldSentence, index: number) => index % FOLDS !== fold;
    const rest = trainTagger(
      [...train.filter(isElsewhere), ...repeated(own.filter(isElsewhere))],
      featsNames,
      { ...OPTIONS.foldTagger, known },
    );
    [train, own].forEach((sentences, set) => {
      sentences.forEach(({ words }, place) => {
        if (place % FOLDS !== fold) return;
        const view = viewOf(
          words.map(({ form }) => form),
          known,
        );
        tag(view, rest);
        views[set * train.length + place] = view;
      });
    });
  }
  const seen = all.map(({ words }, index) => ({
    view: views[index] as WordView,
    head: Int32Array.from([-1, ...words.map(({ head }) => head)]),
    label: Int32Array.from([0, ...words.map(({ deprel }) => labelNumber.get(deprel) ?? 0)]),
  }));
  const examples = [...seen.slice(0, train.length), ...repeated(seen.slice(train.length))];
  const devViews = dev.map(({ words }) => {
    const view = viewOf(
      words.map(({ form }) => form),
      known,
    );
    tag(view, tagger);
    return view;
  });
  const options = { ...OPTIONS.parser, labels: labelNames.length };
  const report = (name: string, parsed: (view: WordView) => ParsedHeads) => {
    if (dev.length === 0) return console.log(`${name} trained`);
    let [attached, labelled, all] = [0, 0, 0];
    dev.forEach(({ words }, index) => {
      const { head, label } = parsed(devViews[index] as WordView);
      words.forEach((word, place) => {
        all++;
        if (head[place + 1] !== word.head) return;
        attached++;
        if (labelNames[label[place + 1] as number] === word.deprel) labelled++;
      });
    });
    const percent = (part: number) => ((100 * part) / all).toFixed(2);
    console.log(
      `${name}: UAS ${percent(attached)}, LAS ${percent(labelled)} of the development set's gold words`,
    );
  };

  const parsers: ParserTables<LinearTable>[] = [];
  for (const seed of OPTIONS.parserSeeds) {
    parsers.push(trainParser(examples, { ...options, seed }));
    const sum = sumOfParsers(parsers);
    report(`${parsers.length} of ${OPTIONS.parserSeeds.length} parsers`, (view) => parseHeads(view, sum));
  }
  const parser = sumOfParsers(parsers);

  const limits = {
    knownTags: learnKnownTags(all, known),
    featsOf: tagger.featsOf,
    labelsOf: relationsOf(examples),
  };
  const choices = choicesOf(limits, all);
  const tables: { [name in TableName]: QuantizedTable } = {
    ends: quantized(ends),
    upos: inColumns(quantized(tagger.upos), choices.upos),
    feats: inColumns(quantized(tagger.feats), choices.feats),
    transitions: quantized(parser.transitions),
    labels: inColumns(quantized(parser.labels), choices.labels),
  };
  const head: ModelHead = {
    format: 2,
    language,
    splits,
    ...limits,
    featsNames,
    labelNames,
    lemmas: trainLemmas(train, irregularVerbs(language)),
    tables: Object.fromEntries(
      TABLES.map((name) => {
        const { codes, ...shape } = tables[name];
        return [name, shape];
      }),
    ) as ModelHead['tables'],
  };
  const json = Buffer.from(JSON.stringify(head));
  const length = Buffer.alloc(4);
  length.writeUInt32LE(json.length);
  const file = gzipSync(
    Buffer.concat([length, json, ...TABLES.map((name) => Buffer.from(tables[name].codes.buffer))]),
    { level: 9 },
  );
  writeFileSync(out, file);
  console.log(`${out}: ${(file.length / 1e6).toFixed(1)} MB`);
}

function repeated<T>(items: readonly T[]): T[] {
  return Array.from({ length: OWN_TIMES }, () => items).flat();
}

/** Which relations were seen between which tags. */
function relationsOf(examples: readonly ParserExample[]): { [pair: string]: number[] } {
  const seen = new Map<number, Set<number>>();
  for (const { view, head, label } of examples) {
    for (let word = 1; word < view.length; word++) {
      const pair = tagPair(view, head[word] as number, word);
      const labels = seen.get(pair) ?? new Set<number>();
      seen.set(pair, labels);
      labels.add(label[word] as number);
    }
  }
  return Object.fromEntries([...seen].map(([pair, labels]) => [pair, [...labels].sort((a, b) => a - b)]));
}
