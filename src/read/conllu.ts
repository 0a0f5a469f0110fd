import type { Document, Sentence, Token } from './document.ts';

/** Parts that UD English writes as one multiword token with the word before: do|n't, Baku|'s, can|not. */
const CLITIC = /^(?:n['’]t|['’](?:s|re|ve|ll|d|m)|['’])$/i;
const JOINED = new Set(['cannot', 'gonna', 'gotta', 'wanna', 'lemme', 'gimme']);

/**
 * The document in CoNLL-U (universaldependencies.org/format): one block a sentence with its text, a blank line behind each. Clitics
 * and their word get a range line. Offsets are kept in MISC as `TokenRange=start:end` (UTF-16, into the article's text).
 */
export function toConllu(document: Document): string {
  return document.sentences.map((sentence) => sentenceToConllu(document, sentence)).join('');
}

/** One sentence in CoNLL-U; its number is its place in the document, counted from 1. */
export function sentenceToConllu(document: Document, sentence: Sentence): string {
  const { article, tokens } = document;
  const lines: string[] = [];
  const previous = document.sentences[sentence.index - 1];
  if (sentence.index === 0) lines.push(`# newdoc id = ${oneLine(article.id)}`);
  if (!previous || previous.paragraph !== sentence.paragraph)
    lines.push(`# newpar id = ${oneLine(article.id)}-p${sentence.paragraph + 1}`);
  lines.push(`# sent_id = ${oneLine(article.id)}-s${sentence.index + 1}`);
  lines.push(`# text = ${oneLine(article.text.slice(sentence.start, sentence.end))}`);
  const words = tokens.slice(sentence.firstToken, sentence.endToken);
  for (let place = 0; place < words.length; place++) {
    const size = multiwordSize(article.text, words, place);
    if (size > 1) {
      const last = words[place + size - 1] as Token;
      const first = words[place] as Token;
      const form = article.text.slice(first.start, last.end);
      lines.push(
        [
          `${place + 1}-${place + size}`,
          field(form),
          ...'_______',
          ...miscOf(first.start, last, words[place + size]),
        ].join('\t'),
      );
    }
    for (let word = place; word < place + size; word++)
      lines.push(lineOf(words[word] as Token, sentence, size > 1 ? undefined : words[word + 1], size > 1));
    place += size - 1;
  }
  return `${lines.join('\n')}\n\n`;
}

/** How many words the token that begins at `place` stands for. */
function multiwordSize(text: string, words: readonly Token[], place: number): number {
  const first = words[place] as Token;
  let size = 1;
  for (let next = words[place + size]; next; next = words[place + size]) {
    const previous = words[place + size - 1] as Token;
    if (next.start === first.start) {
      size++;
      continue;
    }
    if (next.start !== previous.end) break;
    const isPart =
      (CLITIC.test(next.text) && /[\p{L}\p{N}.]$/u.test(previous.text) && next.upos !== 'PUNCT') ||
      JOINED.has(text.slice(first.start, next.end).toLowerCase());
    if (!isPart) break;
    size++;
  }
  return size;
}

function lineOf(token: Token, sentence: Sentence, next: Token | undefined, isPart: boolean): string {
  return [
    token.index - sentence.firstToken + 1,
    field(token.text),
    field(token.lemma),
    token.upos,
    '_',
    token.feats === '' ? '_' : token.feats,
    token.head < 0 ? 0 : token.head - sentence.firstToken + 1,
    token.deprel,
    '_',
    ...(isPart ? ['_'] : miscOf(token.start, token, next)),
  ].join('\t');
}

function miscOf(start: number, token: Token, next: Token | undefined): [string] {
  const space = next && next.start === token.end ? 'SpaceAfter=No|' : '';
  return [`${space}TokenRange=${start}:${token.end}`];
}

/** A form with a blank in it is allowed, tabs and line ends are not. */
function field(text: string): string {
  return text === '' ? '_' : oneLine(text);
}

function oneLine(text: string): string {
  return text.replace(/\s+/gu, ' ');
}
