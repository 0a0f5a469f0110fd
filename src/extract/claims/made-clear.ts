import type { Document, Token } from '../../read/index.ts';
import type { Extents } from '../phrase.ts';
import type { Draft, Run } from './draft.ts';
import { plainDraft } from './plain-draft.ts';
import { speakerOfVerb } from './speaker.ts';
import { subjectBefore } from './surface.ts';
import { cueRun } from './verb-cues.ts';

/** Most tokens between 'clear' and what is made so: 'to both sides on Monday'. */
const LONGEST_TAIL = 8;

/** 'made (it) clear (to both sides) that the road would stay closed', 'made known that …', 'made it plain: …'. */
export function draftOfMadeClear(document: Document, extents: Extents, verb: Token): Draft | null {
  if (verb.upos !== 'VERB' || !/^ma(?:ke|kes|de|king)$/i.test(verb.text)) return null;
  const { tokens } = document;
  let index = verb.index + 1;
  if (/^(?:it|that|this)$/i.test(tokens[index]?.text ?? '')) index++;
  while (tokens[index]?.upos === 'ADV') index++;
  const adjective = tokens[index];
  if (!adjective || adjective.sentence !== verb.sentence || !/^(?:clear|plain|known)$/i.test(adjective.text))
    return null;
  const content = clauseAfter(document, extents, verb, adjective);
  const subject = subjectBefore(document, verb);
  const speaker = speakerOfVerb(document, verb) ?? subject?.head ?? null;
  if (!content || !speaker) return null;
  return plainDraft(
    document,
    {
      rule: 'made clear',
      verb,
      stance: 'states',
      cue: [cueRun(document, verb, null)[0], adjective.index],
      speaker,
    },
    content,
  );
}

/** From 'that' or a question word, or from a bare clause, to the end of what hangs on it. */
function clauseAfter(document: Document, extents: Extents, verb: Token, adjective: Token): Run | null {
  const { tokens, sentences } = document;
  const end = (sentences[verb.sentence]?.endToken ?? 0) - 1;
  for (let index = adjective.index + 1; index <= Math.min(end, adjective.index + LONGEST_TAIL); index++) {
    const token = tokens[index] as Token;
    if (/^[,;.]$/.test(token.text)) return null;
    if (!/^(?:that|how|why|what|whether|when|where|who)$/i.test(token.text)) continue;
    const head = token.head > index ? token.head : token.index;
    const last = Math.max(
      extents.last[head] as number,
      head > index ? 0 : (extents.last[verb.index] as number),
    );
    return last > index ? [index, last] : null;
  }
  const next = tokens[adjective.index + 1];
  const last = extents.last[verb.index] as number;
  return next && ['DET', 'PRON', 'PROPN', 'NOUN'].includes(next.upos) && last > next.index
    ? [next.index, last]
    : null;
}
