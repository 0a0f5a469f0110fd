/**
 * Trains sentence ends, tagger, lemmas and parser of one language and writes its model:
 *
 *   npx tsx src/read/train/syntax.ts TREEBANK-FOLDER src/read/lang/en/syntax.bin
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { argv } from 'node:process';
import { gzipSync } from 'node:zlib';
import { parse } from 'yaml';
import type { LinearTable } from '../linear-table.ts';
import { type ModelHead, TABLES, type TableName } from '../model-file.ts';
import { parseHeads } from '../parsing/parse.ts';
import { viewOf, type WordView } from '../parsing/word-view.ts';
import { tag } from '../tagging/tag.ts';
import { readConllu } from './conllu.ts';
import { trainLemmas } from './lemmas.ts';
import { trainParser } from './parser.ts';
import { quantized } from './perceptron.ts';
import { learnSplitRules, paragraphsOf, trainSentenceEnds } from './sentences.ts';
import { trainTagger } from './tagger.ts';

const FOLDS = 4;
const LEAST_FEATS = 5;
const OPTIONS = {
  tagger: { epochs: 6, seed: 1, uposRows: 1 << 17, featsRows: 1 << 15 },
  foldEpochs: 4,
  parser: { epochs: 10, seed: 1, transitionRows: 1 << 20, labelRows: 1 << 16, exploreAfter: 1, explore: 0.9 },
};

export function trainSyntax(folder: string, out: string, language: string): void {
  const train = readConllu(`${folder}/train.conllu.gz`);
  const dev = readConllu(`${folder}/dev.conllu.gz`);
  const learned = learnSplitRules(train);
  const own = parse(
    readFileSync(new URL(`./abbreviations.${language}.yaml`, import.meta.url), 'utf8'),
  ) as string[];
  const abbreviations = [...new Set([...learned.abbreviations, ...own])].sort();
  const rules = { prefixes: new Set(learned.prefixes), abbreviations: new Set(abbreviations) };
  const ends = trainSentenceEnds(paragraphsOf(train), rules, 12, 1);

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

  const tagger = trainTagger(train, featsNames, OPTIONS.tagger);
  const views: WordView[] = [];
  for (let fold = 0; fold < FOLDS; fold++) {
    const rest = trainTagger(
      train.filter((_, index) => index % FOLDS !== fold),
      featsNames,
      { ...OPTIONS.tagger, epochs: OPTIONS.foldEpochs },
    );
    train.forEach(({ words }, index) => {
      if (index % FOLDS !== fold) return;
      const view = viewOf(words.map(({ form }) => form));
      tag(view, rest);
      views[index] = view;
    });
  }
  const examples = train.map(({ words }, index) => ({
    view: views[index] as WordView,
    head: Int32Array.from([-1, ...words.map(({ head }) => head)]),
    label: Int32Array.from([0, ...words.map(({ deprel }) => labelNumber.get(deprel) ?? 0)]),
  }));
  const devViews = dev.map(({ words }) => {
    const view = viewOf(words.map(({ form }) => form));
    tag(view, tagger);
    return view;
  });
  const parser = trainParser(examples, { ...OPTIONS.parser, labels: labelNames.length }, (epoch, tables) => {
    const now = tables();
    let [attached, labelled, all] = [0, 0, 0];
    dev.forEach(({ words }, index) => {
      const { head, label } = parseHeads(devViews[index] as WordView, now);
      words.forEach((word, place) => {
        all++;
        if (head[place + 1] !== word.head) return;
        attached++;
        if (labelNames[label[place + 1] as number] === word.deprel) labelled++;
      });
    });
    console.log(
      `epoch ${epoch + 1}: dev UAS ${((100 * attached) / all).toFixed(2)}, LAS ${((100 * labelled) / all).toFixed(2)}`,
    );
  });

  const tables: { [name in TableName]: LinearTable & { weights: Int8Array } } = {
    ends: quantized(ends),
    upos: quantized(tagger.upos),
    feats: quantized(tagger.feats),
    transitions: quantized(parser.transitions),
    labels: quantized(parser.labels),
  };
  const head: ModelHead = {
    format: 1,
    language,
    prefixes: learned.prefixes,
    abbreviations,
    featsNames,
    featsOf: tagger.featsOf,
    labelNames,
    lemmas: trainLemmas(train),
    tables: Object.fromEntries(
      TABLES.map((name) => [name, { rows: tables[name].rows, classes: tables[name].classes }]),
    ) as ModelHead['tables'],
  };
  const json = Buffer.from(JSON.stringify(head));
  const length = Buffer.alloc(4);
  length.writeUInt32LE(json.length);
  const file = gzipSync(
    Buffer.concat([length, json, ...TABLES.map((name) => Buffer.from(tables[name].weights.buffer))]),
    { level: 9 },
  );
  writeFileSync(out, file);
  console.log(`${out}: ${(file.length / 1e6).toFixed(1)} MB`);
}

const [, , folder, out, language = 'en'] = argv;
if (folder !== undefined && out !== undefined) trainSyntax(folder, out, language);
