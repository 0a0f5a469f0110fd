import type { Document, Token } from '../../read/index.ts';
import { childIn, type Extents } from '../phrase.ts';
import type { Draft, Run } from './draft.ts';
import { without } from './verb-cues.ts';

/** 'According to X, …', '…, according to X': X speaks the clause around the phrase. */
export function draftOfAccordingTo(document: Document, extents: Extents, word: Token): Draft | null {
  if (word.text.toLowerCase() !== 'according') return null;
  const to = document.tokens[word.index + 1];
  if (!to || to.text.toLowerCase() !== 'to') return null;
  const speaker = speakerAfter(document, word, to);
  if (!speaker) return null;
  const phraseHead = speaker.head === word.index ? word : speaker;
  const phrase: Run = [
    Math.min(word.index, extents.first[phraseHead.index] as number),
    extents.last[phraseHead.index] as number,
  ];
  const clause = phraseHead.head < 0 ? undefined : document.tokens[phraseHead.head];
  const sentence = document.sentences[word.sentence];
  if (!clause || !sentence) return null;
  const around: Run = [extents.first[clause.index] as number, extents.last[clause.index] as number];
  const content = without(around, phrase);
  if (content.length === 0) return null;
  return {
    rule: 'according to',
    verb: word,
    stance: 'states',
    cue: [word.index, to.index],
    speaker,
    addressee: null,
    content,
    quotations: [],
    quotes: true,
    negated: false,
    unreal: false,
  };
}

/** The noun phrase that 'according to' introduces, however the tree joins the two words. */
function speakerAfter(document: Document, word: Token, to: Token): Token | null {
  const head = word.head < 0 ? undefined : document.tokens[word.head];
  if (head && head.index > to.index && (word.deprel === 'case' || word.deprel === 'mark')) return head;
  const own = childIn(document, word, 'obl', 'nmod', 'pobj', 'obj');
  if (own && own.index > to.index) return own;
  const byTo = to.head > to.index ? document.tokens[to.head] : undefined;
  return byTo ?? null;
}
