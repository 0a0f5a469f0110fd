import type { Document, Token } from '../../read/index.ts';
import { childIn, childrenIn, type Extents, hasFeature, prepositionOf } from '../phrase.ts';
import type { AttitudeLexicon } from './attitude-words.ts';
import type { Draft, Run } from './draft.ts';
import { isPassive, speakerOfVerb } from './speaker.ts';
import { subjectBefore } from './surface.ts';
import { cueRun, isNegated, isUnreal } from './verb-cues.ts';

const run = (extents: Extents, token: Token): Run => [
  extents.first[token.index] as number,
  extents.last[token.index] as number,
];

function draft(
  document: Document,
  rule: string,
  word: Token,
  cue: Run,
  speaker: Token | null,
  content: Run[],
): Draft {
  return {
    rule,
    verb: word,
    stance: 'assesses',
    cue,
    speaker,
    addressee: null,
    content,
    quotations: [],
    quotes: false,
    negated: isNegated(document, word),
    unreal: isUnreal(document, word),
  };
}

/** 'The road appears to be open', 'is expected to open', 'is known as': what only seems so or is thought by nobody named. */
export function draftOfAppearance(
  document: Document,
  extents: Extents,
  lexicon: AttitudeLexicon,
  verb: Token,
): Draft | null {
  if (verb.upos !== 'VERB') return null;
  const lemma = verb.lemma.toLowerCase();
  if (lexicon.passives.has(lemma) && isSeenAs(document, verb)) return draftOfReduced(document, extents, verb);
  const isThought = lexicon.passives.has(lemma) && isPassive(document, verb);
  if (!isThought && !lexicon.raising.has(lemma)) return null;
  const isImpersonal = childIn(document, verb, 'expl') !== undefined;
  const own = childIn(document, verb, 'nsubj');
  const subject = isImpersonal || isThought ? own : (own ?? speakerOfVerb(document, verb));
  const complements = childrenIn(document, verb, 'xcomp', 'ccomp', 'csubj', 'obl', 'advcl', 'obj').filter(
    (child) => child.index > verb.index,
  );
  const complement = complements.find(
    (child) =>
      /^(?:xcomp|ccomp|csubj)/.test(child.deprel) ||
      (isThought ? ['as', 'to'] : ['like', 'as', 'to', 'that']).includes(prepositionOf(document, child)) ||
      child.deprel === 'obj',
  );
  if (!complement || (!subject && !isImpersonal)) return null;
  // 'It sounds like rain' compares; 'she sounded weary' tells how she is found
  if (
    lemma === 'sound' &&
    (isLikeness(document, complement) || isImpersonal || IMPERSONAL.test(subject?.text ?? ''))
  )
    return null;
  const agent = isThought
    ? childrenIn(document, verb, 'obl').find((child) => prepositionOf(document, child) === 'by')
    : undefined;
  return draft(
    document,
    `${isThought ? 'thought' : 'appearance'}: ${lemma}`,
    verb,
    cueRun(document, verb, null),
    agent ?? null,
    subject
      ? [run(extents, subject), run(extents, complement)]
      : [[extents.first[complement.index] as number, extents.last[verb.index] as number]],
  );
}

const IMPERSONAL = /^(?:it|this|that|what)$/i;

function isLikeness(document: Document, complement: Token): boolean {
  return (
    ['like', 'as'].includes(prepositionOf(document, complement)) || complement.deprel.startsWith('ccomp')
  );
}

/** 'prices, seen as a boon': a participle right before 'as', without an auxiliary. */
function isSeenAs(document: Document, verb: Token): boolean {
  return (
    !childIn(document, verb, 'aux') &&
    /^(?:seen|viewed|regarded|perceived|described|portrayed|depicted)$/i.test(verb.text) &&
    /^acl$|^acl:(?!relcl)/.test(verb.deprel) &&
    document.tokens[verb.index + 1]?.text === 'as'
  );
}

function draftOfReduced(document: Document, extents: Extents, verb: Token): Draft {
  const noun = document.tokens[verb.head] as Token;
  const end = extents.last[verb.index] as number;
  const content: Run[] = [
    [extents.first[noun.index] as number, noun.index],
    [verb.index + 2, Math.max(end, verb.index + 2)],
  ];
  return draft(document, `thought of as: ${verb.lemma}`, verb, [verb.index, verb.index + 1], null, content);
}

/** 'has reportedly been open': the clause around an adverb of hearsay. */
export function draftOfHearsay(
  document: Document,
  extents: Extents,
  lexicon: AttitudeLexicon,
  word: Token,
): Draft | null {
  if (!lexicon.hearsay.has(word.text.toLowerCase()) || word.head < 0) return null;
  const clause = document.tokens[word.head] as Token;
  const [first, last] = run(extents, clause);
  const content: Run[] = [];
  if (first < word.index) content.push([first, word.index - 1]);
  if (last > word.index) content.push([word.index + 1, last]);
  return draft(document, 'hearsay', word, [word.index, word.index], null, content);
}

/** 'In a national poll, …', '… in the poll': what a survey or study is cited for. */
export function draftOfSurvey(
  document: Document,
  extents: Extents,
  lexicon: AttitudeLexicon,
  word: Token,
): Draft | null {
  if (word.text.toLowerCase() !== 'in' || word.deprel !== 'case' || word.head < 0) return null;
  const survey = document.tokens[word.head] as Token;
  if (!lexicon.surveys.has(survey.lemma.toLowerCase()) || survey.index < word.index) return null;
  // 'in the polls' and 'in three studies' cite none in particular.
  if (hasFeature(survey, 'Number=Plur')) return null;
  const clause = survey.head < 0 ? undefined : document.tokens[survey.head];
  if (!clause) return null;
  const own = run(extents, survey);
  const [first, last] = run(extents, clause);
  const content: Run[] = own[0] <= first ? [[own[1] + 1, last]] : [[first, own[0] - 1]];
  if ((content[0] as Run)[1] - (content[0] as Run)[0] < 2) return null;
  return draft(document, 'survey', word, [word.index, word.index], survey, content);
}

/** 'His speech angered the farmers': who is moved holds it, what moves is what it is about. */
export function draftOfStimulus(
  document: Document,
  extents: Extents,
  lexicon: AttitudeLexicon,
  verb: Token,
): Draft | null {
  if (verb.upos !== 'VERB' || !lexicon.stimuli.has(verb.text.toLowerCase())) return null;
  const passive = isPassive(document, verb) || !hasFeature(verb, 'VerbForm=Fin');
  const subject = childIn(document, verb, 'nsubj');
  const agent = childrenIn(document, verb, 'obl').find((child) => prepositionOf(document, child) === 'by');
  const object = childIn(document, verb, 'obj');
  const [holder, cause] = passive && agent ? [subject, agent] : [object, subject];
  if (!holder || !cause) return null;
  return draft(document, `moved: ${verb.text.toLowerCase()}`, verb, cueRun(document, verb, null), holder, [
    run(extents, cause),
  ]);
}

/** Whatever somebody is about something tells of a view, unless it only counts: 'said little about it'. */
const ANY_ADJECTIVE: ReadonlySet<string> = new Set(['about']);
const COUNTS = /^(?:little|less|least|much|more|many|few|fewer|enough|several)$/i;

/** 'is aware that …', 'worried about …', 'unwilling to …': a state of mind with its holder. */
export function draftOfMind(
  document: Document,
  extents: Extents,
  lexicon: AttitudeLexicon,
  word: Token,
): Draft | null {
  if (word.upos !== 'ADJ' && word.upos !== 'VERB') return null;
  const takes =
    lexicon.adjectives.get(word.text.toLowerCase()) ??
    (word.upos === 'ADJ' && !COUNTS.test(word.text) ? ANY_ADJECTIVE : null);
  if (!takes) return null;
  const next = childrenIn(document, word, 'obl', 'advcl', 'xcomp', 'ccomp', 'csubj', 'nmod', 'acl').find(
    (child) =>
      child.index > word.index &&
      (takes.has(prepositionOf(document, child)) ||
        (takes.has('that') && /^c(?:comp|subj)/.test(child.deprel)) ||
        childrenIn(document, child, 'mark').some((mark) => takes.has(mark.text.toLowerCase()))),
  );
  const holder = isPassive(document, word)
    ? childIn(document, word, 'nsubj')
    : ((takes === ANY_ADJECTIVE ? null : holderBefore(document, word)) ??
      speakerOfVerb(document, word) ??
      subjectOfCopula(document, word));
  if (
    !next ||
    !holder ||
    !/^(?:NOUN|PROPN|PRON|NUM|DET|ADJ)$/.test(holder.upos) ||
    /^(?:it|this|that|what|there)$/i.test(holder.text)
  )
    return null;
  const copula = childIn(document, word, 'cop');
  const marker = childIn(document, next, 'case');
  const content = run(extents, next);
  return draft(
    document,
    `mind: ${word.text.toLowerCase()}`,
    word,
    [Math.min(copula?.index ?? word.index, word.index), word.index],
    holder,
    [marker && marker.index === content[0] ? [content[0] + 1, content[1]] : content],
  );
}

/** 'a council reluctant to pay': the noun before an adjective that stands behind it. */
function holderBefore({ tokens }: Document, word: Token): Token | null {
  const head = word.deprel === 'amod' && word.head < word.index ? tokens[word.head] : undefined;
  return head ?? null;
}

/** 'In line with most islanders, Mayor Orlin was critical of …': the words before the copula, where the tree has no subject. */
function subjectOfCopula(document: Document, word: Token): Token | null {
  const copula = childIn(document, word, 'cop');
  return copula && copula.index < word.index ? (subjectBefore(document, copula)?.head ?? null) : null;
}
