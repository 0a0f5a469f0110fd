import { childrenOf, hasChild, isBelow, type Movable, move, moveBehind, raise } from './moving.ts';

/** Pronouns that open a relative clause behind a comma, by language. 'that' opens none there. */
const PRONOUNS: { readonly [language: string]: ReadonlySet<string> } = {
  en: new Set(['who', 'which', 'whom', 'whose']),
};
/** Relations by which the parser likes to hang such a clause on the verb before it. */
const ASTRAY = /^(?:parataxis|advcl|ccomp|conj|appos|dep)/;
/** Words between the comma and the noun that the clause is about, at most: 'the war in 2020, in which'. */
const MOST_WORDS = 6;
const MOST_STEPS = 5;

/**
 * Relative clauses between commas ('the rebels, who have taken the town, said'), which the parser's treebank hardly knows: hung on the
 * noun before the comma (`acl:relcl`) where the parser hung them on a verb. Changes heads, relations and children of the tokens from
 * `first` on, which are one sentence; returns its root.
 */
export function mendRelatives(
  tokens: readonly Movable[],
  first: number,
  root: number,
  language: string,
): number {
  const pronouns = PRONOUNS[language];
  if (!pronouns) return root;
  let top = root;
  for (let at = first + 2; at < tokens.length - 1; at++) {
    const pronoun = tokens[at] as Movable;
    if (!pronouns.has(pronoun.text) || !/^(?:PRON|DET)$/.test(pronoun.upos)) continue;
    const comma = tokens[at - 1]?.text === ',' ? at - 1 : tokens[at - 1]?.upos === 'ADP' ? at - 2 : -1;
    if (comma <= first || tokens[comma]?.text !== ',') continue;
    if (pronoun.deprel === 'nmod:poss') freeOwned(tokens, comma, tokens[pronoun.head] as Movable);
    const verb = predicateOf(tokens, at);
    if (verb && pronoun.deprel === 'nmod:poss')
      freeOwner(tokens, comma, tokens[pronoun.head] as Movable, verb);
    const noun = nounBefore(tokens, comma, first);
    if (!verb || !noun) continue;
    if (verb.index === top) top = withMainVerb(tokens, first, comma, noun, verb) ?? top;
    else if (verb.head > verb.index) lendSubject(tokens, comma, verb, noun);
    else if (noun.index === top && verb.head === top) top = withOwnVerb(tokens, verb, noun) ?? top;
    else if (ASTRAY.test(verb.deprel) && verb.head < at && !isBelow(tokens, noun, verb)) {
      move(tokens, verb, noun.index, 'acl:relcl');
    }
  }
  return top;
}

/** 'Russia, whose Africa Corps has camps there, agreed': what is owned was joined to its owner, and is the subject of the verb behind it. */
function freeOwned(tokens: readonly Movable[], comma: number, owned: Movable): void {
  const owner = tokens[owned.head];
  const verb = owner && tokens[owner.head];
  if (!owner || owner.index >= comma || !/^(?:conj|appos|flat)/.test(owned.deprel)) return;
  if (verb?.upos === 'VERB' && verb.index > owned.index && owner.deprel === 'nsubj')
    move(tokens, owned, verb.index, 'nsubj');
}

/** '[Prime Minister Viktor Orban], whose country': words before the comma that were hung on the noun behind 'whose' are one phrase of their own. */
function freeOwner(tokens: readonly Movable[], comma: number, owned: Movable, verb: Movable): void {
  const before = owned.children.filter((child) => child <= comma).map((child) => tokens[child] as Movable);
  const nouns = before.filter(({ upos, index }) => index < comma && /^(?:NOUN|PROPN)$/.test(upos));
  const [given, last] = nouns.slice(-2);
  if (!given) return;
  // A first name carries its surname
  const isName = last && given.upos === 'PROPN' && last.upos === 'PROPN' && last.index === given.index + 1;
  const owner = isName ? given : (last ?? given);
  for (const word of before)
    if (word.index === comma) move(tokens, word, verb.index, 'punct');
    else if (word === last && isName) move(tokens, word, owner.index, 'flat');
    else if (word !== owner) move(tokens, word, owner.index, word.upos === 'ADJ' ? 'amod' : word.deprel);
  move(tokens, owner, verb.index, 'nsubj');
}

/** The verb (or the nominal with a copula) of the clause that a relative pronoun stands in. */
function predicateOf(tokens: readonly Movable[], pronoun: number): Movable | null {
  let at = (tokens[pronoun] as Movable).head;
  for (let step = 0; step < MOST_STEPS && at > pronoun; step++) {
    const token = tokens[at] as Movable;
    if (token.upos === 'VERB' || hasChild(tokens, token, /^cop$/)) return token;
    at = token.head;
  }
  return null;
}

function nounBefore(tokens: readonly Movable[], comma: number, first: number): Movable | null {
  for (let at = comma - 1; at >= Math.max(first, comma - MOST_WORDS); at--) {
    let token = tokens[at] as Movable;
    if (token.upos === 'PUNCT' && token.text === ',' && at === comma - 2 && isAge(tokens[at + 1] as Movable))
      continue;
    if (token.upos === 'VERB' || token.upos === 'PUNCT') return null;
    if (token.upos !== 'NOUN' && token.upos !== 'PROPN') continue;
    // a month of '3 August', a family name behind a first name
    for (let step = 0; step < MOST_STEPS && /^(?:flat|nmod:unmarked)$/.test(token.deprel); step++)
      token = tokens[token.head] as Movable;
    if (token.upos === 'NOUN' || token.upos === 'PROPN') return token;
  }
  return null;
}

/** 'Aram Petrosyan, 58, who …' */
function isAge({ text }: Movable): boolean {
  return /^\d{1,3}$/.test(text);
}

/**
 * 'Eritrea, whose troops fought, is not taking part', where the clause was taken for the main one: the verb behind it becomes the root and
 * takes the noun as its subject. Returns the new root; null where the words do not show this plainly.
 */
function withMainVerb(
  tokens: readonly Movable[],
  first: number,
  comma: number,
  noun: Movable,
  verb: Movable,
): number | null {
  for (let at = first; at < comma; at++)
    if (tokens[at]?.upos === 'VERB' || tokens[at]?.upos === 'AUX') return null;
  const main = astrayBelow(tokens, verb) ?? verbBehindComma(tokens, verb);
  if (!main || !closes(tokens, verb.index, main.index)) return null;
  if (hasChild(tokens, main, /^(?:nsubj|mark|cc$)/)) return null;
  let subject = noun;
  for (let step = 0; step < MOST_STEPS && subject.head !== verb.index; step++) {
    if (subject.head < 0) return null;
    subject = tokens[subject.head] as Movable;
  }
  if (subject.head !== verb.index || subject.index >= comma) return null;
  raise(tokens, main);
  move(tokens, subject, main.index, 'nsubj');
  moveBehind(tokens, verb, main);
  move(tokens, verb, noun.index, 'acl:relcl');
  return main.index;
}

/**
 * 'the army, which is no part of the deal, attacked', where the clause took the subject of the verb behind it, or what only stands before
 * that subject.
 */
function lendSubject(tokens: readonly Movable[], comma: number, verb: Movable, noun: Movable): void {
  const main = tokens[verb.head] as Movable;
  if (main.upos !== 'VERB' || !closes(tokens, verb.index, main.index)) return;
  if (hasChild(tokens, main, /^(?:nsubj|csubj)/)) {
    if (/^(?:reparandum|dep)$/.test(verb.deprel) && !isBelow(tokens, noun, verb))
      move(tokens, verb, noun.index, 'acl:relcl');
    return;
  }
  const before = verb.children.filter((child) => child < comma).map((child) => tokens[child] as Movable);
  const subject = before.findLast(
    (word) => /^(?:nsubj|obj|dislocated)/.test(word.deprel) && !hasChild(tokens, word, /^case$/),
  );
  if (!subject || !isBelow(tokens, noun, subject)) return;
  for (const word of before) move(tokens, word, main.index, word === subject ? 'nsubj' : word.deprel);
  move(tokens, verb, noun.index, 'acl:relcl');
}

/**
 * 'The premier, whose country took over the presidency, arrived', where the noun stands on top and the main verb below that of the clause.
 * Returns the new root; null where there is no such verb.
 */
function withOwnVerb(tokens: readonly Movable[], verb: Movable, noun: Movable): number | null {
  const main = astrayBelow(tokens, verb);
  if (!main || !closes(tokens, verb.index, main.index)) return null;
  if (/ing$/.test(main.text) && !hasChild(tokens, main, /^aux$/)) return null;
  if (hasChild(tokens, main, /^(?:nsubj|mark|cc$)/)) return null;
  verb.deprel = 'acl:relcl';
  raise(tokens, main);
  moveBehind(tokens, verb, main);
  moveBehind(tokens, noun, main);
  move(tokens, noun, main.index, 'nsubj');
  return main.index;
}

/** The first verb behind another one and astray below it. */
function astrayBelow(tokens: readonly Movable[], verb: Movable): Movable | undefined {
  return childrenOf(tokens, verb).find(
    ({ index, upos, deprel }) => index > verb.index && upos === 'VERB' && ASTRAY.test(deprel),
  );
}

/** '…, which has bases in both states, called on them': a verb right behind the comma that was taken for a participle of a noun before it. */
function verbBehindComma(tokens: readonly Movable[], verb: Movable): Movable | null {
  for (let at = verb.index + 2; at < tokens.length; at++) {
    const token = tokens[at] as Movable;
    if (token.upos === 'VERB' && tokens[at - 1]?.text !== ',') return null;
    if (token.upos !== 'VERB') continue;
    return /^acl/.test(token.deprel) && !/ing$/.test(token.text) && isBelow(tokens, token, verb)
      ? token
      : null;
  }
  return null;
}

/** A comma between the clause and the verb, and nothing that joins the two. */
function closes(tokens: readonly Movable[], from: number, to: number): boolean {
  let comma = false;
  for (let at = from + 1; at < to; at++) {
    const { text, upos } = tokens[at] as Movable;
    if (text === ',') comma = true;
    else if (comma && (upos === 'CCONJ' || upos === 'SCONJ')) return false;
  }
  return comma;
}
