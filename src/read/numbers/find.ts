import type { Article } from '../../model/index.ts';
import { type Atom, sentenceAtoms } from '../dates/atoms.ts';
import type { DateMention, Entity, NumberMention, Sentence, Token } from '../document.ts';
import { type Cardinal, cardinalAt } from './cardinal.ts';
import { type NumberWords, numberWords } from './lexicon.ts';

const LANGUAGES = new Set(['en']);

type Bound = NonNullable<NumberMention['bound']>;

/**
 * The counts of an article in text order: digits and words, with their value, how sure they are, and what they count by
 * (shares, money). Numbers inside of dates, durations and names are not among them, nor labels ('Resolution 2532', '1.' of a
 * list). Linear in the text.
 */
export function findNumbers(
  article: Pick<Article, 'text'>,
  sentences: readonly Sentence[],
  tokens: readonly Token[],
  entities: readonly Entity[],
  dates: readonly DateMention[],
  atomsIn = sentenceAtoms(article.text),
): NumberMention[] {
  const found: NumberMention[] = [];
  const taken = [...entities, ...dates].sort((a, b) => a.start - b.start);
  let nextTaken = 0;
  for (const sentence of sentences) {
    if (!LANGUAGES.has(sentence.language)) continue;
    const words = numberWords(sentence.language);
    const atoms = atomsIn(sentence);
    let token = sentence.firstToken;
    for (let at = 0; at < atoms.length; ) {
      const atom = atoms[at] as Atom;
      if (!mayOpen(words, atom.lower)) {
        at++;
        continue;
      }
      while (nextTaken < taken.length && (taken[nextTaken] as { end: number }).end <= atom.start) nextTaken++;
      const inside = taken[nextTaken];
      if (inside && inside.start <= atom.start) {
        at++;
        continue;
      }
      const hit = counted(words, atoms, at);
      const end = hit ? (atoms[hit.end - 1] as Atom).end : 0;
      if (!hit || (inside && inside.start < end) || (at === 0 && isListMark(atoms, hit.end))) {
        at++;
        continue;
      }
      while (token + 1 < sentence.endToken && (tokens[token] as Token).end <= (atoms[hit.from] as Atom).start)
        token++;
      if (isPronoun(tokens, token, atoms, at, hit, words)) {
        at++;
        continue;
      }
      const start = (atoms[hit.from] as Atom).start;
      let endToken = token + 1;
      while (endToken < sentence.endToken && (tokens[endToken] as Token).start < end) endToken++;
      const { value, most, bound, unit } = hit;
      found.push({
        start,
        end,
        text: article.text.slice(start, end),
        firstToken: token,
        endToken,
        value,
        ...(most === undefined ? {} : { most }),
        ...(bound === undefined ? {} : { bound }),
        ...(unit === undefined ? {} : { unit }),
      });
      at = hit.end;
    }
  }
  return found;
}

interface Hit {
  readonly from: number;
  readonly end: number;
  readonly value: number;
  readonly most?: number;
  readonly bound?: Bound;
  readonly unit?: NonNullable<NumberMention['unit']>;
}

/** The number at atom `at` with what stands around it; `at` is where the bound before it or the number itself begins. */
function counted(words: NumberWords, atoms: readonly Atom[], at: number): Hit | null {
  const lower = (index: number) => atoms[index]?.lower ?? '';
  const opening = phraseAt(words.bounds, atoms, at);
  let from = opening ? opening.end : at;
  const between = !opening && words.between.has(lower(at));
  if (between) from = at + 1;
  const sign = words.currencies.has(lower(from));
  if (sign) from++;
  const first = cardinalAt(words, atoms, from);
  if (!first) return null;
  if (!opening && !between && !sign && isLabelled(words, atoms, at)) return null;
  const second = rangeAt(words, atoms, first, between);
  if (between && !second) return null;
  const last = second ?? first;
  const low =
    second && !first.scaled && second.scaled && first.value < 1000
      ? first.value * sizeOf(second)
      : first.value;
  if (second && low >= second.value) return null;
  const percent = words.percent.find((phrase) =>
    phrase.every((word, index) => lower(last.end + index) === word),
  );
  const money = sign || words.money.has(lower(last.end));
  const unitEnd = last.end + (percent ? percent.length : 0);
  const closing = phraseAt(words.after, atoms, unitEnd);
  const bound = opening?.bound ?? closing?.bound ?? (first.least ? 'at-least' : undefined);
  const unit = percent ? 'percent' : money ? 'money' : undefined;
  return {
    from: at,
    end: closing ? closing.end : unitEnd,
    value: low,
    ...(second ? { most: second.value } : {}),
    ...(bound ? { bound } : {}),
    ...(unit ? { unit } : {}),
  };
}

/** '10 to 15', '10–15', '10 or 12', 'between 10 and 15'. */
function rangeAt(
  words: NumberWords,
  atoms: readonly Atom[],
  first: Cardinal,
  between: boolean,
): Cardinal | null {
  const joint = atoms[first.end]?.lower ?? '';
  if (!(between ? words.and.has(joint) : words.to.has(joint) || words.or.has(joint))) return null;
  const second = cardinalAt(words, atoms, first.end + 1);
  return second && second.value > 0 ? second : null;
}

/** 'two to three million': what the last word of size is worth. */
function sizeOf(second: Cardinal): number {
  for (const size of [1e12, 1e9, 1e6, 1000, 100]) if (second.value >= size) return size;
  return 1;
}

function phraseAt(
  table: NumberWords['bounds'],
  atoms: readonly Atom[],
  at: number,
): { bound: Bound; end: number } | null {
  let best: { bound: Bound; end: number } | null = null;
  for (const { bound, words } of table.get(atoms[at]?.lower ?? '') ?? []) {
    if (best && at + words.length <= best.end) continue;
    if (words.every((word, index) => atoms[at + index]?.lower === word))
      best = { bound, end: at + words.length };
  }
  return best;
}

/** Can a count, or what bounds it, begin with this word? */
function mayOpen(words: NumberWords, lower: string): boolean {
  const first = lower.charCodeAt(0);
  return (first >= 48 && first <= 57) || words.openings.has(lower);
}

/** 'Resolution 2532', 'Su-25', 'No. 5': a number that counts nothing. */
function isLabelled(words: NumberWords, atoms: readonly Atom[], at: number): boolean {
  const tightSign = atoms[at]?.tight && /^[-–.:/#_]$/.test(atoms[at - 1]?.lower ?? '');
  if (tightSign && /^[\p{L}\d]/u.test(atoms[at - 2]?.lower ?? '')) return true;
  if (atoms[at]?.tight && /^[\p{L}]/u.test(atoms[at - 1]?.lower ?? '')) return true;
  const before = atoms[at - 1]?.lower === '.' ? atoms[at - 2] : atoms[at - 1];
  return before !== undefined && words.labels.has(before.lower);
}

/** '1.' or '2)' at the head of a list. */
function isListMark(atoms: readonly Atom[], end: number): boolean {
  return end === 1 && /^[.)]$/.test(atoms[1]?.lower ?? '') && atoms[1]?.tight === true;
}

/** 'no one', 'one another', 'one must': no count. */
function isPronoun(
  tokens: readonly Token[],
  token: number,
  atoms: readonly Atom[],
  at: number,
  hit: Hit,
  words: NumberWords,
): boolean {
  if (hit.end !== at + 1 || (atoms[at] as Atom).lower !== 'one') return false;
  const [before, after] = [atoms[at - 1]?.lower ?? '', atoms[at + 1]?.lower ?? ''];
  return (tokens[token] as Token).upos === 'PRON' || words.notAfter.has(before) || words.notBefore.has(after);
}
