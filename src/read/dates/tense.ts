import type { Token } from '../document.ts';
import type { DateWords } from './lexicon.ts';

/** When the clause around a date lies, seen from the article's date; null where nothing tells. */
export type Tense = 'past' | 'perfect' | 'present' | 'future' | null;

/** How many tokens to either side are looked at where there is no tree. */
const WINDOW = 14;

/**
 * The tense of the clause that holds token `at`: by the verb that governs it and that verb's auxiliaries where there is
 * a tree, else by the nearest finite verb or marker of the sentence. `first` and `end` bound the sentence's tokens.
 */
export function tenseAt(
  tokens: readonly Token[],
  at: number,
  first: number,
  end: number,
  words: DateWords['tense'],
): Tense {
  if (tokens[at]?.head === -1 && (tokens[at] as Token).children.length === 0) {
    return tenseNear(tokens, at, first, end, words);
  }
  const before = at > first ? tokens[at - 1] : undefined;
  if (before?.upos === 'VERB' && before.feats.includes('Tense=Past') && isBarePast(tokens, before))
    return 'past';
  if (before && words.starting.includes(before.text.toLowerCase()) && isOrdered(tokens, at, words))
    return 'future';
  let head = at;
  let loose = false;
  for (let step = 0; step < MOST_STEPS && head >= 0; step++) {
    const token = tokens[head] as Token;
    const verbal = token.upos === 'VERB' || token.upos === 'AUX' || hasCopula(tokens, token);
    if (verbal && head !== at) {
      const tense = tenseOfVerb(tokens, token, words);
      // 'declared a dividend payable on 15 December': a verb does not date what stands within its object.
      if (tense) return loose ? null : tense;
    }
    if (head !== at && !verbal && /^(nmod|amod|acl|appos)/.test(token.deprel)) loose = true;
    if (/^(acl|amod)/.test(token.deprel)) loose = true;
    head = token.head;
  }
  return null;
}

const MOST_STEPS = 12;

/** 'announced a curfew from Saturday', 'ordered the bridge closed from Monday'. */
function isOrdered(tokens: readonly Token[], at: number, { ordering }: DateWords['tense']): boolean {
  let token = tokens[at];
  for (let step = 0; step < MOST_STEPS && token; step++) {
    if (token.upos === 'VERB' && ordering.includes(token.lemma.toLowerCase())) return true;
    token = tokens[token.head];
  }
  return false;
}

/** 'said Thursday', 'the decision announced Wednesday': a past form without an auxiliary. */
function isBarePast(tokens: readonly Token[], verb: Token): boolean {
  if (verb.feats.includes('VerbForm=Fin')) return true;
  return (
    verb.deprel.startsWith('acl') && !verb.children.some((child) => tokens[child]?.deprel.startsWith('aux'))
  );
}

function hasCopula(tokens: readonly Token[], token: Token): boolean {
  return token.children.some((child) => tokens[child]?.deprel === 'cop');
}

function tenseOfVerb(tokens: readonly Token[], verb: Token, words: DateWords['tense']): Tense {
  const forms = [verb, ...verb.children.map((child) => tokens[child] as Token)].filter(
    (token) =>
      token === verb || token.deprel.startsWith('aux') || token.deprel === 'cop' || token.deprel === 'mark',
  );
  const lower = forms.map((token) => token.text.toLowerCase());
  if (lower.some((word) => words.future.includes(word))) return 'future';
  const infinitive = forms.some((token) => token.upos === 'PART') && verb.feats.includes('VerbForm=Inf');
  if (infinitive) {
    const governor = tokens[verb.head]?.lemma.toLowerCase() ?? '';
    return words.doneInfinitive.includes(governor) ? null : 'future';
  }
  const auxiliaries = lower.slice(1);
  if (auxiliaries.some((word) => words.past.includes(word))) return 'past';
  if (auxiliaries.some((word) => words.perfect.includes(word))) return 'perfect';
  if (auxiliaries.some((word) => words.present.includes(word))) return 'present';
  const finite =
    verb.feats.includes('VerbForm=Fin') || (auxiliaries.length === 0 && hasSubject(tokens, verb));
  if (verb.feats.includes('Tense=Past') && finite) return 'past';
  if (verb.feats.includes('Tense=Pres') && verb.feats.includes('VerbForm=Fin')) return 'present';
  return null;
}

/** A past participle with a subject and no auxiliary is a past verb that the tagger took for one ('the armies fought'). */
function hasSubject(tokens: readonly Token[], verb: Token): boolean {
  return verb.children.some((child) => tokens[child]?.deprel === 'nsubj');
}

/** Without a tree: the finite verb or marker nearest to the date in its sentence. */
function tenseNear(
  tokens: readonly Token[],
  at: number,
  first: number,
  end: number,
  words: DateWords['tense'],
): Tense {
  for (let distance = 1; distance <= WINDOW; distance++) {
    for (const index of [at - distance, at + distance]) {
      if (index < first || index >= end) continue;
      const token = tokens[index] as Token;
      const lower = token.text.toLowerCase();
      if (words.future.includes(lower)) return 'future';
      if (words.past.includes(lower)) return 'past';
      if (words.perfect.includes(lower)) return 'perfect';
      if (token.feats.includes('VerbForm=Fin'))
        return token.feats.includes('Tense=Past') ? 'past' : 'present';
    }
  }
  return null;
}
