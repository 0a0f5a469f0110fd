import type { Document, Token } from '../../read/index.ts';
import type { Draft, Run } from './draft.ts';

/** Forms that are verbs of saying whatever the tagger took them for, and their lemmas. */
const FORMS: { readonly [form: string]: string } = {
  said: 'say',
  says: 'say',
  told: 'tell',
  tells: 'tell',
};
const LONGEST_SUBJECT = 10;

/**
 * 'X said (that) …' and 'X told Y (that) …' where tagger or parser missed the verb: the noun phrase right before it
 * speaks, what follows to the end of the sentence is said. For the plainest forms only.
 */
export function draftOfSurface(document: Document, word: Token): Draft | null {
  const lemma = FORMS[word.text.toLowerCase()];
  const sentence = document.sentences[word.sentence];
  if (lemma === undefined || !sentence) return null;
  const subject = subjectBefore(document, word, sentence.firstToken);
  if (!subject) return null;
  const content = contentAfter(document, word, lemma, sentence.endToken - 1);
  return {
    rule: `word order: ${word.text.toLowerCase()}`,
    verb: word,
    stance: 'states',
    cue: [word.index, word.index],
    speaker: subject.head,
    speakerRun: subject.run,
    addressee: null,
    content: content ? [content] : [],
    quotations: [],
    quotes: true,
    negated: false,
    unreal: false,
  };
}

function subjectBefore(document: Document, word: Token, least: number): { head: Token; run: Run } | null {
  const { tokens } = document;
  let last = word.index - 1;
  while (last > least && (tokens[last] as Token).upos === 'ADV') last--;
  const end = tokens[last];
  if (!end || last < least || !['PROPN', 'NOUN', 'PRON'].includes(end.upos)) return null;
  if (/^(?:who|which|that|what|it)$/i.test(end.text)) return null;
  let first = last;
  while (first > least && last - first < LONGEST_SUBJECT) {
    const before = tokens[first - 1] as Token;
    if (!['PROPN', 'NOUN', 'ADJ', 'DET', 'NUM'].includes(before.upos)) break;
    first--;
  }
  return { head: topWithin(document, first, last), run: [first, last] };
}

/** The token of a run that hangs on a word outside it; its last one where several do. */
function topWithin(document: Document, first: number, last: number): Token {
  for (let index = last; index >= first; index--) {
    const token = document.tokens[index] as Token;
    if (token.head < first || token.head > last) return token;
  }
  return document.tokens[last] as Token;
}

function contentAfter(document: Document, word: Token, lemma: string, last: number): Run | null {
  const { tokens } = document;
  let from = word.index + 1;
  for (let index = from; index <= Math.min(last, word.index + 14); index++) {
    const text = (tokens[index] as Token).text.toLowerCase();
    if (/^[,.;:"“”]$/.test(text)) return null;
    if (text === 'that') {
      from = index;
      break;
    }
  }
  if (from === word.index + 1 && lemma === 'tell') return null;
  let end = last;
  while (end > from && (tokens[end] as Token).upos === 'PUNCT') end--;
  return end - from >= 3 ? [from, end] : null;
}
