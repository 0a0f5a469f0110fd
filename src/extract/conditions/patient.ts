import type { Token } from '../../read/index.ts';
import { isPassive, phrasesWith, subjectOf } from '../events/clause.ts';
import { partiesOf } from '../events/parties.ts';
import { childIn, childrenIn, relationOf } from '../phrase.ts';
import { antecedentBefore, nameBefore } from './antecedent.ts';
import { fitOf } from './fit.ts';
import type { ConditionEntry } from './lexicon.ts';
import { particleOf } from './verbs.ts';
import type { Workshop } from './workshop.ts';

/** Words before a verb that are searched for what it is said of, where the tree lost it. */
export const MOST_WORDS = 16;

/** Has the thing one of the words that the entry asks for? */
export function hasWith(
  { context: { document }, extents }: Workshop,
  entry: ConditionEntry,
  thing: Token,
): boolean {
  if (entry.with.length === 0) return true;
  const [first, last] = [extents.first[thing.index] as number, extents.last[thing.index] as number];
  return document.tokens.slice(first, last + 1).some(({ lemma }) => entry.with.includes(lemma.toLowerCase()));
}

/** What a verb makes the state of: object or subject, as the entry asks for; where the tree lost it, the first such noun before the verb. */
export function patientOf(
  workshop: Workshop,
  entry: ConditionEntry,
  verb: Token,
  mayBeSubject: boolean,
): Token | null {
  const { context, lexicon } = workshop;
  const { document } = context;
  const object = partiesOf(document, lexicon, verb).patient;
  const mayStand = entry.kind === 'outage' || (mayBeSubject && !entry.lasting);
  const subject =
    isPassive(document, verb) || (mayStand && !childIn(document, verb, 'obj'))
      ? subjectOf(document, verb)
      : null;
  // 'troops, who had held it': who does it to something is not what it is done to
  const own =
    childIn(document, verb, 'obj') ?? childrenIn(document, verb, 'obl').find(({ lemma }) => lemma === 'whom');
  const antecedent = antecedentBefore(document, own ?? childIn(document, verb, 'nsubj'));
  const named = document.tokens[verb.index - 1]?.text === ',' ? nameBefore(document, verb.index - 1) : null;
  const behind =
    particleOf(document.tokens, verb) === 'off' ? phrasesWith(document, verb, ['off'])[0] : undefined;
  const fit = [object, subject, antecedent, named, behind].find((one) => one && fitOf(context, entry, one));
  if (fit) return fit;
  return isPassive(document, verb) ? fitBefore(workshop, entry, verb) : null;
}

export function fitBefore({ context }: Workshop, entry: ConditionEntry, verb: Token): Token | null {
  const { tokens } = context.document;
  let fit: Token | null = null;
  for (let index = verb.index - 1; index >= Math.max(0, verb.index - MOST_WORDS); index--) {
    const token = tokens[index] as Token;
    // 'The crossing has been closed', where the tagger took it for a verb
    const isNoun = /^(?:NOUN|PROPN)$/.test(token.upos) || entry.objects.has(token.text.toLowerCase());
    const isBorder = /^(?:VERB|SCONJ)$/.test(token.upos) || /^[,;:]$/.test(token.text);
    if (token.sentence !== verb.sentence || (isBorder && !isNoun)) break;
    if (isNoun && relationOf(token) !== 'compound' && fitOf(context, entry, token)) fit = token;
  }
  return fit;
}
