/**
 * Lemmas by dictionary, then by the longest known ending (edit rules learned from a treebank: cut so many letters, add
 * these). Keys are `form UPOS feats`, or `ending UPOS feats`.
 */
export interface LemmaTables {
  /** `form UPOS feats` → lemma, for what the rules get wrong; `form UPOS` where the features do not matter. */
  readonly exceptions: { readonly [key: string]: string };
  /** `ending UPOS feats` → `cut:add`, most frequent edit of that ending; lower case. */
  readonly rules: { readonly [key: string]: string };
}

export const LONGEST_ENDING = 6;

/** Lemmas worked out lately, by tables, then by form and tags. Emptied when full, so that memory stays bounded. */
const MOST_LEMMAS = 20_000;
const memory = new WeakMap<LemmaTables, Map<string, string>>();

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
  const key = `${form} ${upos} ${feats} ${inName}`;
  const remembered = known.get(key);
  if (remembered !== undefined) return remembered;
  const lemma = workedOut(form, upos, feats, tables, inName);
  if (known.size >= MOST_LEMMAS) known.clear();
  known.set(key, lemma);
  return lemma;
}

function workedOut(form: string, upos: string, feats: string, tables: LemmaTables, inName: boolean): string {
  const lower = lowered(form);
  const known = tables.exceptions[`${lower} ${upos} ${feats}`] ?? tables.exceptions[`${lower} ${upos}`];
  if (known !== undefined) return upos === 'ADJ' && keepsCapital(form, inName) ? capitalized(known) : known;
  if (upos === 'NUM') return /^\d{1,3}(?:,\d{3})+(?:\.\d+)?$/.test(form) ? form.replaceAll(',', '') : lower;
  if (upos === 'PUNCT' || upos === 'SYM' || upos === 'X') return form;
  const word = upos === 'PROPN' ? form : lower;
  const lemma = edited(word, lower, `${upos} ${feats}`, tables);
  return upos === 'ADJ' && keepsCapital(form, inName) ? capitalized(lemma) : lemma;
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
