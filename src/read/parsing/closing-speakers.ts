import { childrenOf, type Movable, move } from './moving.ts';

const TELLING = /^(?:said|says|say|added|reported|announced|charged|stated|claimed|confirmed|warned|noted)$/;
/** Words of who said it, at most: 'aid workers in Norhaven'. */
const MOST_WORDS = 12;
const OPENS = /^(?:DET|ADJ|NOUN|PROPN|NUM|PRON)$/;

/**
 * 'Floods cut off the valley, leaving ten families there, [aid workers in Norhaven] said': who stands between the last comma and a verb of telling without
 * a subject says it, although the parser joined them to what is told. Changes heads and relations of the tokens from `first` on, which are one
 * English sentence.
 */
export function mendClosingSpeakers(tokens: readonly Movable[], first: number): void {
  for (let at = first + 4; at < tokens.length; at++) {
    const verb = tokens[at] as Movable;
    if (verb.upos !== 'VERB' || !TELLING.test(verb.text)) continue;
    const children = childrenOf(tokens, verb);
    if (children.some(({ deprel }) => /^(?:nsubj|csubj|aux|expl)/.test(deprel))) continue;
    if (!children.some(({ deprel, index }) => index < at && /^(?:ccomp|parataxis)/.test(deprel))) continue;
    const start = startOf(tokens, at, first);
    if (start !== null) giveSpeaker(tokens, verb, start);
  }
}

/** The place behind the last comma, where nothing but a noun phrase stands between the two. */
function startOf(tokens: readonly Movable[], verb: number, first: number): number | null {
  for (let at = verb - 1; at > first && at >= verb - MOST_WORDS - 1; at--) {
    const { text, upos, feats } = tokens[at] as Movable;
    if (text === ',') return at + 1 < verb && OPENS.test((tokens[at + 1] as Movable).upos) ? at + 1 : null;
    if (upos === 'PUNCT' || upos === 'CCONJ' || upos === 'SCONJ' || /VerbForm=Fin/.test(feats)) return null;
  }
  return null;
}

function giveSpeaker(tokens: readonly Movable[], verb: Movable, start: number): void {
  const outside = tokens.slice(start, verb.index).filter(({ head }) => head < start || head >= verb.index);
  const speaker = outside.find(({ upos }) => /^(?:NOUN|PROPN|PRON)$/.test(upos));
  if (!speaker || speaker.head > verb.index) return;
  move(tokens, speaker, verb.index, 'nsubj');
  for (const word of outside)
    if (word !== speaker && word.index > speaker.index)
      move(tokens, word, speaker.index, word.deprel === 'obl' ? 'nmod' : word.deprel);
}
