import type { PloverType } from '../../model/index.ts';
import type { Document, Token } from '../../read/index.ts';
import type { ExtractionContext } from '../context.ts';
import { childIn, childrenIn, prepositionOf } from '../phrase.ts';
import { agentOf, isPassive, loosePhrases, phrasesWith, withConjuncts } from './clause.ts';
import type { EventLexicon } from './lexicon.ts';
import {
  addresseeOf,
  countedIn,
  landOf,
  ON_LAND,
  ownerOf,
  sidesNearby,
  sidesOf,
  sidesOfContent,
  sidesOfThing,
} from './other-side.ts';
import { partiesOf } from './parties.ts';
import type { Trigger } from './triggers.ts';
import { joinedBefore, ownedBy } from './word-order.ts';

export interface Roles {
  readonly actors: readonly string[];
  readonly recipients: readonly string[];
  readonly overseers: readonly string[];
}

/** Types of acts that others may watch over or broker. */
const OVERSEEN = new Set<PloverType>([
  'CONSULT',
  'AGREE',
  'COOPERATE',
  'SUPPORT',
  'CONCEDE',
  'RETREAT',
  'AID',
  'REQUEST',
  'REJECT',
]);
const OVERSEER_MARKS = new Set(['under', 'at', 'in', 'through', 'with', 'on']);

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
  const doers = new Set<string>();
  const put = (into: Set<string>, head: Token | null | undefined, add = true) => {
    if (!head) return;
    for (const id of context.actors.actorsOf(head.index, { add })) into.add(id);
  };
  const putSide = (head: Token) => {
    if (entry.type === 'ACCUSE' && isForum(document, lexicon, head)) return;
    for (const id of sidesOf(context, head)) recipients.add(id);
  };
  if (kind === 'verb') {
    const { recipients: marks } = entry;
    const parties = partiesOf(document, lexicon, token, entry);
    // 'is prepared to continue' has the form of a passive and none of its meaning
    const isState = entry.adjectives.length > 0 && isPassive(document, token);
    const agent = isState ? parties.patient : parties.agent;
    const patient = isState ? null : (parties.patient ?? phrasalObject(document, entry.verbs, token));
    if (entry.doers.length > 0) return turned(context, trigger, agent, patient);
    // 'Ten people died in the shelling': the subject suffers
    if (entry.casualties && !marks.includes('obj')) {
      put(recipients, agent);
      return { actors: [], recipients: [...recipients], overseers: [] };
    }
    const isActive = isState || !isPassive(document, token);
    putDoers(context, lexicon, agent, isActive ? token : null, actors);
    if (marks.includes('obj')) {
      if (patient && ownedBy(document, patient) !== patient) putSide(patient);
      else put(recipients, patient);
      if (!isActive) for (const one of joinedBefore(document, lexicon, token)) put(recipients, one);
    }
    put(recipients, childIn(document, token, 'iobj'));
    // "rejected Norland's demand", 'praised the Norland offer': whose thing it is goes before what the thing is about
    if (recipients.size === 0 && patient && OF_THINGS.has(entry.type)) ownerOf(document, patient, putSide);
    const objects = childrenIn(document, token, 'obj');
    if (objects.length > 1) put(recipients, objects[0]);
    for (const phrase of phrasesWith(document, token, marks)) putSide(phrase);
    if (patient) for (const phrase of phrasesWith(document, patient, marks)) putSide(phrase);
    if (recipients.size === 0) addresseeOf(context, entry, token, putSide);
    if (recipients.size === 0 && patient && !entry.reciprocal && entry.type !== 'MOBILIZE')
      sidesOfThing(document, patient, putSide);
  } else {
    if (kind === 'light') {
      const isActive = !isPassive(document, predicate);
      const doer = isActive ? partiesOf(document, lexicon, predicate).agent : agentOf(document, predicate);
      putDoers(context, lexicon, doer, isActive ? predicate : null, actors);
      for (const id of actors) doers.add(id);
    }
    nounRoles(document, lexicon, token, put, putSide, actors, recipients, entry.reciprocal);
    if (kind === 'light' || kind === 'happening')
      nounRoles(document, lexicon, predicate, put, putSide, actors, recipients, entry.reciprocal, false);
    if (recipients.size === 0 && entry.speech) {
      addresseeOf(context, entry, token, putSide);
      if (recipients.size === 0) addresseeOf(context, entry, predicate, putSide);
    }
    if (recipients.size === 0)
      for (const phrase of phrasesWith(document, token, ['from', 'to', 'of', 'with']))
        if (!entry.reciprocal && phrase.upos === 'NOUN') sidesOfThing(document, phrase, putSide);
  }
  const hosts = kind === 'light' ? hostsOf(lexicon, predicate, actors, doers) : [];
  if (entry.reciprocal && recipients.size === 0 && actors.size < 2)
    sidesNearby(context, ['with'], kind === 'verb' ? token : predicate, putSide);
  if (entry.reciprocal) {
    for (const id of recipients) actors.add(id);
    recipients.clear();
  }
  for (const id of actors) recipients.delete(id);
  if (recipients.size === 0) sidesOfContent(context, lexicon, content, put.bind(null, recipients), putSide);
  for (const id of actors) recipients.delete(id);
  if (recipients.size === 0 && (kind === 'verb' || kind === 'light') && !entry.reciprocal) {
    sidesNearby(context, entry.recipients, token, putSide);
    for (const id of actors) recipients.delete(id);
  }
  if (
    recipients.size === 0 &&
    (kind === 'verb' || kind === 'light') &&
    ON_LAND.has(entry.type) &&
    !entry.reciprocal &&
    ![...actors].some((id) => isForceOfNoLand(context, id))
  )
    landOf(context, lexicon, token, predicate, content, [...actors], (id) => recipients.add(id));
  const overseers = new Set<string>();
  // Nobody mediates a raid: 'took the town as talks sponsored by X failed'
  for (const head of OVERSEEN.has(entry.type) ? new Set([token, predicate]) : [])
    overseersOf(document, head, lexicon, (phrase) => put(overseers, phrase, false));
  for (const id of hosts) overseers.add(id);
  for (const id of overseers) {
    actors.delete(id);
    recipients.delete(id);
  }
  return { actors: [...actors], recipients: [...recipients], overseers: [...overseers] };
}

/** 'hosted the talks between Norland and Sudria': a host of two others is none of those who talk. */
function hostsOf(
  { words }: EventLexicon,
  predicate: Token,
  actors: ReadonlySet<string>,
  doers: ReadonlySet<string>,
): readonly string[] {
  return words.mediating.has(predicate.lemma) && actors.size - doers.size >= 2 ? [...doers] : [];
}

/** 'The army shelled Varda': the force of a state that is not named may be that of the land itself. */
function isForceOfNoLand({ actors }: ExtractionContext, id: string): boolean {
  const { country, sector } = actors.get(id);
  return country === undefined && /^(?:MIL|GOV|COP)$/.test(sector ?? '');
}

/** 'The vote drew criticism from Norland': who acts stands below a preposition, and the subject, or whose it is, is the other side. */
function turned(
  context: ExtractionContext,
  { entry, token }: Trigger,
  agent: Token | null,
  patient: Token | null,
): Roles {
  const { document } = context;
  const actors = new Set<string>();
  const recipients = new Set<string>();
  for (const head of patient ? [token, patient] : [token])
    for (const phrase of phrasesWith(document, head, entry.doers))
      for (const id of sidesOf(context, phrase)) actors.add(id);
  if (actors.size === 0)
    sidesNearby(context, entry.doers, token, (head) => {
      for (const id of sidesOf(context, head)) actors.add(id);
    });
  if (agent) {
    for (const id of sidesOf(context, agent)) recipients.add(id);
    if (recipients.size === 0)
      sidesOfThing(document, agent, (head) => {
        for (const id of sidesOf(context, head)) recipients.add(id);
      });
  }
  for (const id of actors) recipients.delete(id);
  return { actors: [...actors], recipients: [...recipients], overseers: [] };
}

/** 'lodged a complaint with the United Nations': where one complains, not of whom. */
function isForum(document: Document, { words }: EventLexicon, phrase: Token): boolean {
  return /^(?:with|to)$/.test(prepositionOf(document, phrase)) && words.forums.has(phrase.text.toLowerCase());
}

/** 'took in 300 refugees', 'looked into the conduct of the guards', read as a phrase of place. */
function phrasalObject(document: Document, verbs: readonly string[], token: Token): Token | null {
  const marks = verbs.flatMap((verb) =>
    verb.startsWith(`${token.lemma} `) ? [verb.slice(verb.lastIndexOf(' ') + 1)] : [],
  );
  return (marks.length > 0 && phrasesWith(document, token, marks)[0]) || null;
}

/** Types of what is said of a thing that is another's. */
const OF_THINGS = new Set<PloverType>(['REJECT', 'SUPPORT', 'ACCUSE']);

/** Who does it: the subject, both of 'X and Y', the people of 'hundreds of people', and where the noun is no actor, whose it is. */
function putDoers(
  context: ExtractionContext,
  lexicon: EventLexicon,
  agent: Token | null,
  verb: Token | null,
  actors: Set<string>,
): void {
  const { document, actors: registry } = context;
  const add = (ids: readonly string[]) => {
    for (const id of ids) actors.add(id);
  };
  if (agent) {
    add(countedIn(context, agent));
    if (actors.size === 0) add(registry.actorsOf(agent.index, { add: true }));
    if (actors.size === 0 && lexicon.words.counts.has(agent.lemma.toLowerCase()))
      for (const phrase of phrasesWith(document, agent, ['of']))
        add(registry.actorsOf(phrase.index, { add: true, acts: true }));
    // 'Shelling by the rebels killed ten'
    if (actors.size === 0 && (agent.upos === 'VERB' || agent.upos === 'NOUN'))
      for (const phrase of phrasesWith(document, agent, ['by']))
        add(registry.actorsOf(phrase.index, { add: true }));
    if (actors.size === 0 && agent.upos === 'NOUN') {
      const named = childrenIn(document, agent, 'compound', 'flat', 'amod').filter(
        ({ upos }) => upos === 'NOUN' || !isOfTarget(document, lexicon, agent),
      );
      const owners = childrenIn(document, agent, 'nmod').filter(({ deprel }) => deprel === 'nmod:poss');
      for (const child of [...named, ...owners]) {
        // 'an Israeli air strike'
        add(registry.actorsOf(child.index, { acts: true, add: child.upos === 'ADJ' }));
        if (actors.size > 0) break;
      }
    }
  }
  if (!verb) return;
  // 'Delegations of X and the Y Front began talks', read as two subjects
  for (const other of childrenIn(document, verb, 'nsubj'))
    if (other !== agent && childIn(document, other, 'cc')?.lemma === 'and')
      add(registry.actorsOf(other.index, { add: true }));
  const joined = joinedBefore(document, lexicon, verb);
  const [left] = joined;
  if (left && (!agent || agent.index >= left.index - MOST_NAME))
    for (const one of joined) add(registry.actorsOf(one.index, { add: true }));
}

/** 'an Israeli air strike' is Israel's, but 'the Syrian academy attack', 'a Norwegian train bombing' say what was struck, and where. */
function isOfTarget(document: Document, { words }: EventLexicon, noun: Token): boolean {
  if (!words.attacks.has(noun.lemma)) return false;
  return childrenIn(document, noun, 'compound').some(
    ({ upos, lemma }) => upos === 'NOUN' && !words.means.has(lemma.toLowerCase()),
  );
}

/** Words of a name with its titles, at most. */
const MOST_NAME = 8;

/** 'a meeting between X and Y', 'talks with X', "Norland's attack on Y", 'the Norland offensive'. */
function nounRoles(
  document: Document,
  lexicon: EventLexicon,
  noun: Token,
  put: (into: Set<string>, head: Token | null | undefined, add?: boolean) => void,
  putSide: (head: Token) => void,
  actors: Set<string>,
  recipients: Set<string>,
  isReciprocal: boolean,
  withModifiers = true,
): void {
  for (const phrase of childrenIn(document, noun, 'nmod', 'obl')) {
    const preposition = prepositionOf(document, phrase);
    if (preposition === 'between' || preposition === 'among') {
      put(actors, phrase);
      put(actors, secondOf(document, phrase));
    } else if (preposition === 'by') put(actors, phrase);
    else if (preposition === 'with' || preposition === 'against') put(recipients, phrase, false);
    else if (preposition === 'on' || preposition === 'to') put(recipients, phrase, false);
    else if (preposition === 'of' && lexicon.words.suffered.has(noun.lemma)) putSide(phrase);
    else if (preposition === 'of' && withModifiers && isReciprocal) put(actors, phrase, false);
    else if (phrase.deprel === 'nmod:poss' && withModifiers) put(actors, phrase);
  }
  if (!withModifiers) return;
  const where = isOfTarget(document, lexicon, noun);
  for (const child of childrenIn(document, noun, 'amod', 'compound'))
    if (!where || child.upos === 'NOUN') put(actors, child, false);
}

/** 'clashes between students and [police] left ten dead', where the tree gave the second to the verb. */
function secondOf({ tokens }: Document, first: Token): Token | null {
  const [joint, second, verb] = [1, 2, 3].map((next) => tokens[first.index + next]);
  const isPlain = joint?.text === 'and' && second !== undefined && /^(?:NOUN|PROPN)$/.test(second.upos);
  return isPlain && verb?.upos === 'VERB' ? second : null;
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
  for (const role of childrenIn(document, head, 'obl', 'nmod'))
    if (prepositionOf(document, role) === 'as' && words.mediators.has(role.lemma.toLowerCase())) {
      const party = phrasesWith(document, head, ['with']).findLast(({ index }) => index < role.index);
      if (party) for (const one of withConjuncts(document, party)) put(one);
    }
  for (const clause of childrenIn(document, head, 'acl', 'xcomp', 'amod', 'advcl')) {
    if (!words.mediating.has(clause.lemma)) continue;
    const by = childrenIn(document, clause, 'obl').find(
      (phrase) => phrase.deprel === 'obl:agent' || prepositionOf(document, phrase) === 'by',
    );
    if (by) put(by);
  }
}
