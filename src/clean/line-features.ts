import { runOf } from './block-worth.ts';
import { type LineShape, shapeOf } from './line-shape.ts';
import { titleLine } from './line-title.ts';
import { nearness, topicKeys, topicOf } from './line-topic.ts';

/** Values from the start of one line's row to the next one's. */
export const STRIDE = 224;

/** Features of all lines, in the order of `names`; with what was found on the way. */
export interface LineFeatures {
  /** A row a line, {@link STRIDE} values each: the features named, then room for those of the second look. */
  readonly values: Float64Array;
  readonly count: number;
  readonly names: readonly string[];
  readonly shapes: readonly LineShape[];
  readonly keys: readonly ReadonlySet<string>[];
  /** The line that is likely the title; -1 where none is. */
  readonly titleAt: number;
}

const PHRASES =
  'injected-link related-stories subscription share advertisement comment-form copyright navigation cookie-notice spam-notice'.split(
    ' ',
  );
const codeOf = (reason: string) => PHRASES.indexOf(reason) + 1 || PHRASES.length + 1;
const QUOTES = /["“”«»„「」]/u;
const READER = new Set(
  'you your yours we our ours us my me tu tuo tua tuoi voi vostro vostra noi nostro nostra ti vi ci vous votre vos nous notre nos tú tus su usted nosotros nuestro nuestra você seu sua nós nosso nossa sie ihr ihre ihnen wir unser unsere uns du dein deine вы вас вам ваш ваша ваши мы нас наш наша наши ви вам ваш ми нас наш siz sizin biz bizim դուք ձեր մենք մեր'.split(
    ' ',
  ),
);
const STEPS = [-4, -3, -2, -1, 1, 2, 3, 4].map((step) => ({
  step,
  isNear: Math.abs(step) <= 2,
  length: `length${step}`,
  worth: `worth${step}`,
  phrase: `phrase${step}`,
  credit: `credit${step}`,
  form: `form${step}`,
  ends: `ends${step}`,
  shared: `shared${step}`,
  time: `time${step}`,
  small: `small${step}`,
}));
const WINDOWS = [3, 8, 20].flatMap((width) =>
  ['Before', 'After'].map((side) => ({
    width,
    isBefore: side === 'Before',
    worth: `worth${side}${width}`,
    mean: `mean${side}${width}`,
    phrases: `phrases${side}${width}`,
    stamps: `stamps${side}${width}`,
    shorts: `shorts${side}${width}`,
    ends: `ends${side}${width}`,
    near: `near${side}${width}`,
  })),
);
/** A line of at least this length may be a paragraph. */
const LONG = 100;
const BIG = 60;

/** Worth of a line by rule of thumb: sentences of running text are good, short lines and furniture are bad. */
function worthOf({ length, isSentence, phrase, words, signs }: LineShape): number {
  if (phrase && (phrase.isWhole || length < 160)) return -40;
  if (words.length < 4) return -30;
  return Math.min(length, 800) * (isSentence ? 1 : 0.5) * (signs.appeal > 1 ? 0.5 : 1) - 70;
}

/** Features of all lines of a scraped text, for the trees of `text-model.ts`. `title` is what the caller knows it to be. Linear. */
export function lineFeatures(texts: readonly string[], title?: string): LineFeatures {
  const shapes = texts.map(shapeOf);
  const count = shapes.length;
  const worth = shapes.map(worthOf);
  const run = runOf(worth);
  const [from, to] = run ? [run.from, run.to] : [count, -1];
  const keys = shapes.map(({ words }) => topicKeys(words));
  const isCore = shapes.map((_, at) => at >= from && at <= to && (worth[at] as number) > 0);
  const topic = topicOf(keys.filter((_, at) => isCore[at]));
  const near = keys.map((own, at) => nearness(own, topic, isCore[at] as boolean));
  const small = smallWords(shapes);
  const smallShare = shapes.map(({ words }) => shareOf(words, small));
  const titleAt = titleLine(texts, shapes, keys, topic, from);
  const titleKeys = title ? topicKeys(shapeOf(title).words) : (keys[titleAt] ?? new Set<string>());
  const copies = new Map<string, number>();
  for (const { folded } of shapes) copies.set(folded, (copies.get(folded) ?? 0) + 1);
  const sums = running(worth.map((value) => Math.max(0, value)));
  const lengths = running(shapes.map(({ length }) => length));
  const phrases = running(shapes.map(({ phrase }) => (phrase ? 1 : 0)));
  const stamps = running(shapes.map(({ hasTime, length }) => (hasTime && length < 80 ? 1 : 0)));
  const threads = running(shapes.map(({ isThread }) => (isThread ? 1 : 0)));
  const [aboutBefore] = nearestOver(
    shapes.map(({ isAbout }) => (isAbout ? 1 : 0)),
    0,
  );
  const shorts = running(shapes.map(({ length }) => (length < 40 ? 1 : 0)));
  const sentences = running(shapes.map(({ isSentence }) => (isSentence ? 1 : 0)));
  const nears = running(near.map(({ shared }) => shared));
  const all = Math.max(1, sums[count] as number);
  const [bigBefore, bigAfter] = nearestOver(worth, BIG);
  const headBefore = headings(shapes);
  const forms = shapes.map(formOf);
  const [formFrom, formTo] = stretches(forms);
  const frame = frameKeys(keys, from, to);
  const writers = headNames(shapes, titleAt, from);

  const names: string[] = [];
  const values = new Float64Array(count * STRIDE);
  let place = 0;
  let isFirst = true;
  const put = (name: string, value: number) => {
    if (isFirst) names.push(name);
    values[place++] = value;
  };
  shapes.forEach((shape, at) => {
    place = at * STRIDE;
    const { words, phrase, signs, length } = shape;
    put('length', squeezed(length));
    put('words', squeezed(words.length));
    put('wordLength', length / words.length);
    put('sentences', signs.sentences);
    put('endsSentence', shape.isSentence ? 1 : 0);
    put('endsColon', signs.endsColon);
    put('commas', signs.commas / words.length);
    put('digitShare', signs.digitShare);
    put('upperShare', signs.upperShare);
    put('capitalShare', shape.capitalShare);
    put('signShare', shape.signShare);
    put('startsLower', signs.startsLower);
    put('hasYear', signs.hasYear);
    put('hasTime', shape.hasTime ? 1 : 0);
    put('hasAddress', shape.hasAddress ? 1 : 0);
    put('separators', shape.separators);
    put('asks', shape.asks);
    put('opens', shape.opens);
    put('mark', signs.mark);
    put('quote', signs.quote);
    put('credit', signs.credit);
    put('appeal', signs.appeal);
    put('credited', shape.isCredited ? 1 : 0);
    put('phrase', phrase ? codeOf(phrase.reason) : 0);
    put('phraseWhole', phrase?.isWhole ? 1 : 0);
    put('smallShare', smallShare[at] as number);
    put('copies', copies.get(shape.folded) ?? 1);
    put('shared', near[at]?.shared ?? 0);
    put('often', near[at]?.often ?? 0);
    const own = keys[at] as ReadonlySet<string>;
    put('frame', shareOf(own, frame));
    put('local', localShare(keys, at, bigBefore, bigAfter));
    put('writer', writers.has(words.slice(0, 2).join(' ')) ? 1 : 0);
    put('reader', shareOf(words, READER));
    put('quotes', QUOTES.test(texts[at] as string) ? 1 : 0);
    put('keys', squeezed((keys[at] as ReadonlySet<string>).size));
    put('inTitle', shareOf(keys[at] as ReadonlySet<string>, titleKeys));
    put('titleIn', shareOf(titleKeys, keys[at] as ReadonlySet<string>));
    put('afterTitle', titleAt < 0 ? 99 : squeezed(at - titleAt));

    put('place', at / count);
    put('worthPlace', (sums[at] as number) / all);
    put('worth', worth[at] as number);
    put('inRun', at >= from && at <= to ? 1 : 0);
    put('fromRun', run ? squeezed(at - from) : 0);
    put('toRun', run ? squeezed(at - to) : 0);

    for (const name of STEPS) {
      const neighbor = at + name.step;
      const other = shapes[neighbor];
      put(name.length, other ? squeezed(other.length) : -1);
      put(name.worth, other ? (worth[neighbor] as number) : 0);
      put(name.phrase, other ? phraseCode(other) : -1);
      if (!name.isNear) continue;
      put(name.credit, other ? (other.isCredited ? 2 : other.signs.credit) : -1);
      put(name.form, other && forms[neighbor] === forms[at] ? 1 : 0);
      put(name.ends, other ? (other.isSentence ? 1 : 0) : -1);
      put(name.shared, near[neighbor]?.shared ?? -1);
      put(name.time, other ? (other.hasTime ? 1 : 0) : -1);
      put(name.small, smallShare[neighbor] ?? -1);
    }
    for (const name of WINDOWS) {
      const { width } = name;
      const [low, high] = name.isBefore ? [at - width, at] : [at + 1, at + 1 + width];
      const size = Math.max(1, Math.min(count, high) - Math.max(0, low));
      put(name.worth, between(sums, low, high) / width);
      put(name.mean, squeezed(between(lengths, low, high) / size));
      put(name.phrases, between(phrases, low, high) / width);
      put(name.stamps, between(stamps, low, high) / width);
      put(name.shorts, between(shorts, low, high) / size);
      put(name.ends, between(sentences, low, high) / size);
      put(name.near, between(nears, low, high) / size);
    }
    const [before, after] = [bigBefore[at] as number, bigAfter[at] as number];
    put('bigBefore', before < 0 ? 50 : squeezed(at - before));
    put('bigAfter', after < 0 ? 50 : squeezed(after - at));
    put('nearBefore', before < 0 ? -1 : (near[before]?.shared ?? 0));
    put('nearAfter', after < 0 ? -1 : (near[after]?.shared ?? 0));
    const head = headBefore[at] as number;
    put('headBefore', head < 0 ? 50 : squeezed(at - head));
    put('headPhrase', head < 0 ? 0 : phraseCode(shapes[head] as LineShape));
    const [first, last] = [formFrom[at] as number, formTo[at] as number];
    put('alike', squeezed(last - first));
    put('alikeColon', first > 0 ? (shapes[first - 1]?.signs.endsColon ?? 0) : 0);
    put('alikeBefore', first > 0 ? (worth[first - 1] as number) : -99);
    put('alikeAfter', last + 1 < count ? (worth[last + 1] as number) : -99);
    const about = aboutBefore[at] as number;
    put('about', shape.isAbout ? 0 : about < 0 ? 50 : squeezed(at - about));
    put('threads', run && at > from ? squeezed(between(threads, from, at)) : -1);
    put('threadsNear', between(threads, at - 6, at + 7));
    put('stampsInRun', run && at > from ? squeezed(between(stamps, from, at)) : -1);
    put('phrasesInRun', run && at > from ? squeezed(between(phrases, from, at)) : -1);
    put('shortsInRun', run && at > from ? squeezed(between(shorts, from, at)) : -1);
    isFirst = false;
  });
  return { values, count, names, shapes, keys, titleAt };
}

function phraseCode({ phrase }: LineShape): number {
  return phrase ? codeOf(phrase.reason) : 0;
}

/** Counts are squeezed, so that one threshold means much the same on short and long pages. */
export function squeezed(value: number): number {
  return Math.sign(value) * Math.log2(1 + Math.abs(value));
}

/** Sums of all values before each place. */
export function running(values: readonly number[]): Float64Array {
  const sums = new Float64Array(values.length + 1);
  values.forEach((value, at) => {
    sums[at + 1] = (sums[at] as number) + value;
  });
  return sums;
}

function shareOf(words: Iterable<string>, known: ReadonlySet<string>): number {
  let [hits, all] = [0, 0];
  for (const word of words) {
    all++;
    if (known.has(word)) hits++;
  }
  return all === 0 ? 0 : hits / all;
}

/** The small words of the text's own language: short ones that many of its long lines have. */
function smallWords(shapes: readonly LineShape[]): Set<string> {
  const counts = new Map<string, number>();
  let lines = 0;
  for (const { words, length } of shapes) {
    if (length < LONG) continue;
    lines++;
    for (const word of new Set(words)) if (word.length <= 4) counts.set(word, (counts.get(word) ?? 0) + 1);
  }
  const least = Math.max(2, lines * 0.1);
  return new Set([...counts].filter(([, times]) => times >= least).map(([word]) => word));
}

/** Sum of the values from `low` on and before `high`; what lies outside counts nothing. `sums` are {@link running}. */
export function between(sums: Float64Array, low: number, high: number): number {
  return (sums[Math.min(sums.length - 1, high)] as number) - (sums[Math.max(0, low)] as number);
}

/** For each place the nearest one before it whose value is above `border`, and the nearest behind it; -1 where there is none. */
export function nearestOver(values: readonly number[], border: number): readonly [Int32Array, Int32Array] {
  const before = new Int32Array(values.length);
  const after = new Int32Array(values.length);
  let last = -1;
  for (let at = 0; at < values.length; at++) {
    before[at] = last;
    if ((values[at] as number) > border) last = at;
  }
  last = -1;
  for (let at = values.length - 1; at >= 0; at--) {
    after[at] = last;
    if ((values[at] as number) > border) last = at;
  }
  return [before, after];
}

/** What a line looks like, roughly: entries of a list look alike. */
export function formOf({ length, isSentence, opens, separators, signs }: LineShape): string {
  return `${Math.round(Math.log2(1 + length) * 0.8)} ${isSentence} ${opens} ${separators > 0} ${signs.startsLower} ${signs.digitShare > 0.05}`;
}

/** For each line the first and the last of the stretch of lines around it that look alike. */
function stretches(forms: readonly string[]): readonly [Int32Array, Int32Array] {
  const first = new Int32Array(forms.length);
  const last = new Int32Array(forms.length);
  for (let at = 0; at < forms.length; at++)
    first[at] = at > 0 && forms[at] === forms[at - 1] ? (first[at - 1] as number) : at;
  for (let at = forms.length - 1; at >= 0; at--)
    last[at] = forms[at] === forms[at + 1] ? (last[at + 1] as number) : at;
  return [first, last];
}

/** What the lines around the story speak of more than once. */
function frameKeys(keys: readonly ReadonlySet<string>[], from: number, to: number): Set<string> {
  const outside = topicOf(keys.filter((_, at) => at < from || at > to));
  return new Set([...outside].filter(([, times]) => times > 1).map(([key]) => key));
}

/** First words of the short lines by the headline: who wrote the story. */
function headNames(shapes: readonly LineShape[], titleAt: number, from: number): Set<string> {
  const found = new Set<string>();
  for (
    let at = Math.max(0, titleAt < 0 ? from - 8 : titleAt + 1);
    at < Math.min(from + 2, shapes.length);
    at++
  ) {
    const { words, length } = shapes[at] as LineShape;
    if (length > 60 || words.length > 8) continue;
    for (let place = 0; place + 2 <= words.length && place < 3; place++)
      found.add(words.slice(place, place + 2).join(' '));
  }
  return found;
}

/** Share of what a line speaks of that its nearest paragraphs do: two before it and two behind it. */
function localShare(
  keys: readonly ReadonlySet<string>[],
  at: number,
  before: Int32Array,
  after: Int32Array,
): number {
  const own = keys[at] as ReadonlySet<string>;
  if (own.size === 0) return 0;
  const near: number[] = [];
  for (
    let other = before[at] as number, steps = 0;
    other >= 0 && steps < 2;
    other = before[other] as number, steps++
  )
    near.push(other);
  for (
    let other = after[at] as number, steps = 0;
    other >= 0 && steps < 2;
    other = after[other] as number, steps++
  )
    near.push(other);
  let hits = 0;
  for (const key of own) if (near.some((other) => keys[other]?.has(key))) hits++;
  return hits / own.size;
}

/** For each line the nearest one before it that heads a part of the page: short, no sentence, and a phrase of furniture. */
function headings(shapes: readonly LineShape[]): Int32Array {
  const before = new Int32Array(shapes.length);
  let head = -1;
  shapes.forEach(({ phrase, length }, at) => {
    before[at] = head;
    if (phrase && length < 60 && phrase.reason !== 'navigation' && phrase.reason !== 'share') head = at;
  });
  return before;
}
