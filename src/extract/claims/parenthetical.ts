import type { Document, Token } from '../../read/index.ts';
import { hasFeature } from '../phrase.ts';
import type { Run } from './draft.ts';
import type { VerbCue } from './lexicon.ts';
import { subjectBefore } from './surface.ts';

/** Most tokens between the verb and the mark that closes the insertion: 'said in a statement on Tuesday,'. */
const LONGEST_TAIL = 16;

export interface Parenthetical {
  readonly content: Run[];
  readonly speaker: Token;
  readonly speakerRun: Run;
  /** Last token of the cue, where it is longer than the verb: 'put it'. */
  readonly lastOfCue?: number;
}

/**
 * '…, the minister said.', '…, officials said on Tuesday, …', '“…,” Rep. Jones (D) said': a subject and a finite verb of
 * saying between two marks. The marks decide, not the tree: parsers are at their worst here. Null where the verb is
 * followed by what it says, or where nothing that can be said stands around it.
 */
export function parentheticalOf(
  document: Document,
  verb: Token,
  lemma: string,
  cues: readonly VerbCue[],
): Parenthetical | null {
  const { tokens } = document;
  const sentence = document.sentences[verb.sentence];
  if (!sentence || !(canReport(cues) || FINDING.has(lemma)) || !isFiniteForm(verb)) return null;
  const subject = subjectBefore(document, verb);
  if (!subject) return null;
  const mark = tokens[subject.run[0] - 1];
  if (!mark || mark.sentence !== verb.sentence || !/^(?:,|["”]|''|—|–)$/.test(mark.text)) return null;
  if (tokens[verb.index - 1]?.text === ',' && mark.text === ',') return null;
  if (isReducedRelative(document, subject.run, verb)) return null;
  const last = sentence.endToken - 1;
  if (!isQuoteMark(mark) && /^(?:["“]|``)$/.test(tokens[verb.index + 1]?.text ?? '')) return null;
  if (!isQuoteMark(mark) && opensSpeech(document, verb.index + 1)) return null;
  const close = endOfTail(document, verb, lemma, last);
  if (close < 0) return null;
  const head: Run = [
    afterClosedQuotation(document, sentence.firstToken, mark.index),
    mark.index - (isQuoteMark(mark) ? 0 : 1),
  ];
  if (head[1] < head[0]) return null;
  const rest = restAfter(document, close, last);
  const headSays = hasFinite(document, head) && !opens(tokens[head[0]] as Token);
  if (rest && goesOnFrom(document, head, rest, headSays)) return found(subject, [head, rest]);
  if (headSays || (isQuoteMark(mark) && head[1] > head[0])) return found(subject, [head]);
  return null;
}

/** 'When asked about it, he said, “No.”': behind the comma, a quotation with a capital is all that was said. */
function opensSpeech({ tokens }: Document, comma: number): boolean {
  return (
    tokens[comma]?.text === ',' &&
    /^(?:["“]|``|'')$/.test(tokens[comma + 1]?.text ?? '') &&
    /^\p{Lu}/u.test(tokens[comma + 2]?.text ?? '')
  );
}

/** '… to talk.” The rest, he added, …': a sentence that the reader of the text did not part from a quotation before it. */
function afterClosedQuotation({ tokens }: Document, first: number, mark: number): number {
  for (let index = mark - 2; index > first; index--)
    if (
      /^(?:["”]|'')$/.test((tokens[index] as Token).text) &&
      /^[.!?]$/.test((tokens[index - 1] as Token).text) &&
      /^\p{Lu}/u.test((tokens[index + 1] as Token).text)
    )
      return index + 1;
  return first;
}

/** ', a view shared by …', ', a point the envoy also acknowledged': a noun and the clause that tells of it. */
function isReducedRelative({ tokens }: Document, [first, last]: Run, verb: Token): boolean {
  const article = tokens[first]?.text ?? '';
  if (/^(?:something|anything|nothing|everything|one|ones)$/i.test(article) && first < last) return true;
  if (!/^(?:an?|the)$/i.test(article)) return false;
  if (/^by$/i.test(tokens[verb.index + 1]?.text ?? '')) return true;
  for (let index = first + 1; index < last; index++) {
    if (tokens[index]?.upos !== 'NOUN') continue;
    const next = tokens[index + 1]?.upos ?? '';
    if (next === 'DET' || next === 'PRON' || (next === 'PROPN' && /^an?$/i.test(article))) return true;
  }
  return false;
}

function found(subject: { head: Token; run: Run }, content: Run[]): Parenthetical {
  return { content, speaker: subject.head, speakerRun: subject.run };
}

/** Does the clause go on after the insertion, or begin only there? */
function goesOnFrom(document: Document, head: Run, rest: Run, headSays: boolean): boolean {
  const [first, second] = [document.tokens[rest[0]] as Token, document.tokens[rest[0] + 1]];
  if (/ing$/.test(first.text) || /^(?:who|which|whose|while|as|although|though|according)$/i.test(first.text))
    return false;
  if (first.upos === 'CCONJ' && second?.upos === 'VERB') return false;
  if (!hasFinite(document, rest)) return headSays && rest[1] - rest[0] > 1;
  return headSays || !opens(document.tokens[head[0]] as Token) || isPhrase(document, head);
}

/** The mark that closes an insertion whose verb this is, with adverbials between them; -1 where what follows is no adverbial. */
export function endOfTail(document: Document, verb: Token, lemma: string, last: number): number {
  const { tokens } = document;
  const next = tokens[verb.index + 1];
  if (!next || next.sentence !== verb.sentence) return verb.index + 1;
  if (!isMark(next) && !isAdverbialStart(next) && !ADDRESSING.has(lemma)) return -1;
  for (let index = verb.index + 1; index <= Math.min(last, verb.index + LONGEST_TAIL); index++) {
    const token = tokens[index] as Token;
    if (isMark(token)) return index;
    if (hasFeature(token, 'VerbForm=Fin') || token.upos === 'SCONJ' || /^that$/i.test(token.text)) return -1;
  }
  return last < verb.index + LONGEST_TAIL ? last + 1 : -1;
}

/** Verbs that report without quoting: '…, a poll has found', '…, the records show'. */
const FINDING = new Set(['find', 'show', 'conclude', 'determine', 'establish']);

const ADDRESSING = new Set(['tell', 'assure', 'remind', 'inform', 'warn', 'advise', 'reassure']);

function isAdverbialStart(token: Token): boolean {
  return (
    token.upos === 'ADV' ||
    token.upos === 'ADP' ||
    /^(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|last|this|earlier|late|early)$/i.test(token.text)
  );
}

function restAfter(document: Document, close: number, last: number): Run | null {
  const mark = document.tokens[close];
  if (close >= last - 1 || !mark || !/^[,—–]$/.test(mark.text)) return null;
  return [close + 1, last];
}

function isMark(token: Token): boolean {
  return /^(?:[,.;:!?]|["”“]|''|``|—|–)$/.test(token.text);
}

function isQuoteMark(token: Token): boolean {
  return /^(?:["”]|'')$/.test(token.text);
}

function canReport(cues: readonly VerbCue[]): boolean {
  return cues.some((cue) => {
    const kinds = cue.frames.map((frame) => frame.kind);
    return kinds.includes('quote') && (kinds.includes('that') || kinds.includes('object that'));
  });
}

function isFiniteForm(verb: Token): boolean {
  return (
    !/ing$/.test(verb.text) &&
    (hasFeature(verb, 'VerbForm=Fin') || (/(?:ed|s|d)$/.test(verb.text) && verb.text !== verb.lemma))
  );
}

function hasFinite(document: Document, [first, last]: Run): boolean {
  for (let index = first; index <= last; index++)
    if (hasFeature(document.tokens[index] as Token, 'VerbForm=Fin')) return true;
  return false;
}

/** Words that open a clause or phrase which only frames what is said. */
function opens(token: Token): boolean {
  return /^(?:while|when|after|before|since|until|once|because|as|although|though|asked|unlike|despite|speaking|during|in|on|at)$/i.test(
    token.text,
  );
}

/** 'In particular', 'At the border': a phrase in front that belongs to what is said; 'In an interview' and 'On Monday' frame the saying. */
function isPhrase(document: Document, [first, last]: Run): boolean {
  const opening = document.tokens[first] as Token;
  return (
    opening.upos === 'ADP' &&
    last - first < 4 &&
    !/(?:interview|statement|speech|letter|message|post|tweet|comment|conference|briefing|day|week|month|year)s?$/i.test(
      (document.tokens[last] as Token).text,
    )
  );
}
