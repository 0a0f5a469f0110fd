import { type Article, partsOfEdtf } from '../../model/index.ts';
import type { DateMention, Sentence, Token } from '../document.ts';
import { type Atom, sentenceAtoms } from './atoms.ts';
import { calendarOf, type Day, dayOf } from './calendar.ts';
import { type Context, type StoryDay, storyDayOf } from './context.ts';
import { FORMS } from './forms.ts';
import { stands } from './guards.ts';
import { type DateWords, type DayPart, dateRules, dateWords } from './lexicon.ts';
import { edtfOfMoment, type Moment, timexOfMoment } from './moment.ts';
import { PatternBook, type PatternMatch } from './pattern.ts';
import type { Resolution } from './resolution.ts';
import { anchored, boundOf } from './surroundings.ts';
import { type Tense, tenseAt } from './tense.ts';
import { phrasesOf, termsOf, vocabularyOf } from './terms.ts';

/** Languages with words and rules of time. */
const LANGUAGES = new Set(['en']);

/** Words before a last day. */
const DEADLINE = new Set(['by', 'until', 'till', 'before']);

interface Grammar {
  readonly words: DateWords;
  readonly book: PatternBook;
}

const grammars = new Map<string, Grammar>();

function grammarOf(language: string): Grammar {
  const known = grammars.get(language);
  if (known) return known;
  const words = dateWords(language);
  const grammar = {
    words,
    book: new PatternBook(dateRules(language), phrasesOf(words), termsOf(words), vocabularyOf(words)),
  };
  grammars.set(language, grammar);
  return grammar;
}

/** A time expression with all that the record needs and what annotated news calls it. */
export interface TimeExpression extends DateMention {
  /** ISO-TimeML value: '1998-W43', 'P2D', 'PRESENT_REF'. */
  readonly timex: string;
  /** Too vague for a record ('now', 'the week'). */
  readonly vague: boolean;
}

/**
 * Every time expression of the article, in text order, resolved against `article.published` and against the days that the
 * story named before. Offsets are UTF-16 units of `article.text`. Sentences in a language without rules are passed over.
 * Matching is linear; the value set follows TIMEX3 (Pustejovsky et al. 2003), the anchoring HeidelTime's distinction
 * of news: bare dates from the document's date by tense (Strötgen and Gertz 2013).
 */
export function findTimeExpressions(
  article: Pick<Article, 'text' | 'published'>,
  sentences: readonly Sentence[],
  tokens: readonly Token[],
  atomsIn = sentenceAtoms(article.text),
): TimeExpression[] {
  const found: TimeExpression[] = [];
  const published = publishedDay(article.published);
  let story: StoryDay | null = null;
  let lastMoment: Moment | null = null;
  let lastQuarter: Context['lastQuarter'] = null;
  for (const sentence of sentences) {
    const language = sentence.language;
    if (!LANGUAGES.has(language)) continue;
    const { words, book } = grammarOf(language);
    const atoms = atomsIn(sentence);
    let token = sentence.firstToken;
    for (let at = 0; at < atoms.length; ) {
      const atom = atoms[at] as Atom;
      if (!book.mayBegin(atom.lower)) {
        at++;
        continue;
      }
      const matches = book.matches(atoms, at);
      if (matches.length === 0) {
        at++;
        continue;
      }
      while (token + 1 < sentence.endToken && (tokens[token] as Token).end <= atom.start) token++;
      const here = token;
      let tense: Tense | undefined;
      const context: Context = {
        words,
        published,
        story,
        lastMoment,
        lastQuarter,
        deadline: DEADLINE.has(atoms[at - 1]?.lower ?? ''),
        until: /^(?:until|till)$/.test(atoms[at - 1]?.lower ?? ''),
        tense: () => {
          if (isBehindSince(atoms, at)) return 'past';
          tense ??= tenseAt(tokens, here, sentence.firstToken, sentence.endToken, words.tense);
          return tense;
        },
      };
      const hit = firstStanding(matches, atoms, context);
      if (!hit) {
        at++;
        continue;
      }
      const { resolution, end } = hit;
      if (resolution.moment && !resolution.vague) lastMoment = resolution.moment;
      if (resolution.moment?.grain === 'quarter' && hit.form === 'quarter') lastQuarter = resolution.moment;
      if (resolution.advances && resolution.moment && resolution.anchor !== 'since') {
        story = storyDayOf(resolution.moment) ?? story;
      }
      found.push(
        expressionOf(article.text, tokens, sentence, here, atom.start, (atoms[end - 1] as Atom).end, hit),
      );
      at = end;
    }
  }
  return found;
}

/** The dates and durations that a record can use: time expressions less the vague ones. */
export function findDates(
  article: Pick<Article, 'text' | 'published'>,
  sentences: readonly Sentence[],
  tokens: readonly Token[],
  atomsIn = sentenceAtoms(article.text),
): DateMention[] {
  return findTimeExpressions(article, sentences, tokens, atomsIn)
    .filter((expression) => !expression.vague)
    .map(({ timex: _timex, vague: _vague, ...mention }) => mention);
}

/** Words between 'since' and a date that belongs to it. */
const SINCE_WORDS = 8;

/** 'since 1 February', 'since the coup of 1 February': such a day is past. */
function isBehindSince(atoms: readonly Atom[], at: number): boolean {
  for (let before = at - 1; before >= at - SINCE_WORDS && before >= 0; before--) {
    const { lower } = atoms[before] as Atom;
    if (lower === 'since') return true;
    if (/^[,;:.()]$/.test(lower)) return false;
  }
  return false;
}

interface Hit {
  readonly resolution: Resolution;
  readonly end: number;
  readonly form: string;
  readonly bound: NonNullable<DateMention['bound']> | null;
}

function firstStanding(
  matches: readonly PatternMatch[],
  atoms: readonly Atom[],
  context: Context,
): Hit | null {
  for (const match of matches) {
    if (!stands(match, atoms, context.words)) continue;
    const plain = FORMS.get(match.form)?.(match.slots, context);
    if (!plain) continue;
    const resolution = anchored(plain, match, atoms, context);
    const bound = resolution.kind === 'duration' ? boundOf(match, atoms, context.words) : null;
    return { resolution, end: match.end, form: match.form, bound };
  }
  return null;
}

function expressionOf(
  text: string,
  tokens: readonly Token[],
  sentence: Sentence,
  firstToken: number,
  start: number,
  end: number,
  { resolution, bound }: Hit,
): TimeExpression {
  let endToken = firstToken + 1;
  while (endToken < sentence.endToken && (tokens[endToken] as Token).start < end) endToken++;
  const { moment, days, anchor, edge, part } = resolution;
  return {
    start,
    end,
    text: text.slice(start, end),
    firstToken,
    endToken,
    kind: resolution.kind,
    edtf: moment === null ? null : edtfOfMoment(moment),
    basis: resolution.basis,
    ...(days === undefined ? {} : { days }),
    ...(anchor === undefined ? {} : { anchor }),
    ...(bound === null ? {} : { bound }),
    ...(edge === undefined ? {} : { edge }),
    ...(part === undefined ? {} : { part }),
    timex: resolution.timex || (moment === null ? '' : timexOfMoment(moment) + partCode(moment, part)),
    vague: resolution.vague === true,
  };
}

const PART_CODES: { readonly [part in DayPart]?: string } = {
  morning: 'TMO',
  afternoon: 'TAF',
  evening: 'TEV',
  night: 'TNI',
};

function partCode(moment: Moment, part: DayPart | undefined): string {
  return moment.grain === 'day' && !moment.clock && part ? (PART_CODES[part] ?? '') : '';
}

/**
 * The article's day: of a month only its last day, which leaves no doubt about the year of a date before it;
 * of a year alone none, for a bare 'June 3' could be that year's or the one's before.
 */
function publishedDay(published: string | undefined): Day | null {
  const parts = published === undefined ? null : partsOfEdtf(published);
  if (parts?.year == null || parts.month === null) return null;
  if (parts.day !== null) return dayOf(parts.year, parts.month, parts.day);
  const next = dayOf(parts.month === 12 ? parts.year + 1 : parts.year, (parts.month % 12) + 1, 1) as Day;
  return calendarOf(next - 1).month === parts.month ? next - 1 : null;
}
