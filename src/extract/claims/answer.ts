import type { Document, Token } from '../../read/index.ts';
import type { Draft } from './draft.ts';
import type { ClaimLexicon } from './lexicon.ts';
import { subjectWithin } from './surface.ts';

const LONGEST_SUBJECT = 8;
/** Nouns of what others have said. */
const SAID =
  /^(?:accusation|allegation|charge|claim|assertion|report|statement|suggestion|rumou?r|version|account|figure|offer|demand|proposal|request|call)s?$/i;

/**
 * The token of the noun in 'a charge (that) the group denied', or 'which' in '…, which the group denied', seen from the verb; null where
 * the words don't stand so.
 */
function answeredNoun({ tokens }: Document, verb: Token): Token | null {
  const next = tokens[verb.index + 1];
  if (next && next.sentence === verb.sentence && !/^(?:PUNCT|ADV|CCONJ|ADP)$/.test(next.upos)) return null;
  for (let index = verb.index - 1; index > verb.index - LONGEST_SUBJECT; index--) {
    const token = tokens[index];
    if (!token || token.sentence !== verb.sentence || /^[,;:]$/.test(token.text)) return null;
    const before = tokens[index - 1];
    const isPronoun = /^(?:that|which)$/i.test(token.text);
    const opens = isPronoun || ['DET', 'PROPN', 'PRON'].includes(token.upos);
    if (!opens || !before) continue;
    const noun = before.text === ',' ? tokens[index - 2] : before;
    if (before.text === ',' && token.text === 'which' && !(noun && SAID.test(noun.text))) return token;
    if (noun && SAID.test(noun.text) && index < verb.index - (isPronoun ? 1 : 0))
      return noun.upos === 'NOUN' ? noun : null;
    if (isPronoun) return null;
  }
  return null;
}

/** 'a charge that the group denied', 'claims the ministry rejected': what somebody else has said, and who answers it. */
export function draftOfAnswer(document: Document, lexicon: ClaimLexicon, verb: Token): Draft | null {
  if (verb.upos !== 'VERB' || !/(?:ed|ies|s|ts)$/.test(verb.text)) return null;
  const cues = lexicon.verbs.get(verb.text.toLowerCase());
  const next = document.tokens[verb.index + 1]?.upos ?? 'PUNCT';
  if (!cues || !/^(?:PUNCT|ADV|CCONJ|ADP)$/.test(next)) return null;
  const cue = cues.find(
    ({ stance, frames }) => ANSWERS.has(stance) && frames.some(({ kind }) => kind === 'object'),
  );
  const noun = cue && answeredNoun(document, verb);
  if (!cue || !noun || (noun.upos === 'PRON' && cue.stance !== 'denies')) return null;
  const { tokens } = document;
  let first = noun.index + 1;
  while (/^(?:,|that|which)$/i.test(tokens[first]?.text ?? '')) first++;
  let last = verb.index - 1;
  while (last > first && /^(?:ADV|AUX)$/.test((tokens[last] as Token).upos)) last--;
  const speaker = subjectWithin(document, [first, last]);
  if (!speaker) return null;
  let start = noun.index;
  while (start > 0 && /^(?:DET|ADJ)$/.test((tokens[start - 1] as Token).upos)) start--;
  return {
    rule: `answer: ${lexicon.lemmas.get(verb.text.toLowerCase())}`,
    verb,
    stance: cue.stance,
    cue: [last + 1, verb.index],
    speaker,
    speakerRun: [first, last],
    addressee: null,
    content: [[start, noun.index]],
    quotations: [],
    quotes: false,
    negated: false,
    unreal: false,
  };
}

const ANSWERS: ReadonlySet<string> = new Set(['denies', 'refuses', 'accuses', 'supports']);
