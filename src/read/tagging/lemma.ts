import { KIND, type WordKinds } from './word-kinds.ts';

/**
 * Lemmas by dictionary, then by the longest known ending (edit rules learned from a treebank: cut so many letters, add
 * these). Keys are `form UPOS feats`, or `ending UPOS feats`.
 */
export interface LemmaTables {
  /** `form UPOS feats` → lemma, for what the rules get wrong; `form UPOS` where the features do not matter. */
  readonly exceptions: { readonly [key: string]: string };
  /** `ending UPOS feats` → `cut:add`, most frequent edit of that ending; lower case. */
  readonly rules: { readonly [key: string]: string };
  /** What forms can be, where a dictionary tells: it knows which verbs there are. */
  readonly kinds?: WordKinds | undefined;
}

export const LONGEST_ENDING = 6;

interface Known {
  readonly upos: string;
  readonly feats: string;
  readonly inName: boolean;
  readonly lemma: string;
}

/** Lemmas worked out lately, by tables, then by form; a form has few. Emptied when full, so that memory stays bounded. */
const MOST_FORMS = 20_000;
const memory = new WeakMap<LemmaTables, Map<string, Known[]>>();

/**
 * The lemma of a word. Names begin with a capital letter, adjectives beside a name keep theirs (`inName`: UD English writes
 * 'New' in 'New York' so), all else is lower case. Numbers lose the commas between their thousands.
 */
export function lemmaOf(
  form: string,
  upos: string,
  feats: string,
  tables: LemmaTables,
  inName: boolean,
): string {
  let known = memory.get(tables);
  if (!known) {
    known = new Map();
    memory.set(tables, known);
  }
  let lemmas = known.get(form);
  if (lemmas)
    for (const one of lemmas)
      if (one.upos === upos && one.feats === feats && one.inName === inName) return one.lemma;
  const lemma = workedOut(form, upos, feats, tables, inName);
  if (!lemmas) {
    if (known.size >= MOST_FORMS) known.clear();
    lemmas = [];
    known.set(form, lemmas);
  }
  lemmas.push({ upos, feats, inName, lemma });
  return lemma;
}

function workedOut(form: string, upos: string, feats: string, tables: LemmaTables, inName: boolean): string {
  const lower = lowered(form);
  const known = tables.exceptions[`${lower} ${upos} ${feats}`] ?? tables.exceptions[`${lower} ${upos}`];
  if (known !== undefined) return upos === 'ADJ' && keepsCapital(form, inName) ? capitalized(known) : known;
  if (upos === 'NUM') return /^\d{1,3}(?:,\d{3})+(?:\.\d+)?$/.test(form) ? form.replaceAll(',', '') : lower;
  if (upos === 'PUNCT' || upos === 'SYM' || upos === 'X') return form;
  const word = upos === 'PROPN' ? form : lower;
  const made = edited(word, lower, `${upos} ${feats}`, tables);
  const { kinds } = tables;
  const lemma = upos === 'VERB' && kinds && /(?:ed|ing)$/.test(lower) ? verbInDictionary(made, kinds) : made;
  return upos === 'ADJ' && keepsCapital(form, inName) ? capitalized(lemma) : lemma;
}

/** 'resum' → 'resume', 'planne' → 'plan': what is no verb of the dictionary, where with 'e', or with less, it is one. */
function verbInDictionary(lemma: string, kinds: WordKinds): string {
  const isVerb = (word: string) => (kinds(word) & KIND.verb) !== 0;
  if (isVerb(lemma)) return lemma;
  const short = lemma.endsWith('e') ? lemma.slice(0, -1) : lemma;
  const single = /([^aeiou])\1$/.test(short) ? short.slice(0, -1) : short;
  return [`${lemma}e`, short, single].find((word) => word.length > 1 && isVerb(word)) ?? lemma;
}

/** The form as the tables have it. */
export function lowered(form: string): string {
  return form.toLowerCase().replace(/[’‘]/g, "'");
}

function edited(word: string, lower: string, tags: string, tables: LemmaTables): string {
  for (let length = Math.min(LONGEST_ENDING, lower.length); length >= 0; length--) {
    const rule = tables.rules[`${lower.slice(lower.length - length)} ${tags}`];
    if (rule === undefined) continue;
    const colon = rule.indexOf(':');
    const cut = Number(rule.slice(0, colon));
    return cut < word.length || cut === 0 ? word.slice(0, word.length - cut) + rule.slice(colon + 1) : word;
  }
  return word;
}

function keepsCapital(form: string, inName: boolean): boolean {
  return inName && /^\p{Lu}\P{Lu}*$/u.test(form);
}

function capitalized(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}
