import type { Stance } from '../../model/index.ts';
import type { Document, Token } from '../../read/index.ts';
import { childIn, childrenIn, type Extents } from '../phrase.ts';
import type { Draft } from './draft.ts';
import { agentOf, type SaidClause, saidClauseOf, sidesIn } from './said-clause.ts';
import type { Speaker } from './speaker-kind.ts';
import { type StanceLexicon, stanceWordsOf } from './stance-words.ts';

const MODALS_OF_DUTY = new Set(['must', 'should', 'shall', 'ought']);
const MODALS_OF_CHANCE = new Set(['will', 'would', 'could', 'may', 'might', "'ll", '’ll']);

/**
 * The stance of an attribution after a look at its negation and at what is said: 'said the reports were false' denies,
 * 'said it would not accept' refuses, 'said they must leave' demands, 'said the other side opened fire' accuses; an
 * expert's word assesses, or predicts where it speaks of what may come. Null where the speech act did not happen ('did
 * not say', 'may accuse').
 */
export function refinedStance(
  document: Document,
  extents: Extents,
  draft: Draft,
  speaker: Speaker,
): Stance | null {
  if (draft.unreal) return null;
  if (draft.negated) return negatedStance(draft.stance);
  const words = stanceWordsOf(document.language);
  const asserts = draft.stance === 'assesses' && !speaker.isExpert && ASSERTING.has(draft.verb.lemma);
  if (draft.stance === 'assesses' && !asserts) return refinedView(document, words, draft, extents, speaker);
  const isWarning = draft.stance === 'predicts' && draft.verb.lemma === 'warn';
  if (draft.stance === 'offers' && draft.rule.endsWith('infinitive') && isMenace(document, words, draft))
    return 'threatens';
  const insists = draft.verb.lemma === 'insist' && draft.rule.endsWith(': that');
  if (draft.stance !== 'states' && !isWarning && !insists && !asserts) return draft.stance;
  const clause = saidClauseOf(document, extents, draft, speaker.sides);
  if (insists && !(clause && isIndicative(document, clause))) return draft.stance;
  const ofClause = clause ? stanceOfClause(document, extents, words, clause, speaker) : null;
  if (isWarning) return ofClause === 'accuses' && clause?.modals.length === 0 ? 'accuses' : draft.stance;
  if (speaker.isExpert) return ofClause === 'denies' ? ofClause : expertStance(document, draft, clause);
  return ofClause ?? stanceOfTopic(document, words, draft) ?? (insists || asserts ? 'states' : draft.stance);
}

/** 'insists that the bridge was blown up', not 'insists that the bridge be rebuilt'. */
function isIndicative(document: Document, { head, modals }: SaidClause): boolean {
  if (modals.some((modal) => MODALS_OF_DUTY.has(modal))) return false;
  return [head, ...childrenIn(document, head, 'aux', 'cop')].some(
    (word) => /Tense=/.test(word.feats) && /VerbForm=Fin/.test(word.feats),
  );
}

/** 'vowed to avenge the general': what is promised harms. */
function isMenace(document: Document, words: StanceLexicon, draft: Draft): boolean {
  const first = draft.content[0]?.[0];
  const verb = first === undefined ? undefined : document.tokens[first + 1];
  return verb !== undefined && words.retaliation.has(verb.lemma.toLowerCase());
}

/** A side that claims something states it; an expert who does assesses. */
const ASSERTING: ReadonlySet<string> = new Set(['claim', 'assert', 'maintain', 'contend']);

function negatedStance(stance: Stance): Stance | null {
  if (stance === 'supports') return 'refuses';
  if (stance === 'assesses') return 'denies';
  if (stance === 'demands') return 'refuses';
  return null;
}

const DOUBTING: ReadonlySet<string> = new Set(['doubt', 'question', 'dispute', 'contest', 'challenge']);

/** 'thinks that the roads could open' predicts, 'called it a provocation' accuses. */
function refinedView(
  document: Document,
  words: StanceLexicon,
  draft: Draft,
  extents: Extents,
  speaker: Speaker,
): Stance {
  // 'doubted that the exchange would widen' foresees nothing
  if (DOUBTING.has(draft.verb.lemma)) return 'assesses';
  const clause = saidClauseOf(document, extents, draft, speaker.sides);
  if (clause && speaksOfChance(document, words, draft, clause)) return 'predicts';
  if (
    draft.rule.endsWith('object as') &&
    !speaker.isExpert &&
    holds(document, draft, words.wrongs, words.wrongful)
  )
    return 'accuses';
  return 'assesses';
}

function speaksOfChance(document: Document, words: StanceLexicon, draft: Draft, clause: SaidClause): boolean {
  if (draft.rule.includes('object')) return holds(document, draft, words.likelihood);
  return (
    clause.modals.some((modal) => MODALS_OF_CHANCE.has(modal)) || words.likelihood.has(clause.head.lemma)
  );
}

function expertStance(document: Document, draft: Draft, clause: SaidClause | null): Stance {
  const modals = clause
    ? clause.predicates.flatMap((one) =>
        childrenIn(document, one, 'aux').map((aux) => aux.lemma.toLowerCase()),
      )
    : [];
  const isFuture = modals.some((modal) => MODALS_OF_CHANCE.has(modal));
  return isFuture && draft.content.length > 0 ? 'predicts' : 'assesses';
}

/** 'The responsibility lies with the other side': what lies somewhere is no lie. */
function isPlaced(document: Document, head: Token): boolean {
  return head.upos === 'VERB' && childIn(document, head, 'obl') !== undefined;
}

/** The stance by what the main clause says; rules in order of how sure they are. */
function stanceOfClause(
  document: Document,
  extents: Extents,
  words: StanceLexicon,
  clause: SaidClause,
  speaker: Speaker,
): Stance | null {
  const { head, own, negated, modals, predicates } = clause;
  const lemma = head.lemma.toLowerCase();
  if (words.falsehoods.has(lemma) && !negated && !isPlaced(document, head)) return 'denies';
  if (own && hasFollower(document, head)) {
    if (words.ready.has(lemma)) return negated ? 'refuses' : 'offers';
    if (/^(?:able|capable|ready)$/.test(lemma) && mentions(document, extents, head, words.force))
      return 'threatens';
  }
  const future = modals.some((modal) => modal === 'will' || modal === 'would');
  if (own && !negated && future && words.retaliation.has(lemma)) return 'threatens';
  if (own && !negated && words.offers.has(lemma) && (future || lemma !== 'leave')) return 'offers';
  if (own && !negated && words.supports.has(lemma)) return 'supports';
  if (own && negated && words.refusals.has(lemma)) return 'refuses';
  if (!own && isDuty(document, words, clause)) return 'demands';
  if (own && words.feelings.has(lemma)) return 'assesses';
  const isOpen = modals.some((modal) => /^(?:may|can|could|would|might|must|should)$/.test(modal));
  if (!isOpen && predicates.some((one) => isWrong(document, extents, words, clause, one, speaker)))
    return 'accuses';
  const isDenial = !future && !modals.some((modal) => /^(?:can|could|must|should|shall)$/.test(modal));
  if (negated && isDenial && !clause.other)
    return speaker.isSide && (!own || modals.length > 0 || lemma === 'nothing' || lemma === 'have')
      ? 'denies'
      : null;
  if (!negated && predicates.some((one) => isJudgement(document, words, one))) return 'assesses';
  return null;
}

function hasFollower(document: Document, head: Token): boolean {
  return childIn(document, head, 'xcomp', 'advcl', 'ccomp', 'obl') !== undefined;
}

/** 'must leave', 'had to be opened', 'are to withdraw', 'a checkpoint was needed'. */
function isDuty(document: Document, words: StanceLexicon, clause: SaidClause): boolean {
  const { head, negated, modals } = clause;
  if (modals.some((modal) => MODALS_OF_DUTY.has(modal))) return true;
  if (negated) return false;
  const lemma = head.lemma.toLowerCase();
  if (words.obligation.has(lemma) || words.obligation.has(head.text.toLowerCase())) return true;
  const follower = childrenIn(document, head, 'xcomp', 'ccomp', 'advcl')[0];
  const infinitive =
    follower !== undefined &&
    childrenIn(document, follower, 'mark').some((mark) => mark.text.toLowerCase() === 'to');
  return (lemma === 'have' || lemma === 'be') && infinitive && follower.index <= head.index + 4;
}

/** A harm done by another side, or something called a wrong. */
function isWrong(
  document: Document,
  extents: Extents,
  words: StanceLexicon,
  clause: SaidClause,
  predicate: Token,
  speaker: Speaker,
): boolean {
  const lemma = predicate.lemma.toLowerCase();
  const isNominal = isCopular(document, predicate);
  if (isNominal)
    return (
      !clause.negated &&
      (!clause.own || isIt(clause)) &&
      (words.wrongs.has(lemma) || words.wrongful.has(lemma))
    );
  const subject = childIn(document, predicate, 'nsubj') ?? clause.subject;
  const agent = agentOf(document, predicate);
  const foreignAgent = agent !== undefined && isForeign(document, extents, agent, speaker);
  const wrongfully = childrenIn(document, predicate, 'advmod').some((word) =>
    words.wrongful.has(word.text.toLowerCase()),
  );
  if (wrongfully && !clause.own) return true;
  const deeds = [predicate, ...childrenIn(document, predicate, 'xcomp')];
  const harms = deeds.some((deed) => isHarm(document, words, deed));
  if (foreignAgent) return harms;
  const foreign =
    subject !== undefined &&
    (subject === clause.subject ? clause.other : isForeign(document, extents, subject, speaker));
  if (clause.negated)
    return (
      foreign &&
      /^(?:let|allow|permit|release|return|respect|fulfil|fulfill|implement|honour|honor|observe)$/.test(
        lemma,
      )
    );
  return harms && (foreign || lemma === 'suspect') && !clause.own;
}

/** 'It is blackmail': no side says so of itself. */
function isIt({ subject }: SaidClause): boolean {
  return /^(?:it|this|that)$/i.test(subject?.text ?? '');
}

/** 'is a crime'; not 'is closed', whichever of its two readings the tree has. */
function isCopular(document: Document, predicate: Token): boolean {
  return predicate.upos !== 'VERB' && childIn(document, predicate, 'cop') !== undefined;
}

function isHarm(document: Document, words: StanceLexicon, deed: Token): boolean {
  if (words.harms.has(deed.lemma.toLowerCase())) return true;
  return childrenIn(document, deed, 'obj').some((object) =>
    words.harmObjects.has(object.lemma.toLowerCase()),
  );
}

function isForeign(document: Document, extents: Extents, phrase: Token, speaker: Speaker): boolean {
  const sides = sidesIn(document, [
    extents.first[phrase.index] as number,
    extents.last[phrase.index] as number,
  ]);
  return sides.size > 0 && [...sides].every((side) => !speaker.sides.has(side));
}

function isJudgement(document: Document, words: StanceLexicon, predicate: Token): boolean {
  const lemma = predicate.lemma.toLowerCase();
  if (isCopular(document, predicate)) return words.judgements.has(lemma);
  if (childIn(document, predicate, 'expl'))
    return childrenIn(document, predicate, 'nsubj').some((subject) =>
      words.judgements.has(subject.lemma.toLowerCase()),
    );
  return (
    /^(?:make|achieve|see|reach)$/.test(lemma) &&
    childrenIn(document, predicate, 'obj').some((object) =>
      /^(?:progress|breakthrough|deadlock|headway)$/.test(object.lemma),
    )
  );
}

/** 'spoke of an abduction' accuses, 'voiced concern' assesses: the noun is all that is said. */
function stanceOfTopic(document: Document, words: StanceLexicon, draft: Draft): Stance | null {
  if (draft.rule.endsWith('prep') && /^(?:speak|talk|write|complain)$/.test(draft.verb.lemma))
    return holds(document, draft, words.wrongs) ? 'accuses' : null;
  if (draft.rule.endsWith('object') && holds(document, draft, words.feelings)) return 'assesses';
  return null;
}

/** Does one of the first words of the content stand in a list? */
function holds(document: Document, draft: Draft, ...lists: readonly ReadonlySet<string>[]): boolean {
  return draft.content.some(([first, last]) => {
    for (let index = first; index <= Math.min(last, first + 24); index++) {
      const { lemma, text } = document.tokens[index] as Token;
      if (lists.some((list) => list.has(lemma.toLowerCase()) || list.has(text.toLowerCase()))) return true;
    }
    return false;
  });
}

function mentions(document: Document, extents: Extents, head: Token, list: ReadonlySet<string>): boolean {
  const last = Math.min(extents.last[head.index] as number, head.index + 16);
  for (let index = head.index + 1; index <= last; index++)
    if (list.has((document.tokens[index] as Token).lemma.toLowerCase())) return true;
  return false;
}
