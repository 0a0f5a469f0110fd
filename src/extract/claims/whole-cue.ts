import { spanOf } from '../../model/index.ts';
import type { Document, Token } from '../../read/index.ts';
import type { Attribution } from '../context.ts';
import { childIn, childrenIn, extentsOf, prepositionOf, relationOf } from '../phrase.ts';
import { claimLexiconOf } from './lexicon.ts';
import { CARRIERS } from './noun-cues.ts';
import { cueRun } from './verb-cues.ts';

const FARTHEST_GOVERNOR = 4;
const FARTHEST_NOUN = 6;

/**
 * The whole group of words that tells: 'went on to say', 'is scheduled to testify', 'replied by saying', 'has raised
 * doubts about', where the cue found is the one word on which the content hangs. For the outer layer only (layer.ts), which
 * follows PolNeAR in this; the cue of a claim stays the word that the record shows. Never reaches over another cue: `after`
 * and `before` are where those beside it end and begin, in UTF-16 units.
 */
export function withWholeCue(
  document: Document,
  one: Attribution,
  after: number,
  before: number,
): Attribution {
  const word = document.tokens[one.cueToken];
  if (!word) return one;
  const governor = governorOf(document, word);
  const from = governor ? (document.tokens[cueRun(document, governor, null)[0]] as Token).start : Infinity;
  const whole = from >= after && from < one.cue.start ? withCue(document, one, from, one.cue.end) : one;
  return withCarriedNoun(document, whole, word, before);
}

function withCue(document: Document, one: Attribution, start: number, end: number): Attribution {
  return { ...one, cue: spanOf(document.article.text, start, end) };
}

/** The word before the cue that carries it: the verb or adjective of an infinitive, the verb of a noun without an owner. */
function governorOf(document: Document, word: Token): Token | null {
  const head = word.head < 0 ? undefined : document.tokens[word.head];
  if (!head || head.index > word.index || head.index < word.index - FARTHEST_GOVERNOR) return null;
  if (word.upos === 'NOUN') return carriesNoun(document, word, head) ? head : null;
  if (word.upos !== 'VERB') return null;
  const marks = childrenIn(document, word, 'mark').map(({ text }) => text.toLowerCase());
  const relation = relationOf(word);
  if (marks.includes('to')) {
    const isChain = relation === 'xcomp' || relation === 'advcl';
    return (isChain && /^(?:VERB|ADJ)$/.test(head.upos)) || (relation === 'acl' && head.upos === 'NOUN')
      ? head
      : null;
  }
  if (!/ing$/.test(word.text) || head.upos !== 'VERB') return null;
  const isBegun = relation === 'xcomp' && marks.length === 0 && head.index === word.index - 1;
  return isBegun || (relation === 'advcl' && marks.includes('by')) ? head : null;
}

/** 'renewed calls for', 'came in support of': not 'defends his proposal', which somebody else may have made. */
function carriesNoun(document: Document, noun: Token, head: Token): boolean {
  if (head.upos !== 'VERB' || isOwned(document, noun)) return false;
  return noun.deprel === 'obj' || (relationOf(noun) === 'obl' && prepositionOf(document, noun) === 'in');
}

/** 'raises doubts about the bridge': a noun of saying that the verb only carries belongs to the cue, and what hangs on it is held. */
function withCarriedNoun(document: Document, one: Attribution, verb: Token, before: number): Attribution {
  if (verb.upos !== 'VERB' || one.parts || !CARRIERS.has(verb.lemma.toLowerCase())) return one;
  const noun = childIn(document, verb, 'obj');
  if (noun?.upos !== 'NOUN' || noun.index < verb.index || noun.index > verb.index + FARTHEST_NOUN) return one;
  if (isOwned(document, noun) || !isSaying(document, noun)) return one;
  const next = document.tokens[noun.index + 1];
  if (!next || next.sentence !== noun.sentence || next.upos === 'PUNCT' || next.upos === 'CCONJ') return one;
  const last = next.upos === 'ADP' ? next : noun;
  const held = document.tokens[last.index + 1];
  if (!held || last.end > before || one.content.start > noun.start) return one;
  const phrase = next.head > next.index ? extentsOf(document).last[next.head] : undefined;
  const end = Math.max(one.content.end, phrase === undefined ? 0 : (document.tokens[phrase] as Token).end);
  if (held.start >= end) return one;
  const content = spanOf(document.article.text, held.start, end);
  return { ...withCue(document, one, one.cue.start, last.end), content };
}

function isOwned(document: Document, noun: Token): boolean {
  return childrenIn(document, noun, 'nmod').some(({ deprel }) => deprel === 'nmod:poss');
}

function isSaying(document: Document, { lemma }: Token): boolean {
  const lexicon = claimLexiconOf(document.language);
  const word = lemma.toLowerCase();
  return lexicon !== null && (lexicon.nouns.has(word) || lexicon.attitudes.nouns.has(word));
}
