import type { Place, PloverType } from '../../model/index.ts';
import type { Document, Token } from '../../read/index.ts';
import type { ExtractionContext } from '../context.ts';
import { childIn, childrenIn, type Extents, prepositionOf, relationOf, spanOfTokens } from '../phrase.ts';
import {
  agentOf,
  isPassive,
  loosePhrases,
  patientOf,
  phrasesWith,
  subjectOf,
  withConjuncts,
} from './clause.ts';
import type { EventEntry, EventLexicon } from './lexicon.ts';
import { partiesOf } from './match.ts';
import type { Trigger } from './triggers.ts';

export interface Roles {
  readonly actors: readonly string[];
  readonly recipients: readonly string[];
  readonly overseers: readonly string[];
}

const OVERSEER_MARKS = new Set(['under', 'at', 'in', 'through', 'with', 'on']);
const PLACE_MARKS = new Set([
  'in',
  'at',
  'near',
  'on',
  'outside',
  'along',
  'around',
  'to',
  'from',
  'towards',
  'toward',
  'close to',
  'into',
  'of',
  'through',
  'across',
]);

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

/** Who did it to whom, and who watched over it. `content`: the acts that a speech act is about, whose parties are its own too. */
export function rolesOf(
  context: ExtractionContext,
  lexicon: EventLexicon,
  trigger: Trigger,
  content: readonly Trigger[] = [],
): Roles {
  const { document } = context;
  const { entry, token, predicate, kind } = trigger;
  const actors = new Set<string>();
  const recipients = new Set<string>();
  const put = (into: Set<string>, head: Token | null | undefined, add = true) => {
    if (!head) return;
    for (const id of context.actors.actorsOf(head.index, { add })) into.add(id);
  };
  const putSide = (head: Token) => {
    for (const id of sidesOf(context, head)) recipients.add(id);
  };
  if (kind === 'verb') {
    const { recipients: marks } = entry;
    const { agent, patient } = partiesOf(document, lexicon, token, entry);
    put(actors, agent);
    if (marks.includes('obj')) put(recipients, patient);
    put(recipients, childIn(document, token, 'iobj'));
    const objects = childrenIn(document, token, 'obj');
    if (objects.length > 1) put(recipients, objects[0]);
    for (const phrase of phrasesWith(document, token, marks)) putSide(phrase);
    if (patient) for (const phrase of phrasesWith(document, patient, marks)) putSide(phrase);
    if (recipients.size === 0) addresseeOf(context, entry, token, putSide);
    if (recipients.size === 0 && patient && !entry.reciprocal) sidesOfThing(document, patient, putSide);
  } else {
    if (kind === 'light')
      put(
        actors,
        isPassive(document, predicate) ? agentOf(document, predicate) : subjectOf(document, predicate),
      );
    nounRoles(document, token, put, actors, recipients, entry.reciprocal);
    if (kind === 'light' || kind === 'happening')
      nounRoles(document, predicate, put, actors, recipients, entry.reciprocal, false);
    if (recipients.size === 0 && entry.speech) {
      addresseeOf(context, entry, token, putSide);
      if (recipients.size === 0) addresseeOf(context, entry, predicate, putSide);
    }
    if (recipients.size === 0)
      for (const phrase of phrasesWith(document, token, ['from', 'to', 'of', 'with']))
        if (!entry.reciprocal && phrase.upos === 'NOUN') sidesOfThing(document, phrase, putSide);
  }
  if (entry.reciprocal) {
    for (const id of recipients) actors.add(id);
    recipients.clear();
  }
  for (const id of actors) recipients.delete(id);
  if (recipients.size === 0) sidesOfContent(context, lexicon, content, put.bind(null, recipients), putSide);
  for (const id of actors) recipients.delete(id);
  if (recipients.size === 0 && (kind === 'verb' || kind === 'light') && !entry.reciprocal) {
    sidesNearby(context, entry, token, putSide);
    for (const id of actors) recipients.delete(id);
  }
  if (recipients.size === 0 && (kind === 'verb' || kind === 'light') && ON_LAND.has(entry.type))
    landOf(context, token, predicate, content, [...actors], (id) => recipients.add(id));
  const overseers = new Set<string>();
  for (const head of new Set([token, predicate]))
    overseersOf(document, head, lexicon, (phrase) => put(overseers, phrase, false));
  for (const id of overseers) {
    actors.delete(id);
    recipients.delete(id);
  }
  return { actors: [...actors], recipients: [...recipients], overseers: [...overseers] };
}

/** Whom a demand is addressed to by its clause: 'demanded that X withdraw', 'insists that X pay'. */
function addresseeOf(
  { document }: ExtractionContext,
  { type, promising }: EventEntry,
  head: Token,
  put: (phrase: Token) => void,
): void {
  if (type === 'REQUEST') {
    for (const clause of childrenIn(document, head, 'ccomp', 'acl', 'xcomp')) {
      const subject = childIn(document, clause, 'nsubj');
      if (subject) for (const one of withConjuncts(document, subject)) put(one);
    }
  }
  if (!promising && type !== 'THREATEN' && type !== 'REJECT') return;
  for (const clause of childrenIn(document, head, 'xcomp', 'ccomp', 'advcl')) {
    const thing = childIn(document, clause, 'obj');
    if (type === 'REJECT' && thing) put(thing);
    for (const below of thing ? [clause, thing] : [clause])
      for (const phrase of phrasesWith(document, below, ['to', 'against', 'with', 'from', 'between']))
        put(phrase);
  }
}

/** The sides that a phrase names: itself, or where it names nobody, whose it is: 'against German goods', 'on the Taliban faction'. */
function sidesOf(context: ExtractionContext, head: Token): readonly string[] {
  const own = context.actors.actorsOf(head.index, { add: true, acts: true });
  if (own.length > 0) return own;
  return childrenIn(context.document, head, 'nmod', 'amod', 'compound', 'appos')
    .filter((child) => isOwner(context.document, child))
    .flatMap((child) => context.actors.actorsOf(child.index, { acts: true }));
}

function isOwner(document: Document, child: Token): boolean {
  if (child.deprel === 'nmod:poss') return true;
  if (relationOf(child) === 'nmod') return OTHER_SIDE.has(prepositionOf(document, child));
  return child.upos !== 'NOUN' || relationOf(child) === 'appos';
}

/** Whose thing it is that something is done to: "praised Haiti's efforts", 'rejected an Indian proposal', 'dismissed calls by X'. */
function sidesOfThing(document: Document, thing: Token, put: (phrase: Token) => void): void {
  const owner = childrenIn(document, thing, 'nmod').find(({ deprel }) => deprel === 'nmod:poss');
  const sides = owner
    ? [owner]
    : childrenIn(document, thing, 'nmod', 'amod', 'compound', 'appos', 'flat', 'nsubj').filter((child) =>
        isOwner(document, child),
      );
  for (const side of sides) put(side);
}

/** The other side of what is agreed to, threatened or refused: 'offered to hand over two men to Norland'. */
function sidesOfContent(
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

function sidesNearby(
  { document }: ExtractionContext,
  { recipients }: EventEntry,
  trigger: Token,
  put: (head: Token) => void,
): void {
  const { tokens } = document;
  for (let at = trigger.index + 1; at < Math.min(tokens.length, trigger.index + NEARBY); at++) {
    const { sentence, upos, text } = tokens[at] as Token;
    if (sentence !== trigger.sentence || upos === 'SCONJ' || /^(?:,|;|:|that|who|which)$/.test(text)) return;
    if (upos !== 'ADP' || !recipients.includes(text.toLowerCase())) continue;
    let head: Token | null = null;
    for (let next = at + 1; next < at + 8; next++) {
      const token = tokens[next];
      if (!token || !['DET', 'ADJ', 'NUM', 'NOUN', 'PROPN', 'PART'].includes(token.upos)) break;
      if (token.upos === 'NOUN' || token.upos === 'PROPN') head = token;
    }
    if (head) {
      put(head);
      return;
    }
  }
}

/** Types of acts that are done to a land as well as to people. */
const ON_LAND = new Set<PloverType>([
  'AGREE',
  'AID',
  'RETREAT',
  'SANCTION',
  'MOBILIZE',
  'COERCE',
  'ASSAULT',
  'THREATEN',
]);
const LAND_MARKS = new Set(['from', 'in', 'into', 'against', 'on', 'to', 'inside', 'of', 'for']);

/** 'withdrew its troops from Norland', 'has strengthened its forces in Sudria': the land of another side, where no side is named. */
function landOf(
  context: ExtractionContext,
  token: Token,
  predicate: Token,
  content: readonly Trigger[],
  actors: readonly string[],
  add: (id: string) => void,
): void {
  const { document, actors: registry } = context;
  const heads = [token, predicate, ...content.map((act) => act.token)];
  for (const head of heads) {
    const patient = childIn(document, head, 'obj');
    for (const phrase of [
      ...loosePhrases(document, head),
      ...(patient ? loosePhrases(document, patient) : []),
    ]) {
      if (!LAND_MARKS.has(prepositionOf(document, phrase)) || phrase.upos !== 'PROPN') continue;
      for (const id of registry.actorsOf(phrase.index, { acts: true })) {
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

/** 'a meeting between X and Y', 'talks with X', "Norland's attack on Y", 'the Norland offensive'. */
function nounRoles(
  document: Document,
  noun: Token,
  put: (into: Set<string>, head: Token | null | undefined, add?: boolean) => void,
  actors: Set<string>,
  recipients: Set<string>,
  isReciprocal: boolean,
  withModifiers = true,
): void {
  for (const phrase of childrenIn(document, noun, 'nmod', 'obl')) {
    const preposition = prepositionOf(document, phrase);
    if (preposition === 'between' || preposition === 'among') put(actors, phrase);
    else if (preposition === 'by') put(actors, phrase);
    else if (preposition === 'with' || preposition === 'against') put(recipients, phrase, false);
    else if (preposition === 'on' || preposition === 'to') put(recipients, phrase, false);
    else if (preposition === 'of' && withModifiers && isReciprocal) put(actors, phrase, false);
    else if (phrase.deprel === 'nmod:poss' && withModifiers) put(actors, phrase);
  }
  if (!withModifiers) return;
  for (const child of childrenIn(document, noun, 'amod', 'compound')) put(actors, child, false);
}

function overseersOf(
  document: Document,
  head: Token,
  { words }: EventLexicon,
  put: (phrase: Token) => void,
): void {
  for (const phrase of loosePhrases(document, head)) {
    if (!OVERSEER_MARKS.has(prepositionOf(document, phrase).split(' ')[0] ?? '')) continue;
    if (!words.overseeing.has(phrase.lemma)) continue;
    for (const owner of childrenIn(document, phrase, 'nmod', 'amod', 'compound'))
      for (const one of withConjuncts(document, owner)) put(one);
  }
  for (const clause of childrenIn(document, head, 'acl', 'xcomp', 'amod', 'advcl')) {
    if (!words.mediating.has(clause.lemma)) continue;
    const by = childrenIn(document, clause, 'obl').find(
      (phrase) => phrase.deprel === 'obl:agent' || prepositionOf(document, phrase) === 'by',
    );
    if (by) put(by);
  }
}

/** Where: a phrase of place at the trigger, its predicate, its object, or what the same doer did there; else at the head of the sentence. */
export function placeOf(context: ExtractionContext, lexicon: EventLexicon, trigger: Trigger): Place | null {
  const { document } = context;
  const { entry, token, predicate, kind } = trigger;
  const heads = [token, predicate];
  const patient = kind === 'verb' ? childIn(document, token, 'obj') : undefined;
  if (patient && !entry.speech) heads.push(patient);
  for (const other of childrenIn(document, predicate, 'conj'))
    if (other.upos === 'VERB' && !childIn(document, other, 'nsubj')) heads.push(other);
  let second: Place | null = null;
  for (const head of heads) {
    for (const phrase of loosePhrases(document, head)) {
      const preposition = prepositionOf(document, phrase);
      if (!PLACE_MARKS.has(preposition)) continue;
      if (entry.speech && !PLAIN_MARKS.has(preposition)) continue;
      if (MOVING.has(preposition) && head !== patient) continue;
      const place = placeInside(context, lexicon, phrase);
      if (place && PLAIN_MARKS.has(preposition)) return place;
      second ??= place;
    }
  }
  if (second) return second;
  if (kind === 'reference') return null;
  const isSpoken = entry.speech && entry.type !== 'AGREE';
  return (isSpoken ? null : placeAfter(context, trigger)) ?? placeInFront(context, lexicon, trigger);
}

/** 'In New York the council met': the phrase that opens the sentence. */
function placeInFront(context: ExtractionContext, lexicon: EventLexicon, { token }: Trigger): Place | null {
  const { tokens, sentences } = context.document;
  const first = sentences[token.sentence]?.firstToken ?? token.index;
  if (!['In', 'At', 'Near', 'Outside'].includes(tokens[first]?.text ?? '')) return null;
  for (let at = first + 1; at < Math.min(first + NEAR_FRONT, token.index); at++) {
    const { upos, text } = tokens[at] as Token;
    if (upos === 'VERB' || upos === 'AUX' || text === ',') return null;
    if (upos !== 'PROPN') continue;
    return placeInside(context, lexicon, tokens[at] as Token);
  }
  return null;
}

const NEAR_FRONT = 6;
const MOVING = new Set(['to', 'from', 'of', 'into']);
const MOST_WORDS = 40;
const PLAIN_MARKS = new Set(['in', 'near', 'at', 'outside', 'around']);

/** 'took effect in Varda', 'began talks near Varda': the first plain phrase of place after the predicate, before anything else begins. */
function placeAfter(context: ExtractionContext, { predicate }: Trigger): Place | null {
  const { tokens } = context.document;
  const end = Math.min(tokens.length, predicate.index + MOST_WORDS);
  for (let index = predicate.index + 1; index < end; index++) {
    const { upos, text, sentence } = tokens[index] as Token;
    if (sentence !== predicate.sentence || upos === 'VERB' || upos === 'SCONJ') return null;
    if (text === ',' && tokens[index + 1]?.upos !== 'ADP') return null;
    if (!PLAIN_MARKS.has(text.toLowerCase())) continue;
    for (let at = index + 1; at < index + 5; at++) {
      const name = tokens[at];
      if (!name || name.sentence !== sentence || name.upos === 'VERB' || name.text === ',') break;
      const place = name.upos === 'PROPN' ? context.placeOf(at) : null;
      if (place) return place;
    }
  }
  return null;
}

/** The phrase's own place, or that of a phrase below it: 'on the road near Varda', 'in the town of Qaim', but not 'at the request of Norland'. */
function placeInside(context: ExtractionContext, { words }: EventLexicon, phrase: Token): Place | null {
  const own = context.placeOf(phrase.index);
  if (own) return own;
  for (const inner of childrenIn(context.document, phrase, 'nmod', 'appos', 'flat', 'compound')) {
    const preposition = prepositionOf(context.document, inner);
    if (MOVING.has(preposition) && !words.geographic.has(phrase.lemma.toLowerCase())) continue;
    const place = context.placeOf(inner.index);
    if (place) return place;
  }
  return null;
}

/** What a meeting was about: 'talks on X', 'to discuss X', 'raised X'. */
export function topicsOf(
  context: ExtractionContext,
  extents: Extents,
  lexicon: EventLexicon,
  trigger: Trigger,
): string[] {
  const { document } = context;
  if (trigger.entry.type !== 'CONSULT') return [];
  const topics: string[] = [];
  const add = (head: Token | null | undefined) => {
    if (!head || relationOf(head) === 'ccomp' || head.upos === 'PRON') return;
    const text = spanOfTokens(
      document,
      extents.first[head.index] as number,
      extents.last[head.index] as number,
    ).text;
    if (text.length <= 160) topics.push(text);
  };
  for (const head of new Set([trigger.token, trigger.predicate])) {
    for (const phrase of phrasesWith(document, head, ['on', 'about', 'over', 'regarding', 'concerning'])) {
      if (
        !document.dates.some((date) => phrase.index >= date.firstToken && phrase.index < date.endToken) &&
        !context.placeOf(phrase.index)
      )
        add(phrase);
    }
    for (const clause of childrenIn(document, head, 'advcl', 'acl', 'conj', 'xcomp')) {
      if (lexicon.words.talking.has(clause.lemma)) add(patientOf(document, clause));
    }
  }
  return topics;
}
