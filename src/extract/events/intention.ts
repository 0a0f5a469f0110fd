import type { Actor, PloverType } from '../../model/index.ts';
import type { Document, Token } from '../../read/index.ts';
import type { ExtractionContext } from '../context.ts';
import { childIn, childrenIn, relationOf } from '../phrase.ts';
import type { Scope } from '../status/status.ts';
import type { EventEntry, EventLexicon } from './lexicon.ts';
import { partiesOf } from './parties.ts';
import type { Trigger } from './triggers.ts';

/** Types of acts that help, and of acts that harm: to say that one will do the first is to agree, the second to threaten. */
const HELPFUL = new Set<PloverType>(['AID', 'COOPERATE', 'RETREAT', 'CONCEDE', 'SUPPORT', 'AGREE']);
const HARMFUL = new Set<PloverType>(['ASSAULT', 'COERCE', 'SANCTION', 'MOBILIZE', 'PROTEST', 'THREATEN']);
/** Types that no announcement of the actor's own turns into another: an appointment is told as what is planned. */
const APPOINTED = new Set<PloverType>(['CONSULT']);

const PAPERS = /\b(?:documents?|text|draft|agreement|accord|deal|plan|roadmap|treaty|schedule)\b/i;

/** Modes that are told as planned whoever says so. */
const UNCHANGED = new Set(['resign', 'ceasefire']);

/** What the acts that a speech act holds make of it: 'is ready to impose martial law' threatens, whatever 'ready' says. */
export function typeByContent(
  document: Document,
  { words }: EventLexicon,
  { entry, token }: Trigger,
  content: readonly Trigger[],
): PloverType | null {
  if (!entry.promising && !entry.hostile && !entry.menacing) return entry.type;
  if (entry.menacing && !entry.hostile) return entry.type;
  const isHarmful =
    content.some(
      (act) => HARMFUL.has(act.entry.type) && !isToOwnThing(document, act) && !isForsworn(document, act),
    ) ||
    childrenIn(document, token, 'xcomp').some(
      (deed) =>
        (words.fighting.has(deed.lemma) && !/ing$/.test(deed.text)) || goesOnFighting(document, words, deed),
    );
  if (isHarmful) return entry.hostile ? entry.type : 'THREATEN';
  if (entry.hostile) return content.length > 0 ? 'AGREE' : null;
  if (entry.planned) return content.some(({ entry: { type } }) => HELPFUL.has(type)) ? 'AGREE' : null;
  return entry.type;
}

/** 'is willing to dismantle its complex': what one does to what is one's own harms nobody. */
function isToOwnThing(document: Document, { token }: Trigger): boolean {
  const thing = childIn(document, token, 'obj');
  return (
    thing !== undefined &&
    childrenIn(document, thing, 'nmod').some(({ text }) => /^(?:its|their|his|her|our)$/i.test(text))
  );
}

/** 'agreed not to use force' */
function isForsworn(document: Document, { predicate }: Trigger): boolean {
  return childrenIn(document, predicate, 'advmod').some(({ text }) => /^(?:not|never)$/i.test(text));
}

/** Words behind a verb of going on among which the fighting stands that goes on. */
const DEED_WORDS = 6;

/** 'vowed to keep up its offensive', 'pledged to step up attacks', however the tree reads the noun. */
function goesOnFighting({ tokens }: Document, words: EventLexicon['words'], deed: Token): boolean {
  if (!words.pursuing.has(deed.lemma)) return false;
  for (let at = deed.index + 1; at < Math.min(tokens.length, deed.index + DEED_WORDS); at++) {
    const { lemma, sentence, upos, text } = tokens[at] as Token;
    if (sentence !== deed.sentence || upos === 'PUNCT' || upos === 'VERB') return false;
    // 'to continue aid to the war-torn country'
    if (/^(?:to|for|from|in|into|of|against)$/i.test(text)) return false;
    if (words.offensives.has(lemma)) return true;
  }
  return false;
}

/**
 * An act that its own doer says it will do is a promise or a threat (PLOVER: AGREE, THREATEN; CAMEO 03, 13): 'said it would send doctors',
 * 'announced that it will withdraw its inspectors'. Told by others it stays what is planned.
 */
export function announcedType(
  context: ExtractionContext,
  lexicon: EventLexicon,
  { kind, entry, predicate }: Trigger,
  scope: Scope,
  actors: readonly string[],
): PloverType | null {
  if (kind === 'verb' && scope.status === 'conditional' && actors.length > 0)
    return isHeldOut(context, lexicon, entry, predicate, actors) ? 'THREATEN' : null;
  if ((kind !== 'verb' && kind !== 'light') || scope.status !== 'planned' || APPOINTED.has(entry.type))
    return null;
  if ((entry.speech && entry.type !== 'SUPPORT') || UNCHANGED.has(entry.mode ?? '')) return null;
  if (!hasFuture(context.document, lexicon, predicate) || actors.length === 0) return null;
  const said = context.attributionOf(predicate.index);
  if (said && !isOwnWord(context, lexicon, said.speaker, said.speakerText?.text ?? '', actors)) return null;
  // 'are to lay down their arms, according to the text': appointed by a paper, promised by nobody
  if (said && said.speaker === null && !childIn(context.document, predicate, 'aux')) return null;
  if (said && said.speaker === null && PAPERS.test(said.speakerText?.text ?? '')) return null;
  if (isWithdrawal(entry) && said)
    return isOfHelpers(context.document, lexicon, predicate) ? 'THREATEN' : 'AGREE';
  if (HELPFUL.has(entry.type)) return 'AGREE';
  return said && HARMFUL.has(entry.type) ? 'THREATEN' : null;
}

/** 'Norland could suspend all relations, its prime minister said': a harm that its own doers hold out. */
function isHeldOut(
  context: ExtractionContext,
  lexicon: EventLexicon,
  entry: EventEntry,
  predicate: Token,
  actors: readonly string[],
): boolean {
  if (!HARMFUL.has(entry.type) || entry.type === 'THREATEN' || entry.speech) return false;
  if (!childrenIn(context.document, predicate, 'aux').some(({ text }) => /^(?:could|may|might)$/i.test(text)))
    return false;
  const said = context.attributionOf(predicate.index);
  if (!said || said.speaker === null) return false;
  return isOwnWord(context, lexicon, said.speaker, '', actors);
}

function isWithdrawal({ type, mode }: EventEntry): boolean {
  return type === 'RETREAT' && mode === 'withdraw';
}

const HELPERS = new Set([
  'peacekeeping',
  'peacekeeper',
  'inspector',
  'observer',
  'monitor',
  'worker',
  'mission',
  'aid',
]);

/** To take away peacekeepers or inspectors is no retreat of an army. */
function isOfHelpers({ tokens }: Document, _lexicon: EventLexicon, verb: Token): boolean {
  return tokens
    .slice(verb.index + 1, verb.index + 8)
    .some(({ lemma, sentence }) => sentence === verb.sentence && HELPERS.has(lemma.toLowerCase()));
}

export function hasFuture(document: Document, { words }: EventLexicon, verb: Token): boolean {
  // 'is to lift its embargo'
  const [to, be] = [document.tokens[verb.index - 1], document.tokens[verb.index - 2]];
  if (to?.text === 'to' && be?.upos === 'AUX' && /^(?:is|are|was|were)$/.test(be.text)) return true;
  return childrenIn(document, verb, 'aux').some(
    ({ lemma, text }) =>
      words.future.has(lemma) || words.future.has(text.toLowerCase()) || text.toLowerCase() === 'would',
  );
}

/** Do those who act say it themselves, by their own people, or is it an agency that passes it on? */
function isOwnWord(
  { actors: registry }: ExtractionContext,
  { words }: EventLexicon,
  speaker: string | null,
  text: string,
  actors: readonly string[],
): boolean {
  if (speaker === null) return true;
  if (actors.includes(speaker)) return true;
  if (
    text
      .toLowerCase()
      .split(/[^\p{L}]+/u)
      .some((word) => words.messengers.has(word))
  )
    return true;
  const own = registry.get(speaker);
  return actors.some((id) => isOfOne(own, registry.get(id)));
}

function isOfOne(a: Actor, b: Actor): boolean {
  if (a.affiliation === b.id || b.affiliation === a.id) return true;
  if (a.country !== undefined || b.country !== undefined) return a.country === b.country;
  return a.kind === 'outlet' || a.kind === 'person';
}

/** 'He noted that X was willing to send food': a readiness that another party tells of is no promise of X's own. */
export function isToldByOthers(
  context: ExtractionContext,
  lexicon: EventLexicon,
  { token, entry }: Trigger,
): boolean {
  if (entry.adjectives.length === 0) return false;
  const said = context.attributionOf(token.index);
  if (!said) return false;
  const { agent } = partiesOf(context.document, lexicon, token, entry);
  const sides = agent ? context.actors.actorsOf(agent.index, { acts: true }) : [];
  return sides.length > 0 && !isOwnWord(context, lexicon, said.speaker, said.speakerText?.text ?? '', sides);
}

/** A demand or a refusal that lies in an auxiliary: 'said that X must go', 'will not accept any refugees'. */
export interface Stand {
  readonly type: 'REQUEST' | 'REJECT';
  readonly verb: Token;
  readonly speaker: string;
  readonly addressee: Token | null;
}

export function standAt(context: ExtractionContext, lexicon: EventLexicon, verb: Token): Stand | null {
  const { document } = context;
  if (verb.upos !== 'VERB' && verb.upos !== 'ADJ' && verb.upos !== 'NOUN') return null;
  const auxiliaries = childrenIn(document, verb, 'aux');
  if (auxiliaries.length === 0) return null;
  const said = context.attributionOf(verb.index);
  if (!said || said.speaker === null || said.unreal || relationOf(verb) === 'advcl') return null;
  const { agent } = partiesOf(document, lexicon, verb);
  if (!agent) return null;
  const sides = context.actors.actorsOf(agent.index, { acts: true });
  if (auxiliaries.some(({ text }) => text.toLowerCase() === 'must')) {
    if (sides.length === 0 || sides.includes(said.speaker)) return null;
    return { type: 'REQUEST', verb, speaker: said.speaker, addressee: agent };
  }
  const isFuture = auxiliaries.some(({ lemma, text }) => words(lexicon, lemma, text));
  const isNegated = verb.children.some((index) => {
    const { lemma, upos } = document.tokens[index] as Token;
    return (upos === 'PART' || upos === 'ADV') && (lemma === 'not' || lemma === "n't" || lemma === 'never');
  });
  if (!isFuture || !isNegated || verb.upos !== 'VERB') return null;
  if (
    !isOwnWord(
      context,
      lexicon,
      said.speaker,
      said.speakerText?.text ?? '',
      sides.length > 0 ? sides : [said.speaker],
    )
  )
    return null;
  return { type: 'REJECT', verb, speaker: sides[0] ?? said.speaker, addressee: null };
}

function words({ words: { future } }: EventLexicon, lemma: string, text: string): boolean {
  return future.has(lemma) || future.has(text.toLowerCase()) || text.toLowerCase() === 'would';
}
