import type { PloverType } from '../../model/index.ts';
import type { Document, Token } from '../../read/index.ts';
import { agentAtEnd } from '../actors/agents.ts';
import type { ExtractionContext } from '../context.ts';
import { childIn, childrenIn, prepositionOf, relationOf } from '../phrase.ts';
import { agentOf, loosePhrases, phrasesWith, withConjuncts } from './clause.ts';
import type { EventEntry, EventLexicon } from './lexicon.ts';
import { partiesOf } from './parties.ts';
import type { Trigger } from './triggers.ts';
import { nominalAfter, ownedBy } from './word-order.ts';

/** Prepositions below what is done that name the other side: 'rejected calls by X', 'suspended its aid for X'. */
const OTHER_SIDE = new Set([
  'by',
  'from',
  'of',
  'to',
  'with',
  'against',
  'on',
  'for',
  'upon',
  'between',
  'toward',
  'towards',
  'at',
]);

/** What is asked of those whose act it is. */
const GOING = new Set([
  'resignation',
  'withdrawal',
  'departure',
  'ouster',
  'removal',
  'surrender',
  'disarmament',
  'impeachment',
  'dismissal',
  'retreat',
]);
/** What is about somebody without being theirs: 'a resolution on Norland', 'at the council'. */
const TEXTS = new Set([
  'resolution',
  'law',
  'bill',
  'report',
  'statement',
  'motion',
  'talk',
  'agreement',
  'draft',
  'text',
]);
const MAKERS = new Set(['by', 'from', 'of', 'with', 'against']);
/** What one strikes with: no side. */
const TOOLS =
  /^(?:drone|missile|rocket|gun|rifle|bomb|mortar|artillery|tank|grenade|knife|machete|stone|explosive|tear-gas|jet|helicopter)s?$/i;

/** Whom a demand is addressed to by its clause: 'demanded that X withdraw', 'insists that X pay'. */
export function addresseeOf(
  { document, actors }: ExtractionContext,
  { type, promising }: EventEntry,
  head: Token,
  put: (phrase: Token) => void,
): void {
  if (type === 'REQUEST') {
    // 'called for the resignation of the minister': who is to go
    for (const phrase of phrasesWith(document, head, ['for']))
      if (GOING.has(phrase.lemma)) for (const one of phrasesWith(document, phrase, ['of'])) put(one);
    // 'called for Norland to withdraw': who is to do it
    for (const phrase of phrasesWith(document, head, ['for']))
      if (
        isToAct(document, head, phrase) &&
        actors.actorsOf(phrase.index, { add: true, acts: true }).length > 0
      )
        put(phrase);
    for (const clause of childrenIn(document, head, 'ccomp', 'acl', 'xcomp')) {
      const subject = childIn(document, clause, 'nsubj');
      if (subject) for (const one of withConjuncts(document, subject)) put(one);
    }
  }
  // 'complained that X had …', 'X is failing …, a group protested': who is meant to have done it
  if (type === 'ACCUSE') {
    for (const clause of childrenIn(document, head, 'ccomp')) {
      const doer = agentOf(document, clause);
      if (doer) for (const one of withConjuncts(document, doer)) put(one);
    }
  }
  if (!promising && type !== 'THREATEN' && type !== 'REJECT') return;
  for (const clause of childrenIn(document, head, 'xcomp', 'ccomp', 'advcl')) {
    const thing = childIn(document, clause, 'obj');
    if (thing && (type === 'REJECT' || (type === 'THREATEN' && thing.upos === 'PROPN'))) put(thing);
    for (const below of thing ? [clause, thing] : [clause])
      for (const phrase of phrasesWith(document, below, ['to', 'against', 'with', 'from', 'between']))
        put(phrase);
  }
}

/** 'for Norland to withdraw': an infinitive right behind the phrase. */
function isToAct({ tokens }: Document, head: Token, phrase: Token): boolean {
  const next = tokens[phrase.index + 1];
  const verb = tokens[phrase.index + 2];
  return (
    next?.text === 'to' && verb?.upos === 'VERB' && (verb.head === head.index || verb.head === phrase.index)
  );
}

/** The sides that a phrase names: itself, or where it names nobody, whose it is: 'against German goods', 'on the Taliban faction'. */
export function sidesOf(context: ExtractionContext, head: Token): readonly string[] {
  const owned = ownedBy(context.document, head);
  const whole = owned === head ? [] : context.actors.actorsOf(owned.index, { add: true, acts: true });
  if (whole.length > 0) return whole;
  const counted = countedIn(context, head);
  if (counted.length > 0) return counted;
  // 'parts for its aircraft' names no other side
  if (isPossessed(context.document, head)) return [];
  const own = context.actors.actorsOf(head.index, { add: true, acts: true });
  if (own.length > 0) return own;
  return childrenIn(context.document, head, 'nmod', 'amod', 'compound', 'appos')
    .filter((child) => isOwner(context.document, child))
    .flatMap((child) => context.actors.actorsOf(child.index, { acts: true, add: child.upos !== 'PROPN' }));
}

function isPossessed(document: Document, { index, upos, lemma }: Token): boolean {
  const owner = document.tokens[index - 1];
  return (
    upos === 'NOUN' &&
    /^(?:its|their)$/i.test(owner?.text ?? '') &&
    /^(?:aircraft|force|troop|army|soldier|tank|plane|ship|unit|police|government|people|citizen|citizens|forces|troops)$/.test(
      lemma,
    )
  );
}

const COUNTS = /^(?:group|crowd|number|thousand|hundred|dozen|score|handful|couple|team|majority|member)s?$/i;

/** 'a group of refugees', 'hundreds of villagers': those who are counted. */
export function countedIn(context: ExtractionContext, head: Token): readonly string[] {
  if (!COUNTS.test(head.text)) return [];
  return phrasesWith(context.document, head, ['of']).flatMap((phrase) =>
    context.actors.actorsOf(phrase.index, { add: true, acts: true }),
  );
}

const PUBLIC = new Set(['GOV', 'MIL', 'COP', 'REB', 'SEP', 'UAF', 'OPP', 'PRM', 'INS']);

function isPublicAgent(text: string): boolean {
  const agent = agentAtEnd([text.toLowerCase()]);
  return agent !== undefined && PUBLIC.has(agent.sector ?? '');
}

function isOwner(document: Document, child: Token): boolean {
  if (child.deprel === 'nmod:poss') return true;
  if (relationOf(child) === 'nmod') {
    const mark = prepositionOf(document, child);
    if (mark === 'with' && TOOLS.test(child.text)) return false;
    const thing = child.head >= 0 ? document.tokens[child.head] : undefined;
    return thing && TEXTS.has(thing.lemma) ? MAKERS.has(mark) : OTHER_SIDE.has(mark);
  }
  // 'rebel positions', 'an army post', but no 'hospital beds'
  return child.upos !== 'NOUN' || relationOf(child) === 'appos' || isPublicAgent(child.text);
}

/** Whose thing it is that something is done to: "praised Haiti's efforts", 'rejected an Indian proposal', 'dismissed calls by X'. */
export function sidesOfThing(document: Document, thing: Token, put: (phrase: Token) => void): void {
  const owner = childrenIn(document, thing, 'nmod').find(({ deprel }) => deprel === 'nmod:poss');
  const sides = owner
    ? [owner]
    : childrenIn(document, thing, 'nmod', 'amod', 'compound', 'appos', 'flat', 'nsubj').filter((child) =>
        isOwner(document, child),
      );
  for (const side of sides) put(side);
}

/** The owner alone, and who it comes from: "Norland's demand", 'an Indian proposal', 'calls by X'. */
export function ownerOf(document: Document, thing: Token, put: (phrase: Token) => void): void {
  const possessor = childrenIn(document, thing, 'nmod').find(({ deprel }) => deprel === 'nmod:poss');
  if (possessor) put(possessor);
  else for (const phrase of phrasesWith(document, thing, ['by', 'from'])) put(phrase);
}

/** The other side of what is agreed to, threatened or refused: 'offered to hand over two men to Norland'. */
export function sidesOfContent(
  { document }: ExtractionContext,
  lexicon: EventLexicon,
  content: readonly Trigger[],
  put: (head: Token | null | undefined) => void,
  putSide: (head: Token) => void,
): void {
  for (const { entry, token, kind } of content) {
    if (kind !== 'verb') continue;
    const { patient } = partiesOf(document, lexicon, token, entry);
    if (entry.recipients.includes('obj')) put(patient);
    put(childIn(document, token, 'iobj'));
    for (const phrase of phrasesWith(document, token, entry.recipients)) putSide(phrase);
    if (!patient) continue;
    for (const phrase of phrasesWith(document, patient, entry.recipients)) putSide(phrase);
    if (!entry.reciprocal) sidesOfThing(document, patient, putSide);
  }
}

/** Words behind a trigger in which its other side is looked for by the order of words, where the tree hung it elsewhere. */
const NEARBY = 16;

export function sidesNearby(
  { document }: ExtractionContext,
  marks: readonly string[],
  trigger: Token,
  put: (head: Token) => void,
): void {
  const { tokens } = document;
  for (let at = trigger.index + 1; at < Math.min(tokens.length, trigger.index + NEARBY); at++) {
    const { sentence, upos, text } = tokens[at] as Token;
    if (sentence !== trigger.sentence || upos === 'SCONJ' || /^(?:,|;|:|that|who|which)$/.test(text)) return;
    if (upos !== 'ADP' || !marks.includes(text.toLowerCase())) continue;
    let head: Token | null = null;
    for (let next = at + 1; next < at + 8; next++) {
      const token = tokens[next];
      if (!token || token.sentence !== trigger.sentence) break;
      // 'to war-torn Norland'
      const isJoined = token.text === '-' || tokens[next - 1]?.text === '-';
      if (!isJoined && !['DET', 'ADJ', 'NUM', 'NOUN', 'PROPN', 'PART'].includes(token.upos)) break;
      if (token.upos === 'NOUN' || token.upos === 'PROPN') head = token;
    }
    if (head) {
      put(head);
      return;
    }
  }
}

/** Types of acts that are done to a land as well as to people. */
export const ON_LAND = new Set<PloverType>([
  'AGREE',
  'AID',
  'RETREAT',
  'SANCTION',
  'MOBILIZE',
  'COERCE',
  'ASSAULT',
  'THREATEN',
]);
const EDGES = /^(?:borders?|frontiers?|coasts?|crossings?|territory|capital|shores?|waters|airspace)$/i;
const LAND_MARKS = new Set(['from', 'in', 'into', 'against', 'on', 'to', 'inside', 'of', 'for']);

/** 'withdrew its troops from Norland', 'has strengthened its forces in Sudria': the land of another side, where no side is named. */
export function landOf(
  context: ExtractionContext,
  lexicon: EventLexicon,
  token: Token,
  predicate: Token,
  content: readonly Trigger[],
  actors: readonly string[],
  add: (id: string) => void,
): void {
  const { document, actors: registry } = context;
  // 'threatened to resume its operations in Sudria'
  const heads = [
    token,
    predicate,
    ...content.map((act) => act.token),
    ...childrenIn(document, token, 'xcomp'),
  ];
  for (const head of heads) {
    const things = new Set([
      childIn(document, head, 'obj'),
      head === token ? nominalAfter(document, lexicon, token) : null,
    ]);
    for (const phrase of [
      ...loosePhrases(document, head),
      ...[...things].flatMap((thing) => (thing ? loosePhrases(document, thing) : [])),
    ]) {
      if (!LAND_MARKS.has(prepositionOf(document, phrase))) continue;
      // 'to the border with Norland'
      const land = EDGES.test(phrase.text)
        ? childrenIn(document, phrase, 'nmod').find(({ upos }) => upos === 'PROPN')
        : phrase;
      if (land?.upos !== 'PROPN') continue;
      for (const id of registry.actorsOf(land.index, { acts: true })) {
        const { kind, country } = registry.get(id);
        if (kind !== 'state' && kind !== 'place' && kind !== 'government') continue;
        if (actors.some((other) => other === id || (country && registry.get(other).country === country)))
          continue;
        add(id);
        return;
      }
    }
  }
}
