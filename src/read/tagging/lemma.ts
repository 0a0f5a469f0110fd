/**
 * Lemmas by dictionary, then by the longest known ending (edit rules learned from a treebank: cut so many letters, add
 * these). Keys are `FORM TAG` with TAG = UPOS and, where it decides, the features.
 */
export interface LemmaTables {
  /** `form UPOS feats` → lemma, for what the rules get wrong. */
  readonly exceptions: { readonly [key: string]: string };
  /** `ending UPOS feats` → `cut:add`, most frequent edit of that ending; lower case. */
  readonly rules: { readonly [key: string]: string };
}

export const LONGEST_ENDING = 6;

/** The lemma of a word; names keep their case, all else is lower case. */
export function lemmaOf(form: string, upos: string, feats: string, tables: LemmaTables): string {
  const lower = form.toLowerCase().replace(/[’‘]/g, "'");
  const known = tables.exceptions[`${lower} ${upos} ${feats}`];
  if (known !== undefined) return upos === 'PROPN' && /^\p{Ll}/u.test(known) ? recased(form, known) : known;
  if (upos === 'PUNCT' || upos === 'SYM' || upos === 'NUM' || upos === 'X') return form;
  const word = upos === 'PROPN' ? form : lower;
  for (let length = Math.min(LONGEST_ENDING, lower.length); length >= 0; length--) {
    const rule = tables.rules[`${lower.slice(lower.length - length)} ${upos} ${feats}`];
    if (rule === undefined) continue;
    const colon = rule.indexOf(':');
    const cut = Number(rule.slice(0, colon));
    return cut < word.length || cut === 0 ? word.slice(0, word.length - cut) + rule.slice(colon + 1) : word;
  }
  return word;
}

function recased(form: string, lemma: string): string {
  return /^\p{Lu}/u.test(form) ? lemma.charAt(0).toUpperCase() + lemma.slice(1) : lemma;
}
