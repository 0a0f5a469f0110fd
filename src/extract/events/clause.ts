import type { Document, Token } from '../../read/index.ts';
import { childIn, childrenIn, prepositionOf, relationOf } from '../phrase.ts';

/** Steps up a tree that are taken at most. */
const MOST_STEPS = 12;
/** Words behind a verb that are searched for another one, at most. */
const MOST_WORDS = 30;

const passives = new WeakMap<Document, Int8Array>();

/** Is the verb a passive, as far as tree and forms tell? Asked of a verb by many rules, worked out once. */
export function isPassive(document: Document, verb: Token): boolean {
  let known = passives.get(document);
  if (!known) {
    known = new Int8Array(document.tokens.length);
    passives.set(document, known);
  }
  if (known[verb.index] === 0) known[verb.index] = looksPassive(document, verb) ? 1 : -1;
  return known[verb.index] === 1;
}

function looksPassive(document: Document, verb: Token): boolean {
  if (/ing$/i.test(verb.text) && !childIn(document, verb, 'aux')) return false;
  const auxiliaries = childrenIn(document, verb, 'aux');
  if (auxiliaries.some(({ deprel, lemma }) => (deprel === 'aux:pass' && lemma !== 'have') || lemma === 'get'))
    return true;
  if (auxiliaries.length > 0)
    return auxiliaries.some(({ lemma }) => lemma === 'be') && !/ing$/i.test(verb.text);
  if (hasDirectObject(document, verb)) return false;
  if (sharesPassive(document, verb)) return true;
  // 'buried a policeman killed in an ambush', read as what became of him
  if (verb.deprel === 'xcomp' && /Voice=Pass/.test(verb.feats) && childIn(document, verb, 'nsubj'))
    return true;
  // A participle that hangs on a noun: the officers killed in the clash.
  if (verb.deprel === 'acl') {
    if (/VerbForm=Part/.test(verb.feats)) return /Tense=Past|Voice=Pass/.test(verb.feats);
    // 'Two policemen shot dead in an ambush were buried': its form is that of the past tense
    return (
      /Tense=Past/.test(verb.feats) &&
      (document.tokens[verb.index + 1]?.text === 'dead' || !isLastFinite(document, verb))
    );
  }
  return verb.children.some((index) =>
    /^(?:nsubj|csubj):pass$/.test((document.tokens[index] as Token).deprel),
  );
}

/** 'Four people were killed and ten houses destroyed': the second participle has the auxiliary of the first. */
function sharesPassive(document: Document, verb: Token): boolean {
  if (relationOf(verb) !== 'conj' || verb.head < 0 || !/Voice=Pass/.test(verb.feats)) return false;
  const first = document.tokens[verb.head] as Token;
  return (
    first.upos === 'VERB' &&
    first.index < verb.index &&
    isPassive(document, first) &&
    !isBareParticiple(document, first)
  );
}

/** Particles that a verb may have before its object: handed over their weapons. */
export const PARTICLES: ReadonlySet<string> = new Set(['up', 'off', 'out', 'over', 'down', 'back', 'away']);

/** An object, or a noun phrase right behind: 'demolished ten houses' acts, whatever the tree says of it. */
export function hasDirectObject(document: Document, verb: Token): boolean {
  if (childIn(document, verb, 'obj')) return true;
  const after = document.tokens[verb.index + 1];
  const next = PARTICLES.has(after?.text.toLowerCase() ?? '') ? document.tokens[verb.index + 2] : after;
  return (
    next !== undefined &&
    next.sentence === verb.sentence &&
    ['DET', 'ADJ', 'NUM', 'PROPN', 'NOUN', 'PRON'].includes(next.upos) &&
    next.deprel !== 'obl:unmarked' &&
    !/^(?:dead|last|this|next|early|late|that|who|which|by|to|two|three|four|five|six|seven|eight|nine|ten|\d+)$/i.test(
      next.text,
    ) &&
    !/day$|^yesterday$|^today$|^tomorrow$/i.test(next.text)
  );
}

/**
 * A verb that the tree hangs on its own subject as a participle, 'Soldiers demolished ten houses', or on its object as an attribute of it,
 * 'Officers today ended their efforts': the main verb of its sentence all the same.
 */
export function isLostFinite(document: Document, verb: Token): boolean {
  if (verb.head < 0 || /ing$/i.test(verb.text) || childIn(document, verb, 'aux', 'mark')) return false;
  const head = document.tokens[verb.head] as Token;
  if (verb.deprel === 'acl')
    return (
      head.index < verb.index &&
      (hasDirectObject(document, verb) ||
        (isBareRoot(document, counted(document, head)) && isLastFinite(document, verb)))
    );
  if (verb.deprel !== 'amod' || head.index < verb.index) return false;
  // 'The king granted autonomy', read as one noun phrase
  if (head.head < 0) {
    const [before, first] = [document.tokens[verb.index - 1], document.tokens[verb.index - 2]];
    // 'Amnesty International criticised', an adjective that ends a name
    const endsName = before?.upos === 'ADJ' && first?.upos === 'PROPN' && /^\p{Lu}/u.test(before.text);
    return endsName || ['NOUN', 'PROPN'].includes(before?.upos ?? '');
  }
  const above = document.tokens[head.head] as Token;
  return above.index < verb.index && above.upos === 'NOUN' && isBareRoot(document, above);
}

/** 'hundreds of people': the count that the phrase hangs on. */
function counted(document: Document, head: Token): Token {
  return relationOf(head) === 'nmod' && head.head >= 0 ? (document.tokens[head.head] as Token) : head;
}

/** No other verb follows in the clause: 'The trucks sent on Monday are still there' has its verb in 'are'. */
function isLastFinite({ tokens }: Document, verb: Token): boolean {
  for (let at = verb.index + 1; at < Math.min(tokens.length, verb.index + MOST_WORDS); at++) {
    const { sentence, upos, text, feats } = tokens[at] as Token;
    if (sentence !== verb.sentence || upos === 'SCONJ' || /^(?:,|who|which|that|as)$/.test(text)) return true;
    if (upos === 'AUX' || (upos === 'VERB' && /VerbForm=Fin/.test(feats))) return false;
  }
  return true;
}

/** A noun on top of a sentence that has no verb to it: a headline, or a tree that lost its verb. */
function isBareRoot(document: Document, token: Token): boolean {
  return token.head < 0 && token.upos !== 'VERB' && !childIn(document, token, 'cop', 'nsubj');
}

/** A participle without an auxiliary may be either; only what hangs on it and the lexicon can say which. */
export function isBareParticiple(document: Document, verb: Token): boolean {
  return /^(?:acl|conj)$/.test(verb.deprel) && !childIn(document, verb, 'aux');
}

/**
 * The subject of a verb, looked up over conjunctions ('met and agreed'), controlled infinitives ('agreed to meet') and relative or
 * participial clauses ('the soldiers who fired'). null where the sentence has none.
 */
export function subjectOf(document: Document, verb: Token): Token | null {
  let at = verb;
  for (let step = 0; step < MOST_STEPS; step++) {
    const own = childIn(document, at, 'nsubj', 'csubj');
    if (own) {
      const isRelative = own.upos === 'PRON' && /PronType=Rel/.test(own.feats);
      if (!isRelative && !(relationOf(at) === 'acl' && ['who', 'which', 'that'].includes(own.lemma)))
        return own;
      return at.head >= 0 ? (document.tokens[at.head] as Token) : null;
    }
    if (at.head < 0) return null;
    const head = document.tokens[at.head] as Token;
    const relation = relationOf(at);
    if (relation === 'acl') return head.upos === 'VERB' ? null : head;
    if (relation === 'xcomp') {
      // Object control: urged Baku to open. Subject control where there is no object: agreed to open.
      const object = childIn(document, head, 'obj', 'iobj');
      // 'told reporters, declining to name it'
      const isApart = /ing$/i.test(at.text) && document.tokens[at.index - 1]?.text === ',';
      if (object && object.index < at.index && !isApart) return object;
      at = head;
      continue;
    }
    if (relation === 'conj' && (head.upos === 'VERB' || head.upos === 'AUX')) {
      at = head;
      continue;
    }
    // 'accused Norland of closing the road', 'of having closed it'
    if (/^(?:advcl|xcomp|obl)$/.test(relation) && isBelowOf(document, at)) {
      const object = childIn(document, head, 'obj');
      if (object && object.index < at.index) return object;
    }
    if (relation === 'advcl' && /VerbForm=(?:Part|Ger|Inf)/.test(at.feats) && !childIn(document, at, 'aux')) {
      // 'The camp was attacked by militiamen, killing ten'
      if (/ing$/i.test(at.text) && isPassive(document, head)) return agentOf(document, head);
      at = head;
      continue;
    }
    return null;
  }
  return null;
}

/** 'of closing', 'for having closed', 'from being closed': a clause below a preposition, whatever the tree makes of 'having'. */
export function isBelowOf({ tokens }: Document, verb: Token): boolean {
  let at = verb.index - 1;
  while (
    at > verb.index - 4 &&
    /^(?:having|being|been|not|deliberately|again)$/i.test(tokens[at]?.text ?? '')
  )
    at--;
  return /^(?:of|for|from)$/i.test(tokens[at]?.text ?? '');
}

/** Who acts: the subject, or the 'by' of a passive. */
export function agentOf(document: Document, verb: Token): Token | null {
  if (!isPassive(document, verb)) return subjectOf(document, verb);
  return (
    childrenIn(document, verb, 'obl').find(
      (child) => child.deprel === 'obl:agent' || prepositionOf(document, child) === 'by',
    ) ?? null
  );
}

/** What is acted on: the object, or the subject of a passive. */
export function patientOf(document: Document, verb: Token): Token | null {
  if (isPassive(document, verb)) return subjectOf(document, verb);
  return childIn(document, verb, 'obj') ?? childIn(document, verb, 'iobj') ?? null;
}

/** Phrases with one of these prepositions below a verb or noun. */
export function phrasesWith(
  document: Document,
  head: Token,
  prepositions: ReadonlySet<string> | readonly string[],
): Token[] {
  const phrases = childrenIn(document, head, 'obl', 'nmod');
  if (phrases.length === 0) return phrases;
  const has = (word: string): boolean =>
    Array.isArray(prepositions)
      ? prepositions.includes(word)
      : (prepositions as ReadonlySet<string>).has(word);
  return phrases.filter((child) => has(prepositionOf(document, child)));
}

/** Does a particle or preposition of this form stand below the verb or below a phrase of it? */
export function hasPhrase(document: Document, verb: Token, words: readonly string[]): boolean {
  return verb.children.some((index) => {
    const child = document.tokens[index] as Token;
    if (words.includes(child.lemma) || words.includes(child.text.toLowerCase())) return true;
    if (words.includes('to') && child.upos === 'VERB' && childIn(document, child, 'mark')?.lemma === 'to')
      return true;
    return (
      ['obl', 'nmod', 'advcl'].includes(relationOf(child)) &&
      words.includes(prepositionOf(document, child).split(' ')[0] ?? '')
    );
  });
}

/** The heads of a coordination: the phrase itself and its conjuncts. */
export function withConjuncts(document: Document, head: Token): Token[] {
  return [head, ...childrenIn(document, head, 'conj')];
}

/**
 * The phrases below a verb or noun, with those that hang below a date or a place name there: 'met on 1 March in Varda under the
 * supervision of X' is often read as a chain, and nothing but the meeting is under supervision.
 */
export function loosePhrases(document: Document, head: Token): Token[] {
  const found: Token[] = [];
  const waiting = childrenIn(document, head, 'obl', 'nmod');
  for (let next = 0; next < waiting.length && next < MOST_STEPS; next++) {
    const phrase = waiting[next] as Token;
    found.push(phrase);
    const isDate = phrase.upos === 'NUM';
    if (isDate || phrase.upos === 'PROPN') waiting.push(...childrenIn(document, phrase, 'nmod', 'obl'));
  }
  return found;
}
