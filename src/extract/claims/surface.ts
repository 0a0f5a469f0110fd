import type { Stance } from '../../model/index.ts';
import type { Document, Token } from '../../read/index.ts';
import { hasFeature } from '../phrase.ts';
import type { Draft, Run } from './draft.ts';
import type { ClaimLexicon } from './lexicon.ts';

/** Forms that are verbs of saying whatever the tagger took them for, and their lemmas. */
const FORMS: ReadonlyMap<string, string> = new Map([
  ['said', 'say'],
  ['says', 'say'],
  ['told', 'tell'],
  ['tells', 'tell'],
  ['saying', 'say'],
]);
const LONGEST_SUBJECT = 24;

/**
 * 'X said (that) …' and 'X told Y (that) …' where tagger or parser missed the verb: the noun phrase right before it
 * speaks, what follows to the end of the sentence is said. For the plainest forms only.
 */
export function draftOfSurface(document: Document, word: Token, lexicon: ClaimLexicon): Draft | null {
  const lemma =
    FORMS.get(word.text.toLowerCase()) ??
    clauseVerb(document, word, lexicon) ??
    closingVerb(document, word, lexicon);
  const sentence = document.sentences[word.sentence];
  if (lemma === undefined || !sentence) return null;
  const subject = subjectBefore(document, word);
  const goesOn = (word.text === 'saying' ? /^(?:,|—|–|--?)$/ : /^(?:and|but)$/i).test(
    document.tokens[word.index - 1]?.text ?? '',
  );
  if (!subject && !goesOn) return null;
  const isFirst = subject !== null && isSubordinate(document, subject.run);
  const content = contentAfter(document, word, lemma, sentence.endToken - 1, isFirst);
  return {
    rule: `word order: ${word.text.toLowerCase()}`,
    verb: word,
    stance: stanceOf(word, lexicon),
    cue: [word.index, word.index],
    speaker: subject?.head ?? null,
    ...(subject && { speakerRun: subject.run }),
    addressee: null,
    content: content ? [content] : [],
    quotations: [],
    quotes: true,
    negated: false,
    unreal: false,
  };
}

/**
 * A form of a verb that takes a clause, with 'that' right after it: no noun or adjective of that form is meant, if nothing
 * stands before it that only stands before those ('in several states that').
 */
function clauseVerb(document: Document, word: Token, lexicon: ClaimLexicon): string | undefined {
  if (word.upos === 'VERB' || !(/(?:s|ed|ing)$/.test(word.text) || isBareVerb(document, word)))
    return undefined;
  const cues = lexicon.verbs.get(word.text.toLowerCase());
  if (!cues?.some((cue) => cue.frames.some((frame) => frame.kind === 'that'))) return undefined;
  if (/^(?:ADP|DET|ADJ|NUM)$/.test(document.tokens[word.index - 1]?.upos ?? '')) return undefined;
  const next = document.tokens[word.index + 1];
  const isAfterNext = next?.upos === 'ADV' || (/^points?$/i.test(word.text) && next?.text === 'out');
  const that = isAfterNext ? document.tokens[word.index + 2] : next;
  const isNoun = word.upos === 'NOUN' && !/(?:s|ed)$/.test(word.text) && !isBareVerb(document, word);
  return that?.text === 'that' && !isNoun ? lexicon.lemmas.get(word.text.toLowerCase()) : undefined;
}

/** '“The dam is safe,” Orlan notes.': what ends a sentence behind a quotation and a name is a verb that quotes, whatever its tag. */
function closingVerb(document: Document, word: Token, lexicon: ClaimLexicon): string | undefined {
  if (word.upos === 'VERB' || !/(?:s|ed)$/.test(word.text)) return undefined;
  const cues = lexicon.verbs.get(word.text.toLowerCase());
  if (!cues?.some((cue) => cue.frames.some((frame) => frame.kind === 'quote'))) return undefined;
  const { tokens } = document;
  if (!/^[.,:;]$/.test(tokens[word.index + 1]?.text ?? '')) return undefined;
  const subject = subjectBefore(document, word);
  const closing = subject && tokens[subject.run[0] - 1]?.text;
  return closing && /^(?:["”]|'')$/.test(closing) ? lexicon.lemmas.get(word.text.toLowerCase()) : undefined;
}

/** 'Some local media report that …' read as one noun: the verb of people without an article. */
function isBareVerb({ tokens, sentences }: Document, word: Token): boolean {
  const first = tokens[sentences[word.sentence]?.firstToken ?? word.index] as Token;
  const before = tokens[word.index - 1];
  return (
    /^(?:report|claim|argue|warn|demand|point)$/.test(word.text) &&
    word.deprel === 'root' &&
    /^(?:media|people|\p{L}+s)$/u.test(before?.text ?? '') &&
    !/^(?:an?|this|that|every|each)$/i.test(first.text)
  );
}

function stanceOf(word: Token, lexicon: ClaimLexicon): Stance {
  const cues = lexicon.verbs.get(word.text.toLowerCase()) ?? [];
  return cues.find((cue) => cue.frames.some((frame) => frame.kind === 'that'))?.stance ?? 'states';
}

/** 'While she said …', 'But when the mayor says …': does the subject stand in a clause that opens the sentence? */
export function isSubordinate({ tokens, sentences }: Document, [first]: Run): boolean {
  const opener = tokens[first - 1];
  return (
    opener !== undefined &&
    (opener.upos === 'SCONJ' || /^when$/i.test(opener.text)) &&
    opener.index <= (sentences[opener.sentence]?.firstToken ?? 0) + 1
  );
}

/**
 * The noun phrase that stands right before a verb, between it and the comma, quotation mark or start of the sentence
 * before it; a comma that closes an appositive is stepped over. Null where that stretch is no noun phrase.
 */
export function subjectBefore(document: Document, verb: Token): { head: Token; run: Run } | null {
  const { tokens } = document;
  const sentence = document.sentences[verb.sentence];
  if (!sentence) return null;
  let last = verb.index - 1;
  while (last > sentence.firstToken && ['ADV', 'AUX'].includes((tokens[last] as Token).upos)) last--;
  if (last < sentence.firstToken) return null;
  let first = stretchStart(document, last, sentence.firstToken);
  if ((tokens[last] as Token).text === ',' && last > sentence.firstToken) {
    const appositive = stretchStart(document, last - 1, sentence.firstToken);
    first = stretchStart(document, appositive - 2, sentence.firstToken);
    last--;
    if (appositive - 2 < sentence.firstToken || (tokens[appositive - 1] as Token).text !== ',') return null;
  }
  for (let step = 0; step < 2 && first < last && opensClause(tokens[first] as Token); step++) first++;
  const opening = tokens[first];
  if (!opening || first > last || last - first > LONGEST_SUBJECT) return null;
  const isNameLike =
    /^\p{Lu}/u.test(opening.text) &&
    !['SCONJ', 'CCONJ', 'ADP', 'VERB', 'AUX'].includes(opening.upos) &&
    first === last;
  if (
    !isNameLike &&
    !['DET', 'PROPN', 'NOUN', 'ADJ', 'NUM', 'PRON'].includes(opening.upos) &&
    !/^both$/i.test(opening.text)
  )
    return null;
  if (
    /^(?:who|which|that|what|when|if|as|while|how|why|where|it|there|then|now|later|also|here|still|today|yesterday)$/i.test(
      opening.text,
    )
  )
    return null;
  const comma = tokens.slice(first, last + 1).findIndex((token) => token.text === ',');
  const nucleus: Run = [first, comma > 0 ? first + comma - 1 : last];
  if (/^(?:who|which|that)$/i.test((tokens[last] as Token).text)) return null;
  for (let index = nucleus[0]; index <= nucleus[1]; index++)
    if (hasFeature(tokens[index] as Token, 'VerbForm=Fin')) return null;
  return { head: firstNounPhraseHead(document, nucleus), run: [first, last] };
}

/** The head of a stretch that is a noun phrase, else null. */
export function subjectWithin(document: Document, run: Run): Token | null {
  const opening = document.tokens[run[0]] as Token;
  if (!['DET', 'PROPN', 'NOUN', 'ADJ', 'NUM', 'PRON'].includes(opening.upos)) return null;
  const head = firstNounPhraseHead(document, run);
  return ['NOUN', 'PROPN', 'PRON', 'DET', 'NUM'].includes(head.upos) ? head : null;
}

/** 'While he said …', 'but the army says …': a subject may stand right behind the word that opens its clause. */
function opensClause({ text }: Token): boolean {
  return /^(?:and|but|yet|while|although|though|whereas|because|since|if|when|after|before|as)$/i.test(text);
}

/** '“…,” said Irena Halloway of the Meridian Institute.': the noun phrase after a verb that follows a quotation. */
export function subjectAfter(document: Document, verb: Token): { head: Token; run: Run } | null {
  const { tokens } = document;
  const sentence = document.sentences[verb.sentence];
  const before = tokens[verb.index - 1];
  if (!sentence || !before || !/^(?:,|["”]|'')$/.test(before.text)) return null;
  const first = verb.index + 1;
  const opening = tokens[first];
  if (
    !opening ||
    opening.sentence !== verb.sentence ||
    !['DET', 'PROPN', 'NOUN', 'ADJ', 'NUM'].includes(opening.upos)
  )
    return null;
  let last = first;
  while (
    last + 1 < sentence.endToken &&
    !/^(?:[,.;:!?]|["”“]|—|–|that|who|whose|which|whom)$/.test((tokens[last + 1] as Token).text)
  )
    last++;
  if (last - first > LONGEST_SUBJECT) return null;
  return { head: firstNounPhraseHead(document, [first, last]), run: [first, last] };
}

/** Back from `last` to the token after the nearest comma, quotation mark, colon or dash. */
function stretchStart(document: Document, last: number, least: number): number {
  let first = last;
  while (first > least && !/^(?:[,;:]|["”“]|''|—|–)$/.test((document.tokens[first - 1] as Token).text))
    first--;
  return first;
}

/** The last noun of the first run of nouns and names: 'a person familiar with the meeting' → person. */
function firstNounPhraseHead(document: Document, [first, last]: Run): Token {
  const isNominal = (index: number) =>
    ['NOUN', 'PROPN', 'PRON'].includes((document.tokens[index] as Token).upos);
  let head = first;
  while (head < last && !isNominal(head)) head++;
  while (head < last && isNominal(head + 1)) head++;
  return document.tokens[isNominal(head) ? head : last] as Token;
}

/** The token of a run that hangs on a word outside it; its last one where several do. */
export function topWithin(document: Document, first: number, last: number): Token {
  for (let index = last; index >= first; index--) {
    const token = document.tokens[index] as Token;
    if ((token.head < first || token.head > last) && token.upos !== 'PUNCT') return token;
  }
  return document.tokens[last] as Token;
}

function contentAfter(
  document: Document,
  word: Token,
  lemma: string,
  last: number,
  isSubordinate: boolean,
): Run | null {
  const { tokens } = document;
  let from = word.index + 1;
  for (let index = from; index <= Math.min(last, word.index + 14); index++) {
    const text = (tokens[index] as Token).text.toLowerCase();
    if (isSubordinate && text === ',' && index > from + 1) break;
    if (index === last && index > from + 1) break;
    if (/^[,.;:"“”]$/.test(text)) return null;
    if (text === 'that') {
      from = index;
      break;
    }
  }
  if (from === word.index + 1 && lemma === 'tell') return null;
  let end = isSubordinate ? endOfClause(document, from, last) : last;
  while (end > from && (tokens[end] as Token).upos === 'PUNCT') end--;
  return end - from >= 3 ? [from, end] : null;
}

/** 'While he said he would go, the mayor …': what is said in the clause that opens a sentence ends at its comma. */
function endOfClause({ tokens }: Document, from: number, last: number): number {
  let end = from;
  while (end < last && (tokens[end + 1] as Token).text !== ',') end++;
  return end;
}
