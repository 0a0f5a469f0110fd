import {
  addDays,
  boundsOfEdtf,
  daysBetween,
  type Edtf,
  type EventDate,
  edtf,
  type PloverType,
} from '../../model/index.ts';
import {
  type DateMention,
  type Document,
  dateOfClause,
  type Sentence,
  type Token,
} from '../../read/index.ts';
import type { ExtractionContext } from '../context.ts';
import { datesOfSentence } from '../dates-of-sentence.ts';
import { childrenIn, hasMark, prepositionOf, relationOf } from '../phrase.ts';
import type { EventLexicon } from './lexicon.ts';
import type { Trigger } from './triggers.ts';

/** What is said in an article without a date of its own is said when the article is published. */
const SPEECH = new Set<PloverType>(['ACCUSE', 'REQUEST', 'REJECT', 'THREATEN', 'SUPPORT', 'AGREE']);
/** Relations that keep a verb in the main clause of its sentence. */
const MAIN = new Set(['root', 'conj', 'xcomp']);
const MOST_STEPS = 12;
/** Words between a verb and the date that is taken for its own, at most. */
const MOST_WORDS = 40;

/**
 * When an event was: the date of its clause; else the one date of its sentence, where the event is told in the main clause or by the
 * verb just before that date; else the day of the article for what is said, and for what its first two sentences tell without any date.
 */
export function dateOf(
  { document, article }: ExtractionContext,
  lexicon: EventLexicon,
  { token, predicate, entry, kind }: Trigger,
  sentence: Sentence,
): EventDate {
  const dates = datesIn(document, sentence).filter((date) => !isPartOfName(document, lexicon, date));
  const mention =
    kind === 'reference'
      ? ownDate(document, dates, token)
      : (dateOfClause(document, token.index) ??
        (predicate === token ? null : dateOfClause(document, predicate.index)) ??
        onlyDate(document, lexicon, dates, predicate));
  if (mention?.edtf && !isPartOfName(document, lexicon, mention))
    return { edtf: dayOf(mention.edtf), text: mention.text, basis: mention.basis };
  const isGround = !SPEECH.has(entry.type);
  // What is said has the one day of its sentence, even where the tree gives it to another verb: 'agreed …, both ministries said on Thursday'.
  const [single] = dates;
  if (
    !isGround &&
    kind === 'verb' &&
    single?.edtf &&
    dates.length === 1 &&
    !isLongAgo(single.edtf, article.published) &&
    !datesANoun(document, lexicon, single) &&
    !isInRelative(document, single, predicate)
  )
    return { edtf: dayOf(single.edtf), text: single.text, basis: single.basis };
  const since = beganOn(document, sentence, predicate);
  if (since?.edtf) return { edtf: dayOf(since.edtf), text: since.text, basis: since.basis };
  if (isLookingBack(document, predicate)) return { edtf: edtf('XXXX'), basis: 'none' };
  if (article.published && (!isGround || (sentence.index <= 1 && kind !== 'reference' && dates.length === 0)))
    return { edtf: article.published, basis: 'published' };
  return { edtf: edtf('XXXX'), basis: 'none' };
}

/** 'Sudria had objected to the memorandum': told as what went before, so of an earlier day. */
function isLookingBack(document: Document, predicate: Token): boolean {
  return (
    relationOf(predicate) === 'root' &&
    childrenIn(document, predicate, 'aux').some(({ text }) => text === 'had')
  );
}

/** Further back than this, it is history and no event of the story. */
const LONGEST_DAYS = 120;

export function isLongAgo(date: Edtf, published: Edtf | undefined): boolean {
  const { last } = boundsOfEdtf(date);
  const days = last && published ? daysBetween(last, published) : null;
  return days !== null && days > LONGEST_DAYS;
}

/** Does it still go on: 'have blocked the road since 12 December'? */
export function goesOn(document: Document, sentence: Sentence, predicate: Token): boolean {
  return beganOn(document, sentence, predicate) !== null;
}

/** 'have blocked the road since 12 December': the day on which it began; not 'has ruled out a union, a wish of many since 2013'. */
function beganOn(document: Document, sentence: Sentence, predicate: Token): DateMention | null {
  if (!childrenIn(document, predicate, 'aux').some(({ text }) => /^ha(?:s|ve)$/i.test(text))) return null;
  return (
    datesOfSentence(document, sentence).find(
      (date) =>
        date.anchor === 'since' &&
        date.kind === 'date' &&
        (headOf(document, date).head === predicate.index || isLastVerbBefore(document, date, predicate)),
    ) ?? null
  );
}

/** Words between an event noun that is only named and its own date, at most. */
const NEAR_NOUN = 6;

/** 'after the meeting of 1 March', "since Monday's attack": the date that belongs to the noun, not to what the sentence tells. */
function ownDate(document: Document, dates: readonly DateMention[], noun: Token): DateMention | null {
  for (const date of dates) {
    const { head } = headOf(document, date);
    if (head === noun.index) return date;
    const between = date.firstToken - noun.index;
    if (between > 0 && between <= NEAR_NOUN && !hasVerb(document, noun.index + 1, date.firstToken))
      return date;
    if (noun.index - date.endToken >= 0 && noun.index - date.endToken <= 1) return date;
  }
  return null;
}

function hasVerb({ tokens }: Document, from: number, to: number): boolean {
  for (let index = from; index < to; index++) {
    const { upos, text } = tokens[index] as Token;
    if (upos === 'VERB' || text === ',') return true;
  }
  return false;
}

/** The day that a predicate is told to have been on, as of an act; null where the sentence does not say. */
export function dayOfAct(
  document: Document,
  lexicon: EventLexicon,
  predicate: Token,
  sentence: Sentence,
): Edtf | null {
  const mention =
    dateOfClause(document, predicate.index) ??
    onlyDate(document, lexicon, datesIn(document, sentence), predicate);
  return mention?.edtf ? dayOf(mention.edtf) : null;
}

/** Events are told by the day; the hour stays in the date's text. */
function dayOf(date: Edtf): Edtf {
  return /^\d{4}-\d\d-\d\dT[^/]*$/.test(date) ? edtf(date.slice(0, 10)) : date;
}

/** The dates of a sentence that can date an event: two at most, for more of them decide nothing. */
function datesIn(document: Document, sentence: Sentence): DateMention[] {
  return datesOfSentence(document, sentence)
    .filter(
      ({ kind, edtf: date, anchor }) =>
        (kind === 'date' || kind === 'time') && date !== null && anchor !== 'since' && anchor !== 'until',
    )
    .slice(0, 2);
}

function onlyDate(
  document: Document,
  lexicon: EventLexicon,
  dates: readonly DateMention[],
  predicate: Token,
): DateMention | null {
  const [date] = dates;
  if (!date) return null;
  // 'kidnapped him last October and released him 12 days later': each verb has the date behind it
  if (dates.length > 1) {
    const own = dates.filter(
      (one) => isLastVerbBefore(document, one, predicate) && !datesANoun(document, lexicon, one),
    );
    return own.length === 1 ? (own[0] as DateMention) : null;
  }
  if (datesANoun(document, lexicon, date) || isBeforeBut(document, date, predicate)) return null;
  if (isMain(document, predicate) && !isBelowOther(document, date, predicate)) return date;
  // 'which closed its borders after the coup, lifted its sanctions in February': that of the main clause is not that of the relative one
  if (relationOf(predicate) === 'acl' && !isBelow(document, headOf(document, date), predicate)) return null;
  return isLastVerbBefore(document, date, predicate) ? date : null;
}

/** 'broke down on Tuesday but resumed': what is set against what was on that day was later. */
function isBeforeBut(document: Document, date: DateMention, predicate: Token): boolean {
  if (date.firstToken > predicate.index) return false;
  const but = childrenIn(document, predicate, 'cc').find(({ text }) => /^but$/i.test(text));
  return (
    but !== undefined && but.index > date.firstToken && !isBelow(document, headOf(document, date), predicate)
  );
}

/** 'the attack of 5 March', 'the statement on Monday', "Monday's talks": the date is the noun's. */
function datesANoun(document: Document, lexicon: EventLexicon, date: DateMention): boolean {
  const head = headOf(document, date);
  if (head.deprel === 'nmod:poss' || prepositionOf(document, head) === 'of') return true;
  if (/^of$/i.test(document.tokens[date.firstToken - 1]?.text ?? '')) return true;
  const owner = head.head >= 0 ? (document.tokens[head.head] as Token) : null;
  if (owner === null || owner.upos !== 'NOUN' || !/^\p{Ll}/u.test(owner.text)) return false;
  return lexicon.nouns.has(owner.lemma) && !isPartOfPhrase(document, lexicon, owner);
}

/** 'the March 23 Movement', 'a 17th-century tomb': a date right before its noun, which tells of no event. */
function isPartOfName(document: Document, lexicon: EventLexicon, date: DateMention): boolean {
  const head = headOf(document, date);
  const noun = document.tokens[head.head];
  return (
    noun !== undefined &&
    noun.index >= date.endToken &&
    ['compound', 'amod', 'nummod', 'nmod'].includes(relationOf(head)) &&
    ['NOUN', 'PROPN'].includes(noun.upos) &&
    !lexicon.nouns.has(noun.lemma.toLowerCase())
  );
}

/** 'on the margins of the conference': what is dated is what was done there. */
function isPartOfPhrase(document: Document, lexicon: EventLexicon, noun: Token): boolean {
  if (relationOf(noun) !== 'nmod' || prepositionOf(document, noun) !== 'of') return false;
  const whole = document.tokens[noun.head];
  return whole?.upos === 'NOUN' && relationOf(whole) === 'obl' && !lexicon.nouns.has(whole.lemma);
}

function headOf(document: Document, date: DateMention): Token {
  for (let index = date.firstToken; index < date.endToken; index++) {
    const token = document.tokens[index] as Token;
    if (token.head < date.firstToken || token.head >= date.endToken) return token;
  }
  return document.tokens[date.firstToken] as Token;
}

function isMain(document: Document, predicate: Token): boolean {
  let at = predicate;
  for (let step = 0; step < MOST_STEPS; step++) {
    if (!MAIN.has(relationOf(at))) return false;
    if (at.head < 0) return true;
    at = document.tokens[at.head] as Token;
  }
  return false;
}

/** Does the date hang below another verb of the sentence, in a clause that the predicate is not part of? */
function isBelowOther(document: Document, date: DateMention, predicate: Token): boolean {
  let at = headOf(document, date);
  for (let step = 0; step < MOST_STEPS && at.head >= 0; step++) {
    at = document.tokens[at.head] as Token;
    if (at === predicate) return false;
    // 'used tear gas to push back the crowd on Saturday'
    if (at.head === predicate.index && hasMark(document, at, 'to')) continue;
    if ((at.upos === 'VERB' || relationOf(at) === 'ccomp') && !MAIN.has(relationOf(at))) return true;
  }
  return false;
}

function isBelow({ tokens }: Document, token: Token, above: Token): boolean {
  let at = token;
  for (let step = 0; step < MOST_STEPS && at.head >= 0; step++) {
    if (at === above) return true;
    at = tokens[at.head] as Token;
  }
  return at === above;
}

/** 'accused them of breaking a truce, which ran out on 3 August': a date of a relative clause that the predicate is no part of. */
function isInRelative(document: Document, date: DateMention, predicate: Token): boolean {
  let at = headOf(document, date);
  for (let step = 0; step < MOST_STEPS && at.head >= 0 && at !== predicate; step++) {
    if (at.deprel === 'acl:relcl') return true;
    at = document.tokens[at.head] as Token;
  }
  return false;
}

function isLastVerbBefore(document: Document, date: DateMention, predicate: Token): boolean {
  if (date.firstToken - predicate.index > MOST_WORDS) return false;
  for (let index = date.firstToken - 1; index > predicate.index; index--) {
    const { upos, text } = document.tokens[index] as Token;
    if (upos === 'VERB' || text === ',' || text === ';' || text === ':') return false;
  }
  return predicate.index < date.firstToken;
}

/**
 * What happened cannot lie ahead: a weekday or a day without a year that was read as a coming one is the last one. What else lies ahead,
 * 'in the coming days', or is said of the future, 'and will end on Sunday', is another date.
 */
export function inThePast(
  date: EventDate,
  published: Edtf | undefined,
  { words }: EventLexicon,
  sentence: string,
): EventDate {
  if (!published || !date.text || !/^\d{4}-\d\d-\d\d$/.test(date.edtf) || date.edtf <= published) return date;
  if (/\d{4}/.test(date.text)) return date;
  const unknown = { edtf: edtf('XXXX'), basis: 'none' } as const;
  if (!/\d/.test(date.text)) {
    const isWeekday = date.text.split(/\s+/).some((word) => words.weekdays.has(word.toLowerCase()));
    const before = addDays(date.edtf, -7);
    if (!isWeekday || before === null || before > published) return unknown;
    return isSaidOfFuture(sentence, date.text, words.future) ? unknown : { ...date, edtf: before };
  }
  const before = `${Number(date.edtf.slice(0, 4)) - 1}${date.edtf.slice(4)}`;
  return before.endsWith('-02-29') ? date : { ...date, edtf: edtf(before) };
}

/** Words before a date that say of what it tells that it is to come. */
const FUTURE_WORDS = 4;

function isSaidOfFuture(sentence: string, date: string, future: ReadonlySet<string>): boolean {
  const before = sentence.slice(0, Math.max(0, sentence.indexOf(date)));
  return before
    .split(/\s+/)
    .slice(-FUTURE_WORDS - 1)
    .some((word) => future.has(word.toLowerCase()));
}
