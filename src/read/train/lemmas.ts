import { type LemmaTables, LONGEST_ENDING, lemmaOf, lowered } from '../tagging/lemma.ts';
import type { GoldSentence } from './conllu.ts';

const UNEDITED = new Set(['PUNCT', 'SYM', 'NUM', 'X']);

/** Learns edit rules by ending, then keeps as exceptions what they get wrong, and past forms of `irregular` verbs that were not seen. */
export function trainLemmas(
  sentences: readonly GoldSentence[],
  irregular: ReadonlyMap<string, string> = new Map(),
): LemmaTables {
  const edits = new Map<string, Map<string, number>>();
  const lemmas = new Map<string, Map<string, number>>();
  for (const { words } of sentences) {
    for (const [place, { form, lemma: written, upos, feats }] of words.entries()) {
      const lower = lowered(form);
      // Beside a name the capital letter of an adjective comes from its place, not from the word.
      const inName = words[place - 1]?.upos === 'PROPN' || words[place + 1]?.upos === 'PROPN';
      const lemma = upos === 'ADJ' && inName ? written.toLowerCase() : written;
      if (upos !== 'ADJ' || !inName) count(lemmas, `${lower} ${upos} ${feats}`, lemma);
      if (UNEDITED.has(upos)) continue;
      const edit = editOf(upos === 'PROPN' ? form : lower, lemma);
      if (edit === null) continue;
      for (let length = 0; length <= Math.min(LONGEST_ENDING, lower.length); length++) {
        // What a short ending tells of many words is at most a letter or two.
        if (edit.length - edit.indexOf(':') - 1 > Math.min(2, length)) continue;
        count(edits, `${lower.slice(lower.length - length)} ${upos} ${feats}`, edit);
      }
    }
  }
  const rules: { [key: string]: string } = {};
  // Short endings first, so that a longer one is kept only where it says something else.
  for (const [key, counts] of [...edits].sort(
    ([a], [b]) => a.indexOf(' ') - b.indexOf(' ') || (a < b ? -1 : 1),
  )) {
    const [edit, times] = top(counts);
    const ending = key.slice(0, key.indexOf(' '));
    if (times < 2 && ending.length > 0) continue;
    const shorter = shorterRule(rules, key);
    if (shorter !== edit) rules[key] = edit;
  }
  const tables = { exceptions: {} as { [key: string]: string }, rules };
  for (const [key, counts] of [...lemmas].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const [lemma, times] = top(counts);
    const [form = '', upos = '', feats = ''] = key.split(' ');
    if (times < 2 && upos === 'PROPN') continue;
    const given = upos === 'PROPN' ? form.charAt(0).toUpperCase() + form.slice(1) : form;
    if (lemmaOf(given, upos, feats, tables, false) !== lemma) tables.exceptions[key] = lemma;
  }
  const seen = new Set([...lemmas.keys()].map((key) => key.slice(0, key.lastIndexOf(' '))));
  const unseen = [...irregular].filter(([form]) => !seen.has(`${form} VERB`));
  return {
    ...tables,
    exceptions: {
      ...tables.exceptions,
      ...whateverFeatures(tables, lemmas),
      ...Object.fromEntries(unseen.map(([form, lemma]) => [`${form} VERB`, lemma])),
    },
  };
}

/** So many of the features seen most often with a tag are tried. */
const TRIED = 8;

/** Forms that give one lemma with whatever features they were seen, where the rules would give another with features they may get. */
function whateverFeatures(
  tables: LemmaTables,
  lemmas: ReadonlyMap<string, ReadonlyMap<string, number>>,
): { [key: string]: string } {
  const seen = new Map<string, { times: number; lemmas: Set<string> }>();
  const featsOf = new Map<string, Map<string, number>>();
  for (const [key, counts] of lemmas) {
    const [form = '', upos = '', feats = ''] = key.split(' ');
    const word = seen.get(`${form} ${upos}`) ?? { times: 0, lemmas: new Set<string>() };
    seen.set(`${form} ${upos}`, word);
    for (const [lemma, times] of counts) {
      word.lemmas.add(lemma);
      word.times += times;
      count(featsOf, upos, feats);
    }
  }
  const found: { [key: string]: string } = {};
  for (const [key, word] of [...seen].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const [lemma] = word.lemmas;
    const [form = '', upos = ''] = key.split(' ');
    if (lemma === undefined || word.lemmas.size > 1 || word.times < 2 || upos === 'PROPN') continue;
    const tried = [...(featsOf.get(upos) ?? [])].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
    if (tried.slice(0, TRIED).some(([feats]) => lemmaOf(form, upos, feats, tables, false) !== lemma))
      found[key] = lemma;
  }
  return found;
}

function count(into: Map<string, Map<string, number>>, key: string, value: string): void {
  const counts = into.get(key) ?? new Map<string, number>();
  into.set(key, counts);
  counts.set(value, (counts.get(value) ?? 0) + 1);
}

function top(counts: ReadonlyMap<string, number>): [string, number] {
  return [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))[0] as [string, number];
}

function shorterRule(rules: { readonly [key: string]: string }, key: string): string | undefined {
  const space = key.indexOf(' ');
  for (let from = 1; from <= space; from++) {
    const rule = rules[key.slice(from)];
    if (rule !== undefined) return rule;
  }
  return undefined;
}

/** Cut and add at the end; null where the lemma begins differently. */
function editOf(form: string, lemma: string): string | null {
  let same = 0;
  while (same < form.length && same < lemma.length && form[same] === lemma[same]) same++;
  if (same === 0 && form.length > 3) return null;
  return `${form.length - same}:${lemma.slice(same)}`;
}
