import type { Document, Token } from '../../read/index.ts';
import type { Draft } from './draft.ts';

const LONGEST_SPEAKER = 9;
const LONGEST_HEADLINE = 40;
/** Words in small letters that a speaker's name may end in. */
const SPEAKING =
  /^(?:editorial|poll|report|survey|study|officials?|spokesman|spokeswoman|sources?|minister|ministry|experts?|analysts?|police|army|rebels|lawmakers?|leaders?|source|envoy|aide)$/;

/** Headings before a colon that are no speakers. */
const LABELS =
  /^(?:the latest|exclusive|updated?|analysis|opinion|video|watch|live|breaking(?: news)?|photos?|editorial|column|fact ?check(?:er)?|timeline|notes?|correction|.*guide|interview|background|explainer|factbox|questions?|answers?|q|a|related|read more|see also|sources?|credits?|review|preview|transcript|listen|report(?:er)?'s notebook|.*\d.*)$/;

/** 'Pashinyan: the corridor must open': a headline that gives the speaker before a colon. */
export function draftOfHeadline(document: Document, colon: Token): Draft | null {
  if (colon.text !== ':') return null;
  const sentence = document.sentences[colon.sentence];
  const paragraph = sentence && document.article.paragraphs[sentence.paragraph];
  if (!sentence || !paragraph || sentence.start !== paragraph.start) return null;
  const end = endOfHeadline(document, colon, sentence.endToken, paragraph.end);
  const isHeadline =
    sentence.paragraph === 0 || (sentence.end === paragraph.end && !/[.!?"”]$/.test(paragraph.text));
  if (!isHeadline || colon.index - sentence.firstToken > LONGEST_SPEAKER) return null;
  const before = document.tokens.slice(sentence.firstToken, colon.index);
  const named = before.filter(
    ({ text, index }) => /^\p{Lu}/u.test(text) || (index === colon.index - 1 && SPEAKING.test(text)),
  );
  if (named.length < before.filter((token) => token.upos !== 'ADP' && token.upos !== 'PUNCT').length)
    return null;
  const label = before.map((token) => token.text.toLowerCase()).join(' ');
  if (LABELS.test(label) || (before.length > 3 && before.some((token) => token.upos === 'VERB'))) return null;
  const rest = document.tokens.slice(colon.index + 1, end);
  if (rest.filter((token) => token.upos !== 'PUNCT').length < 3) return null;
  const speaker =
    before.find((token) => token.head < 0 || token.head >= colon.index) ?? (named.at(-1) as Token);
  return {
    rule: 'headline with a colon',
    verb: colon,
    speakerRun: [sentence.firstToken, colon.index - 1],
    stance: 'states',
    cue: [colon.index, colon.index],
    speaker,
    addressee: null,
    content: [[colon.index + 1, end - 1]],
    quotations: [],
    quotes: false,
    negated: false,
    unreal: false,
  };
}

/** One past the last token: of the title, which may look like two sentences; of the sentence, or of the next one where the colon was taken for the end of the first. */
function endOfHeadline(
  { tokens, sentences }: Document,
  colon: Token,
  end: number,
  paragraph: number,
): number {
  const next = sentences[colon.sentence + 1];
  if (sentences[colon.sentence]?.paragraph === 0) {
    let last = end;
    while (
      last < tokens.length &&
      last - colon.index < LONGEST_HEADLINE &&
      (tokens[last] as Token).end <= paragraph
    )
      last++;
    return last;
  }
  const isCut = colon.index === end - 1 && next !== undefined && next.start < paragraph;
  return isCut ? Math.min(next.endToken, tokens.length) : end;
}
