import type { Document, Token } from '../../read/index.ts';
import { agentAtEnd } from '../actors/agents.ts';
import type { ExtractionContext } from '../context.ts';
import { phrasesWith } from '../events/clause.ts';
import { childrenIn } from '../phrase.ts';
import type { ConditionEntry } from './lexicon.ts';

/** The noun of a phrase that the entry asks for: itself, what is joined to it, or what stands under it: 'the supply of gas'. */
export function fitOf(context: ExtractionContext, entry: ConditionEntry, patient: Token): Token | undefined {
  const { document } = context;
  const prepositions = entry.kind === 'outage' ? ['of', 'to'] : ['of'];
  const isCounted = entry.names.includes('people') || entry.kind === 'deployment';
  const below = (head: Token): Token[] =>
    isCounted && !isCount(head) ? [head] : [head, ...phrasesWith(document, head, prepositions)];
  const direct = allConjuncts(document, patient);
  const named = direct.map(({ index }) => index);
  const heads = direct.flatMap(below).flatMap(below);
  return heads.find(
    ({ lemma, index, upos, text, deprel }) =>
      deprel !== 'nmod:poss' &&
      (entry.objects.has(lemma.toLowerCase()) ||
        entry.objects.has(text.toLowerCase()) ||
        (entry.names.includes('place') &&
          upos === 'PROPN' &&
          isPlace(context, index, named.includes(index) && !entry.timed)) ||
        (entry.names.includes('person') &&
          NAMING.has(upos === 'PRON' ? text.toLowerCase() : upos) &&
          isPerson(context, index)) ||
        (entry.names.includes('people') && upos === 'NOUN' && isPeople(text))),
  );
}

/** 'food, fuel and power': joined to the first or, in the tree, one to another. */
function allConjuncts(document: Document, head: Token): Token[] {
  const all = [head];
  for (let at = 0; at < all.length; at++) all.push(...childrenIn(document, all[at] as Token, 'conj'));
  return all;
}

/** What names a person: a name, and these pronouns. */
const NAMING = new Set(['PROPN', 'he', 'she', 'him', 'her']);

/** 'dozens of soldiers' are soldiers, a record of them is none. */
const isCount = ({ upos, lemma }: Token): boolean =>
  upos === 'NUM' ||
  /^(?:tens|ten|dozens?|hundreds?|thousands?|millions?|number|scores?|most|some|several|many|majority|handful|group|pair|couple|all|both|half)$/i.test(
    lemma,
  );

const PEOPLE = new Set(['person', 'group', 'armed-force', 'armed-group']);
const isPeople = (word: string): boolean => PEOPLE.has(agentAtEnd([word.toLowerCase()])?.kind ?? '');

/** A place; of a name that nobody knows, only where it is itself what the verb is done to. */
const isPlace = (context: ExtractionContext, token: number, isDirect: boolean): boolean =>
  context.placeOf(token) !== null || (isDirect && context.actors.actorOf(token) === null);

function isPerson({ actors }: ExtractionContext, token: number): boolean {
  const id = actors.actorOf(token);
  return id !== null && actors.get(id).kind === 'person';
}
