import type { Document, Token } from '../../read/index.ts';
import { childIn, type Extents } from '../phrase.ts';
import type { Draft, Run } from './draft.ts';
import { speakerOfVerb } from './speaker.ts';
import { isNegated, isUnreal } from './verb-cues.ts';

const FARTHEST = 16;

/** 'gave the rebels 48 hours to leave', 'set the town until Friday to open the road': a demand with its time, to somebody. */
export function draftOfUltimatum(document: Document, extents: Extents, verb: Token): Draft | null {
  if (verb.upos !== 'VERB' || !/^(?:give[ns]?|gave|giving)$/i.test(verb.text)) return null;
  const to = infinitiveBehindTime(document, verb);
  const speaker = to ? speakerOfVerb(document, verb) : null;
  if (!to || !speaker) return null;
  const content = upToParticiple(document, [to.index, extents.last[verb.index] as number]);
  if (content[1] <= content[0]) return null;
  return {
    rule: 'ultimatum',
    verb,
    stance: 'demands',
    cue: [verb.index, to.index - 1],
    speaker,
    addressee: childIn(document, verb, 'iobj') ?? childIn(document, verb, 'obj') ?? null,
    content: [content],
    quotations: [],
    quotes: false,
    negated: isNegated(document, verb),
    unreal: isUnreal(document, verb),
  };
}

/** The 'to' behind '48 hours' or 'until Friday'. */
function infinitiveBehindTime({ tokens }: Document, verb: Token): Token | null {
  let isTimed = false;
  for (let index = verb.index + 2; index <= verb.index + FARTHEST; index++) {
    const token = tokens[index];
    if (!token || token.sentence !== verb.sentence || token.upos === 'PUNCT') return null;
    if (token.text.toLowerCase() === 'to' && isTimed) return tokens[index + 1]?.upos === 'DET' ? null : token;
    isTimed ||= /^(?:hours?|days?|weeks?|minutes|months?|until|till)$/i.test(token.text);
  }
  return null;
}

/** What else the giver did, or threatens, is not demanded: '…, threatening to shell it'. */
function upToParticiple({ tokens }: Document, [first, last]: Run): Run {
  for (let index = first; index < last; index++)
    if (tokens[index]?.text === ',' && /ing$/.test(tokens[index + 1]?.text ?? '')) return [first, index - 1];
  return [first, last];
}
