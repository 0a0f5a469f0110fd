import type { Casualties, PloverType } from '../../model/index.ts';
import type { Document, Token } from '../../read/index.ts';
import type { ExtractionContext } from '../context.ts';
import { childIn, childrenIn, relationOf } from '../phrase.ts';
import { patientOf, subjectOf, withConjuncts } from './clause.ts';
import { type EventLexicon, verbLemma } from './lexicon.ts';

const KILLING = new Set([
  'kill',
  'die',
  'perish',
  'murder',
  'execute',
  'assassinate',
  'slay',
  'behead',
  'decapitate',
  'massacre',
  'lynch',
]);
const INJURING = new Set(['wound', 'injure', 'hurt']);
const MOST = 1_000_000;

export interface Toll {
  readonly killed: Casualties[];
  readonly injured: Casualties[];
}

/** The dead and injured that a verb tells of: 'two soldiers and three policemen were killed', 'killed at least ten people'. */
export function tollOf(
  context: ExtractionContext,
  lexicon: EventLexicon,
  verb: Token,
  type: PloverType,
): Toll {
  const toll: Toll = { killed: [], injured: [] };
  const lemma = verbLemma(lexicon, verb);
  const into =
    KILLING.has(lemma) || isShotDead(context.document, verb)
      ? toll.killed
      : INJURING.has(lemma)
        ? toll.injured
        : null;
  if (verb.upos === 'NOUN') return leftBehind(context, lexicon, verb, LEFT);
  if (!into && type === 'ASSAULT') return leftBehind(context, lexicon, verb, LEAVING);
  if (!into) return toll;
  const victims = ['die', 'perish'].includes(lemma)
    ? subjectOf(context.document, verb)
    : patientOf(context.document, verb);
  if (!victims || isToldByFirst(context.document, victims, verb)) return toll;
  for (const victim of withConjuncts(context.document, victims)) {
    if (isIncluded(context.document, victim)) continue;
    const shared = sharedNoun(context, lexicon, victim);
    into.push(...shared);
    const counted = shared.length > 0 ? null : countOf(context.document, lexicon, victim);
    if (!counted) continue;
    const actor = sideOf(context, victim);
    into.push({ ...counted, ...(actor && { actor }) });
  }
  // 'were killed and 511 wounded'
  for (const next of childrenIn(context.document, verb, 'conj')) {
    const other = toll.injured === into ? toll.killed : toll.injured;
    // 'and four villagers were injured': counted where that verb is read
    if (childIn(context.document, next, 'nsubj')?.upos === 'NOUN') continue;
    const isOther = INJURED.has(next.text.toLowerCase())
      ? toll.injured === other
      : DEAD.has(next.text.toLowerCase());
    const counted = isOther ? countOf(context.document, lexicon, victimsOf(context.document, next)) : null;
    if (counted) other.push({ ...counted, ...(into[0]?.actor && { actor: into[0].actor }) });
  }
  return toll;
}

/** 'shot dead two policemen', 'shot him dead'. */
function isShotDead({ tokens }: Document, { index, text, sentence }: Token): boolean {
  if (!/^(?:shot|shoot|shoots|shooting|gunned)$/i.test(text)) return false;
  if (/^gunned$/i.test(text)) return tokens[index + 1]?.text === 'down';
  return tokens
    .slice(index + 1, index + DEAD_WORDS)
    .some((token) => token.text === 'dead' && token.sentence === sentence);
}

/** Words between 'shot' and 'dead', at most, and one. */
const DEAD_WORDS = 6;

/** 'ten people, including two children': counted already. */
function isIncluded(document: Document, victim: Token): boolean {
  return childrenIn(document, victim, 'case').some(({ text }) => /^(?:including|among)$/i.test(text));
}

/** 'and three wounded' tells of the same kind of people as the verb before it, which counts them. */
function isToldByFirst(document: Document, victims: Token, verb: Token): boolean {
  return (
    victims.upos === 'NUM' &&
    victims.deprel !== 'obj' &&
    relationOf(verb) === 'conj' &&
    victims.head === verb.index &&
    childIn(document, victims, 'nmod') === undefined
  );
}

/** 'and three wounded', read as a number with an attribute or as a clause of its own. */
function victimsOf(document: Document, wounded: Token): Token {
  return (wounded.upos === 'VERB' && childIn(document, wounded, 'nsubj')) || wounded;
}

const DEAD = new Set(['dead', 'killed']);
const INJURED = new Set(['wounded', 'injured', 'hurt']);
/** Words between an event noun and the dead that it left, at most. */
const NEAR = 14;

const LEFT: ReadonlySet<string> = new Set(['left', 'leaving', 'leaves']);
/** What a verb has behind it: 'clashed, leaving nine people dead', but not 'attacked a convoy that left'. */
const LEAVING: ReadonlySet<string> = new Set(['leaving']);

/** 'a firefight left five dead: two soldiers and three policemen': the list where there is one, else the sum. */
function leftBehind(
  context: ExtractionContext,
  lexicon: EventLexicon,
  noun: Token,
  marks: ReadonlySet<string>,
): Toll {
  const { document } = context;
  const toll: Toll = { killed: [], injured: [] };
  const nearest = Math.min(noun.index + NEAR, document.tokens.length);
  let from = noun.index + 1;
  while (from < nearest && !marks.has((document.tokens[from] as Token).text)) from++;
  const end = from < nearest ? Math.min(from + NEAR, document.tokens.length) : from;
  for (let index = from + 1; index < end; index++) {
    const token = document.tokens[index] as Token;
    if (token.sentence !== noun.sentence || token.text === '.') break;
    const into = DEAD.has(token.text) ? toll.killed : INJURED.has(token.text) ? toll.injured : null;
    if (!into) continue;
    const number = [index - 1, index - 2, index - 3]
      .map((at) => document.tokens[at] as Token)
      .find((before) => before.index > from && before.upos === 'NUM');
    const counted = number ? countOf(document, lexicon, number) : null;
    if (!counted) continue;
    const listed = document.tokens[index + 1]?.text === ':' ? listedAfter(context, lexicon, index + 2) : [];
    const sum = listed.reduce((all, { count }) => all + count, 0);
    into.push(...(sum === counted.count ? listed : [counted]));
  }
  return toll;
}

/** 'two soldiers, a nurse and three policemen' from a token on. */
function listedAfter(context: ExtractionContext, lexicon: EventLexicon, start: number): Casualties[] {
  const { tokens } = context.document;
  const found: Casualties[] = [];
  for (let index = start; index < Math.min(start + NEAR, tokens.length); index++) {
    const token = tokens[index] as Token;
    if (token.text === '.' || token.sentence !== tokens[start]?.sentence) break;
    if (token.upos !== 'NUM') continue;
    const counted = countOf(context.document, lexicon, token);
    const noun = tokens.slice(index + 1, index + 4).find(({ upos }) => upos === 'NOUN');
    const actor = noun ? sideOf(context, noun) : null;
    if (counted) found.push({ ...counted, ...(actor && { actor }) });
  }
  return found;
}

/** The number of a noun phrase, with its bound; 1 for 'a soldier'; null where no number is said. */
export function countOf(document: Document, lexicon: EventLexicon, noun: Token): Casualties | null {
  const number = noun.upos === 'NUM' ? noun : childIn(document, noun, 'nummod');
  if (number) {
    const count = numberOf(number, lexicon);
    if (count === null || count > MOST) return null;
    const before = [document.tokens[number.index - 1], document.tokens[number.index - 2]].map(
      (token) => token?.lemma ?? '',
    );
    const near = new Set([
      ...before,
      ...childrenIn(document, number, 'advmod', 'case', 'amod').map(({ lemma }) => lemma),
    ]);
    const atLeast = [...near].some((word) => lexicon.words.atLeast.has(word));
    const atMost = !atLeast && [...near].some((word) => lexicon.words.atMost.has(word));
    return { count, ...(atLeast && { atLeast }), ...(atMost && { atMost }) };
  }
  const determiner = childIn(document, noun, 'det');
  if (noun.upos !== 'NOUN' || !/Number=Sing/.test(noun.feats) || lexicon.words.counts.has(noun.lemma))
    return null;
  if (determiner && ['a', 'an', 'another'].includes(determiner.lemma)) return { count: 1 };
  // 'killing its driver'
  if (childrenIn(document, noun, 'nmod').some(({ deprel }) => deprel === 'nmod:poss')) return { count: 1 };
  return null;
}

function numberOf(number: Token, lexicon: EventLexicon): number | null {
  const digits = number.text.replace(/[,\u00a0 ]/g, '');
  if (/^\d{1,7}$/.test(digits)) return Number(digits);
  const lower = number.text.toLowerCase();
  const word = lexicon.numbers.get(lower);
  if (word !== undefined) return word;
  const [tens, ones] = lower.split('-');
  const [a, b] = [lexicon.numbers.get(tens ?? ''), lexicon.numbers.get(ones ?? '')];
  return a !== undefined && b !== undefined ? a + b : null;
}

/** The side that the victims belong to: the actor of the phrase, or of what modifies it ('Azerbaijani servicemen'). */
function sideOf(context: ExtractionContext, victim: Token): string | null {
  const own = context.actors.actorOf(victim.index);
  if (own) return own;
  for (const index of victim.children) {
    const child = context.document.tokens[index] as Token;
    if (!['amod', 'nmod', 'compound'].includes(relationOf(child))) continue;
    const actor = context.actors.actorOf(child.index);
    if (actor) return actor;
  }
  return context.actors.actorsOf(victim.index, { add: true })[0] ?? null;
}

/** 'four Armenian and three Azerbaijani servicemen': one noun, two sides. */
function sharedNoun(context: ExtractionContext, lexicon: EventLexicon, { index }: Token): Casualties[] {
  const { tokens } = context.document;
  const [first, one, and, second, two] = [5, 4, 3, 2, 1].map((back) => tokens[index - back]);
  if (!first || !one || !and || !second || !two || and.lemma !== 'and') return [];
  if (first.upos !== 'NUM' || second.upos !== 'NUM') return [];
  return [[first, one] as const, [second, two] as const].flatMap(([number, side]) => {
    const counted = countOf(context.document, lexicon, number);
    const actor = context.actors.actorOf(side.index);
    return counted ? [{ ...counted, ...(actor && { actor }) }] : [];
  });
}
