import { addDays, boundsOfEdtf, daysBetween, type Edtf } from '../../model/index.ts';
import type { DateMention, Document, Sentence, Token } from '../../read/index.ts';
import type { ExtractionContext } from '../context.ts';
import { datesOfSentence } from '../dates-of-sentence.ts';
import { childIn, prepositionOf, relationOf } from '../phrase.ts';

/** Since when, and how many days the text says that it is. */
export interface Start {
  readonly since: Edtf | null;
  readonly days: number | null;
}

const NOTHING: Start = { since: null, days: null };
/** Words between 'since' and its date: 'since the start of the invasion on 24 February'. */
const SINCE_WORDS = 10;
/** Words between what is told and a date that is its own by the order of words alone. */
const MOST_WORDS = 24;
const MOST_STEPS = 12;

/** Since when and for how long, of the tellings of one state: 'since 12 December', 'for three weeks', 'since the coup of 1 February'. */
export function startOf({ document, article }: ExtractionContext, ...told: readonly Token[]): Start {
  const [first] = told;
  if (!first) return NOTHING;
  const sentence = document.sentences[first.sentence] as Sentence;
  let best: (Start & { readonly distance: number }) | null = null;
  for (const date of datesOfSentence(document, sentence)) {
    const opener = openerOf(document, sentence, date);
    if (opener === null || !belongs(document, date, opener, told)) continue;
    const distance = Math.abs(opener - first.index);
    if (best && best.distance <= distance) continue;
    best = { ...startAt(document, date, article.published), distance };
  }
  return best ?? NOTHING;
}

/** 'an 18th day', 'third day', 'day 45'. */
const NTH_DAY = /(?:\dst|\dnd|\drd|th|second|third) (?:\w+ )?day|\bday \d/i;

function startAt(document: Document, date: DateMention, published: Edtf | undefined): Start {
  if (date.kind !== 'duration') return { since: date.edtf, days: null };
  const days = date.days ?? null;
  // 'for an 18th day on Thursday' counts from Thursday
  if (NTH_DAY.test(date.text) && days) {
    const told = dayBehind(document, date) ?? published;
    return { since: (told && addDays(told, 1 - days)) ?? date.edtf, days };
  }
  return { since: date.edtf ?? (published && days ? addDays(published, -days) : null), days };
}

/** '… on Thursday' right behind. */
function dayBehind(document: Document, { endToken }: DateMention): Edtf | null {
  const sentence = document.sentences[(document.tokens[endToken - 1] as Token).sentence] as Sentence;
  const next = datesOfSentence(document, sentence).find(
    ({ firstToken }) => firstToken >= endToken && firstToken <= endToken + 1,
  );
  return next?.edtf && /^\d{4}-\d\d-\d\d$/.test(next.edtf) ? next.edtf : null;
}

/** Where the words begin that say since when: 'since' before the date, with what it was that happened then; null where nothing says so. */
function openerOf({ tokens }: Document, sentence: Sentence, date: DateMention): number | null {
  if (date.kind === 'duration') {
    if (date.anchor !== 'since') return null;
    // 'over the past 72 hours' is when something happened
    const before = tokens[date.firstToken - 1];
    const first = tokens[date.firstToken] as Token;
    const isWindow = /^(?:over|in|within|during)$/i;
    const isPast = /\b(?:past|last|previous|recent)\b/i.test(date.text);
    return isPast && (isWindow.test(before?.text ?? '') || isWindow.test(first.text))
      ? null
      : date.firstToken;
  }
  if (date.edtf === null || date.kind !== 'date') return null;
  if (date.anchor === 'since') return date.firstToken - 1;
  for (let at = date.firstToken - 1; at >= sentence.firstToken && at >= date.firstToken - SINCE_WORDS; at--) {
    const { text } = tokens[at] as Token;
    if (/^since$/i.test(text)) return at;
    if (/^[,;:—–()"“”]$/.test(text)) return null;
  }
  return null;
}

/** Does a date, with the words from `opener` on, belong to one of these? By the tree; where it is lost, by the order of words. */
function belongs(document: Document, date: DateMention, opener: number, told: readonly Token[]): boolean {
  const { tokens } = document;
  const from = Math.min(opener, date.firstToken);
  const isInside = (index: number): boolean => index >= from && index < date.endToken;
  let at = tokens[date.endToken - 1] as Token;
  for (let step = 0; step < MOST_STEPS && at.head >= 0; step++) {
    at = tokens[at.head] as Token;
    if (isInside(at.index)) continue;
    if (told.some(({ index }) => index === at.index)) return !isReason(tokens, date.endToken, at.index);
    if (at.upos === 'VERB') break;
  }
  // 'day 45 of the siege'
  if (told.some((one) => isInside(one.head) && prepositionOf(document, one) === 'of')) return true;
  return told.some(({ index }) => index < from && isNext(tokens, index, from));
}

/** 'stuck for three weeks because of sanctions': what stands behind 'because' is another matter. */
function isReason(tokens: readonly Token[], from: number, to: number): boolean {
  for (let index = from; index < to; index++) if (/^because$/i.test(tokens[index]?.text ?? '')) return true;
  return false;
}

/** No other verb and no new clause between the two. */
function isNext(tokens: readonly Token[], index: number, from: number): boolean {
  if (from - index > MOST_WORDS) return false;
  for (let between = index + 1; between < from; between++) {
    const { upos, text, deprel } = tokens[between] as Token;
    if (upos === 'VERB' && deprel !== 'amod') return false;
    if (/^(?:because|while|but|when|who|which|that|;|:)$/i.test(text)) return false;
  }
  return true;
}

/** Relations over which a verb shares the date of the one above it: 'agreed on Monday to close'. */
const SHARING = new Set(['xcomp', 'conj']);

/** How far a date stands from its verb; before it, farther than behind. */
const wayTo = ({ firstToken }: DateMention, { index }: Token): number =>
  firstToken > index ? firstToken - index : MOST_WORDS + index - firstToken;

/** 'met and agreed': not where it has a subject of its own. */
function isSharing(document: Document, verb: Token): boolean {
  return SHARING.has(relationOf(verb)) && !childIn(document, verb, 'nsubj');
}

/** The day of an act: a date that hangs on its verb or on one that it shares its clause with, or one that opens the sentence. */
export function dayOfVerb(context: ExtractionContext, verb: Token): Edtf | null {
  const { document } = context;
  const sentence = document.sentences[verb.sentence] as Sentence;
  const dates = datesOfSentence(document, sentence).filter(
    (date) =>
      (date.kind === 'date' || date.kind === 'time') &&
      date.edtf !== null &&
      (openerOf(document, sentence, date) ?? verb.index) <= verb.index &&
      date.anchor !== 'since' &&
      !isEnd(document, date),
  );
  if (dates.length === 0) return null;
  const chain = [verb];
  for (let at = verb; isSharing(document, at) && at.head >= 0 && chain.length < MOST_STEPS; ) {
    at = document.tokens[at.head] as Token;
    if (at.upos === 'VERB') chain.push(at);
  }
  for (const one of chain) {
    const [own] = dates
      .filter((date) => hangsOn(document, date, one))
      .sort((a, b) => wayTo(a, one) - wayTo(b, one));
    if (own) return wholeDay(own.edtf as Edtf);
  }
  const [opening] = dates as [DateMention];
  if (isOpening(document, sentence, opening) && isMain(document, verb)) return wholeDay(opening.edtf as Edtf);
  return null;
}

/** What a date behind these is the day of is not what the sentence tells: 'after a test in January'. */
const AFTER = /^(?:after|before|following|since|until|despite)$/i;

function isOpening({ tokens }: Document, { firstToken }: Sentence, date: DateMention): boolean {
  if (date.firstToken - firstToken > 3) return false;
  return tokens
    .slice(firstToken, date.firstToken)
    .every(({ upos, text }) => !['VERB', 'PROPN', 'PRON'].includes(upos) && !AFTER.test(text));
}

function isMain(document: Document, verb: Token): boolean {
  let at = verb;
  for (let step = 0; step < MOST_STEPS; step++) {
    if (at.head < 0) return true;
    if (!isSharing(document, at)) return false;
    at = document.tokens[at.head] as Token;
  }
  return false;
}

function isBehindAfter(tokens: readonly Token[], at: number): boolean {
  for (let index = at - 1; index >= at - SINCE_WORDS && tokens[index]; index--) {
    const { text, upos } = tokens[index] as Token;
    if (upos === 'VERB' || upos === 'PUNCT') return false;
    if (AFTER.test(text)) return true;
  }
  return false;
}

function hangsOn(document: Document, date: DateMention, verb: Token): boolean {
  const { tokens } = document;
  // 'imposed after the coup of 26 July' was not on that day
  for (let index = date.firstToken - 1; index > verb.index; index--)
    if (AFTER.test(tokens[index]?.text ?? '')) return false;
  // 'After a launch in March, they imposed'
  if (verb.index > date.firstToken && isBehindAfter(tokens, date.firstToken)) return false;
  const before = tokens[date.firstToken - 1];
  const verbBefore = before?.upos === 'ADP' ? tokens[date.firstToken - 2] : before;
  // 'said on Monday': a verb right before the date is what it dates, whatever the tree says
  if (verbBefore?.upos === 'VERB') return verbBefore.index === verb.index;
  // 'Norland on Monday closed'
  if (date.endToken === verb.index) return true;
  const from = beforeAside(document, date);
  const isBehind = verb.index < from && isNext(tokens, verb.index, from);
  if (from < date.firstToken) return isBehind;
  let at = tokens[date.endToken - 1] as Token;
  for (let step = 0; step < MOST_STEPS && at.head >= 0; step++) {
    at = tokens[at.head] as Token;
    if (at.index === verb.index) return true;
    // 'announced by both on 21 August has held': a verb behind the date is rather another's
    if (at.upos === 'VERB') return at.index > date.firstToken && isBehind;
  }
  return isBehind;
}

/** 'announced the truce, which it said was final, on Thursday': where what stands between commas begins; else the date itself. */
function beforeAside({ tokens }: Document, { firstToken }: DateMention): number {
  const close = tokens[firstToken - 1]?.upos === 'ADP' ? firstToken - 2 : firstToken - 1;
  if (tokens[close]?.text !== ',') return firstToken;
  for (let at = close - 1; at > close - MOST_WORDS && at > 0; at--)
    if (tokens[at]?.text === ',')
      return /^(?:which|who|whose|where)$/i.test(tokens[at + 1]?.text ?? '') ? at : firstToken;
  return firstToken;
}

/** Events and states are told by the day; the hour stays in the text. */
const wholeDay = (date: Edtf): Edtf =>
  /^\d{4}-\d\d-\d\dT[^/]*$/.test(date) ? (date.slice(0, 10) as Edtf) : date;

/** 'until Friday'; 'by Friday' is a term, no end. */
function isEnd({ tokens }: Document, { anchor, firstToken }: DateMention): boolean {
  return anchor === 'until' && /^(?:until|till|through|to)$/i.test(tokens[firstToken - 1]?.text ?? '');
}

/** 'until 18 February', 'until the end of August': the end that is told of what one of these says. */
export function endOf({ document }: ExtractionContext, ...told: readonly Token[]): Edtf | null {
  const [first] = told;
  if (!first) return null;
  const sentence = document.sentences[first.sentence] as Sentence;
  const date = datesOfSentence(document, sentence).find(
    (one) => one.edtf !== null && isEnd(document, one) && belongs(document, one, one.firstToken - 1, told),
  );
  return date ? wholeDay(date.edtf as Edtf) : null;
}

/** 'reopened it on Friday, 25 days after it was shut': the day of the later word, counted back; null where it is not told so. */
export function dayBefore({ document }: ExtractionContext, told: Token): Edtf | null {
  const { tokens } = document;
  const sentence = document.sentences[told.sentence] as Sentence;
  const dates = datesOfSentence(document, sentence);
  for (const length of dates) {
    const after = tokens[length.endToken];
    if (!length.days || length.kind !== 'duration' || after?.text.toLowerCase() !== 'after') continue;
    if (told.index <= after.index || !isNext(tokens, after.index, told.index)) continue;
    const day = dates.findLast(
      ({ endToken }) => endToken <= length.firstToken && isNext(tokens, endToken - 1, length.firstToken),
    )?.edtf;
    const whole = day && wholeDay(day);
    if (whole && /^\d{4}-\d\d-\d\d$/.test(whole)) return addDays(whole, -length.days);
  }
  return null;
}

/** 'blocked for eight days', 'lasted only two days', said of the past: how long it was, where that hangs on the verb. */
export function lasted(context: ExtractionContext, verb: Token): boolean {
  const { document } = context;
  const sentence = document.sentences[verb.sentence] as Sentence;
  return datesOfSentence(document, sentence).some(
    (date) =>
      date.kind === 'duration' &&
      date.anchor === undefined &&
      (/^for$/i.test(document.tokens[date.firstToken - 1]?.text ?? '') || verb.lemma === 'last') &&
      hangsOn(document, date, verb),
  );
}

/** Whole days from the start to the article's date; null where either is not known to the day. */
export function runningDays(since: Edtf | undefined, asOf: Edtf | undefined): number | null {
  if (!since || !asOf) return null;
  const { first, last } = boundsOfEdtf(since);
  if (first === null || first !== last) return null;
  const days = daysBetween(first, asOf);
  return days !== null && days >= 0 ? days : null;
}

/** The start of a state of which several are told: the earliest, to the day where another telling is within it and says more. */
export function bestStart(starts: readonly Edtf[]): Edtf | undefined {
  const sorted = starts
    .map((date) => ({ date, ...boundsOfEdtf(date) }))
    .sort((a, b) => ((a.first ?? a.date) < (b.first ?? b.date) ? -1 : 1));
  const [earliest] = sorted;
  if (!earliest) return undefined;
  const within = sorted.filter(
    ({ first, last }) =>
      first !== null &&
      last !== null &&
      earliest.first !== null &&
      earliest.last !== null &&
      earliest.first <= first &&
      last <= earliest.last,
  );
  return (within.sort((a, b) => lengthOf(a) - lengthOf(b))[0] ?? earliest).date;
}

const lengthOf = ({ first, last }: { first: string | null; last: string | null }): number =>
  (first && last && daysBetween(first, last)) || 0;
