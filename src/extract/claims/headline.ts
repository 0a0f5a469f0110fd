import type { Document, Token } from '../../read/index.ts';
import { relationOf } from '../phrase.ts';
import type { Draft } from './draft.ts';

const LONGEST_SPEAKER = 9;

/** 'Pashinyan: the corridor must open': a headline that gives the speaker before a colon. */
export function draftOfHeadline(document: Document, colon: Token): Draft | null {
  if (colon.text !== ':') return null;
  const sentence = document.sentences[colon.sentence];
  const paragraph = sentence && document.article.paragraphs[sentence.paragraph];
  if (!sentence || !paragraph || sentence.start !== paragraph.start) return null;
  const isHeadline =
    sentence.paragraph === 0 || (sentence.end === paragraph.end && !/[.!?"”]$/.test(paragraph.text));
  if (!isHeadline || colon.index - sentence.firstToken > LONGEST_SPEAKER) return null;
  const before = document.tokens.slice(sentence.firstToken, colon.index);
  const named = before.filter((token) => token.upos === 'PROPN');
  if (named.length === 0 || before.some((token) => ['VERB', 'AUX', 'NUM'].includes(token.upos))) return null;
  const rest = document.tokens.slice(colon.index + 1, sentence.endToken);
  if (rest.filter((token) => token.upos !== 'PUNCT').length < 3) return null;
  const speaker =
    before.find((token) => token.head < 0 || token.head >= colon.index) ?? (named.at(-1) as Token);
  if (relationOf(speaker) === 'punct') return null;
  return {
    rule: 'headline with a colon',
    verb: colon,
    stance: 'states',
    cue: [colon.index, colon.index],
    speaker,
    addressee: null,
    content: [[colon.index + 1, sentence.endToken - 1]],
    quotations: [],
    quotes: false,
    negated: false,
    unreal: false,
  };
}
