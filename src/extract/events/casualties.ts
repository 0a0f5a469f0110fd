import type { Casualties } from '../../model/index.ts';
import type { Document, Token } from '../../read/index.ts';
import type { ExtractionContext } from '../context.ts';
import { childIn, childrenIn, relationOf } from '../phrase.ts';
import { patientOf, subjectOf, withConjuncts } from './clause.ts';
import { type EventLexicon, verbLemma } from './lexicon.ts';

const KILLING = new Set(['kill', 'die', 'perish', 'murder', 'execute', 'assassinate', 'slay']);
const INJURING = new Set(['wound', 'injure', 'hurt']);
const MOST = 1_000_000;

export interface Toll {
  readonly killed: Casualties[];
  readonly injured: Casualties[];
}

/** The dead and injured that a verb tells of: 'two soldiers and three policemen were killed', 'killed at least ten people'. */
export function tollOf(context: ExtractionContext, lexicon: EventLexicon, verb: Token): Toll {
  const toll: Toll = { killed: [], injured: [] };
  const lemma = verbLemma(lexicon, verb);
  const into = KILLING.has(lemma) ? toll.killed : INJURING.has(lemma) ? toll.injured : null;
  if (!into) return toll;
  const victims = ['die', 'perish'].includes(lemma)
    ? subjectOf(context.document, verb)
    : patientOf(context.document, verb);
  if (!victims) return toll;
  for (const victim of withConjuncts(context.document, victims)) {
    const counted = countOf(context.document, lexicon, victim);
    if (!counted) continue;
    const actor = sideOf(context, victim);
    into.push({ ...counted, ...(actor && { actor }) });
  }
  return toll;
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
  if (determiner && ['a', 'an', 'another'].includes(determiner.lemma) && /Number=Sing/.test(noun.feats))
    return { count: 1 };
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
