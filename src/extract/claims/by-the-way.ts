import type { Document, Token } from '../../read/index.ts';
import type { Attribution } from '../context.ts';
import { childIn, childrenIn, relationOf } from '../phrase.ts';
import { claimLexiconOf } from './lexicon.ts';

/** Below these a gerund says what a matter is about: 'accused of backing the toll', 'known for praising'. */
const ABOUT = new Set(['of', 'from', 'for', 'about', 'without', 'over', 'on', 'as']);

/**
 * Is something attributed only by the way, so that readers seldom take it for an attribution: a gerund that says what a
 * matter is about, what is open behind 'whether', what should be said, a relative pronoun that stands for nobody known? For the outer
 * layer only (layer.ts). The kinds were chosen by counting constructions, not words, on the train half of PolNeAR: one in three of them
 * is an attribution there, against four in five of all that are found.
 */
export function isByTheWay(document: Document, { cueToken, speakerText, rule }: Attribution): boolean {
  const word = document.tokens[cueToken];
  if (!word) return false;
  if (/^(?:who|which)$/i.test(speakerText?.text ?? '')) return true;
  if (tellsWhoSpeaks(document, word) && !/: (?:that|object that)$/.test(rule)) return true;
  if (word.upos !== 'VERB') return false;
  const marks = childrenIn(document, word, 'mark').map(({ text }) => text.toLowerCase());
  if (marks.includes('whether')) return true;
  if (childrenIn(document, word, 'aux').some(({ text }) => text.toLowerCase() === 'should')) return true;
  return (
    isGerund(document, word) &&
    (marks.some((mark) => ABOUT.has(mark)) ||
      relationOf(word) === 'amod' ||
      /^view, verb .*: prep$/.test(rule))
  );
}

/** Not 'is looking for', whose auxiliary makes it the verb of its clause. */
function isGerund(document: Document, word: Token): boolean {
  return (
    /ing$/.test(word.text) && /VerbForm=(?:Ger|Part)/.test(word.feats) && !childIn(document, word, 'aux')
  );
}

const MOST_STEPS = 8;

/** '“…,” said Orsel, a lawyer who has backed the mayor': a relative clause that tells more of the one who speaks behind the verb. */
function tellsWhoSpeaks({ tokens, language }: Document, word: Token): boolean {
  const verbs = claimLexiconOf(language)?.verbs;
  if (/ing$/.test(word.text) && tokens[word.index - 1]?.text === ',') return false;
  let at: Token | undefined = word;
  let isRelative = false;
  for (let step = 0; at && step < MOST_STEPS; step++) {
    const head: Token | undefined = tokens[at.head];
    isRelative ||= at.deprel === 'acl:relcl';
    if (/^nsubj/.test(at.deprel)) {
      const cues = head && head.index < at.index ? verbs?.get(head.text.toLowerCase()) : undefined;
      return isRelative && cues?.some(({ frames }) => frames.some(({ kind }) => kind === 'quote')) === true;
    }
    if (!/^(?:acl:relcl|appos|nmod|conj|flat|advcl|acl|xcomp|obl)/.test(at.deprel)) return false;
    at = head;
  }
  return false;
}
