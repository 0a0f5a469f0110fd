import type { Stance } from '../../model/index.ts';
import type { Document, Token } from '../../read/index.ts';
import { childIn, childrenIn, relationOf } from '../phrase.ts';
import type { Draft } from './draft.ts';

const FALSE_WORDS = new Set([
  'false',
  'untrue',
  'baseless',
  'groundless',
  'unfounded',
  'fabricated',
  'fake',
  'misinformation',
  'disinformation',
  'lie',
  'provocation',
  'unsubstantiated',
  'fabrication',
  'absurd',
  'slander',
]);
const READY_WORDS = new Set(['ready', 'willing', 'prepared', 'open']);
const REFUSALS = new Set([
  'accept',
  'agree',
  'allow',
  'tolerate',
  'recognize',
  'recognise',
  'negotiate',
  'permit',
  'sign',
  'compromise',
  'discuss',
  'participate',
  'yield',
]);
const OBLIGATIONS = new Set(['must', 'should', 'shall']);

/**
 * The stance of an attribution after a look at its negation and, for verbs of plain saying, at the clause that is said:
 * 'said the reports were false' denies, 'said it would not accept' refuses, 'said they must leave' demands.
 * Null where the speech act did not happen ('did not say', 'may accuse').
 */
export function refinedStance(document: Document, draft: Draft, _speakers: readonly string[]): Stance | null {
  if (draft.unreal) return null;
  if (draft.negated) return negatedStance(draft.stance);
  if (draft.stance !== 'states') return draft.stance;
  const clause = childIn(document, draft.verb, 'ccomp');
  return (clause && stanceOfClause(document, draft, clause)) ?? draft.stance;
}

function negatedStance(stance: Stance): Stance | null {
  if (stance === 'supports') return 'refuses';
  if (stance === 'assesses') return 'denies';
  if (stance === 'demands') return 'refuses';
  return null;
}

function stanceOfClause(document: Document, draft: Draft, clause: Token): Stance | null {
  const subject = childIn(document, clause, 'nsubj');
  const own = subject !== undefined && speaksOfItself(document, draft, subject);
  const auxiliaries = childrenIn(document, clause, 'aux').map((aux) => aux.lemma.toLowerCase());
  const negated = clause.children.some((index) =>
    /^(?:not|n['’]t|never)$/i.test(document.tokens[index]?.text ?? ''),
  );
  if (FALSE_WORDS.has(clause.lemma.toLowerCase()) && !negated) return 'denies';
  if (
    own &&
    READY_WORDS.has(clause.lemma.toLowerCase()) &&
    childIn(document, clause, 'xcomp', 'advcl', 'ccomp', 'obl')
  )
    return negated ? 'refuses' : 'offers';
  if (
    own &&
    negated &&
    auxiliaries.some((aux) => aux === 'will' || aux === 'would') &&
    REFUSALS.has(clause.lemma)
  )
    return 'refuses';
  if (
    own &&
    negated &&
    !auxiliaries.some((aux) => aux === 'will' || aux === 'would' || aux === 'can' || aux === 'could')
  )
    return clause.upos === 'VERB' && auxiliaries.length > 0 ? 'denies' : null;
  if (!own && !negated && auxiliaries.some((aux) => OBLIGATIONS.has(aux))) return 'demands';
  return null;
}

/** Is the subject of what is said the speaker, by pronoun or by the same noun? */
function speaksOfItself(document: Document, draft: Draft, subject: Token): boolean {
  if (!draft.speaker) return false;
  const word = subject.text.toLowerCase();
  if (['he', 'she', 'it', 'they', 'we', 'i'].includes(word)) return true;
  if (relationOf(subject) === 'nsubj' && subject.lemma === draft.speaker.lemma) return true;
  const owner = childIn(document, subject, 'nmod');
  return (
    owner !== undefined && ['its', 'his', 'her', 'their', 'our', 'my'].includes(owner.text.toLowerCase())
  );
}
