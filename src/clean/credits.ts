import { z } from 'zod';
import { readDataFile } from '../model/data-file.ts';
import { houseKey, isHost } from './house-name.ts';
import { newList } from './lists.ts';

const Agency = z.object({
  name: z.string(),
  country: z.string().regex(/^[A-Z]{3}$/),
  marks: z.array(z.string().min(2)).min(1),
});
const SourceWords = z.object({
  source: z.array(z.string()),
  from: z.array(z.string()),
  with: z.array(z.string()),
  for: z.array(z.string()),
});

const marks = new Set(
  z
    .array(Agency)
    .parse(readDataFile(new URL('./agencies.yaml', import.meta.url)))
    .flatMap((agency) => agency.marks),
);
const words = SourceWords.parse(readDataFile(new URL('./source-words.yaml', import.meta.url)));
const anyOf = (list: readonly string[]) => list.toSorted((a, b) => b.length - a.length).join('|');

/** What stands behind the word for a source. */
const COLON = /[:：՝]/;
const NAMED = new RegExp(`^[\\s(\\[*—–-]*(?:${anyOf(words.source)})\\s?[:：՝]\\s*(.{2,60})$`, 'iu');
/** A source named behind other things of a line, or at the end of a story: `06.03.2031 来源：新华社 编辑：王晓`. */
const NAMED_BEHIND = new RegExp(
  `[\\s.。!?)](?:${anyOf(words.source)})\\s?[:：՝]\\s*([^:：|]{2,50}?)(?:\\s+\\p{L}{2,8}\\s?[:：].*|\\s?\\|.*|\\.)?$`,
  'iu',
);
/** The head of an East Asian agency's story: 新华社瓦尔达3月6日电. */
const WIRED = /^([\p{sc=Han}]{2,6}?)\p{sc=Han}{0,10}\d{1,2}月\d{1,2}日[电電]/u;
const TAKEN_FROM = new RegExp(`^[\\s(\\[*—–-]*(?:${anyOf(words.from)})(?![\\p{L}\\d]):?\\s*(.{2,60})$`, 'iu');
const HELPED_BY = new RegExp(`^[\\s(\\[*—–-]*(?:${anyOf(words.with)})(?![\\p{L}\\d]):?\\s*(.{2,60})$`, 'iu');
const WRITTEN_FOR = new RegExp(`^.{3,60}?\\s(?:${anyOf(words.for)})\\s(?=[\\p{Lu}\\p{Lo}])(.{2,40})$`, 'u');
/** A mark in brackets or strokes: `(AFP)`, `/ТАСС/`, `[Reuters]`, `（新华社）`. */
const ENCLOSED =
  /\(([^()]{2,60})\)|\[([^[\]]{2,60})\]|（([^（）]{2,60})）|【([^【】]{2,60})】|\/([^/]{2,60})\//gu;
const HEAD = 140;
const TAIL = 90;
/** Paragraphs at each end of a story where agencies sign. */
const ENDS = 3;

export interface CreditSigns {
  readonly paragraphs: readonly string[];
  /** Lines that were taken away, among which a source may be named. */
  readonly lines: readonly string[];
  readonly byline?: string | undefined;
  /** Source that the page's data name. */
  readonly source?: string | undefined;
  readonly outlet?: string | undefined;
}

/**
 * The agencies and houses that a story is credited to, as written, each once: signs that it was syndicated. From datelines (`VARDA (AFP) –`),
 * signatures at the end, the byline (`By Ana Petrova for Valley Wire`), and lines that name a source. Linear.
 */
export function creditsOf({ paragraphs, lines, byline, source, outlet }: CreditSigns): string[] {
  const found = newList<string>();
  const own = houseKey(outlet ?? '');
  const last = Math.max(0, paragraphs.length - ENDS);
  for (let index = 0; index < paragraphs.length; index++) {
    if (index < ENDS) addAll(found, agenciesAtHead(paragraphs[index] as string), own);
    if (index >= last) addAll(found, agenciesAtEnd(paragraphs[index] as string), own);
  }
  if (byline) addAll(found, bylineCredits(byline), own);
  for (let at = 0; at < lines.length; at++) addAll(found, sourcesIn(lines[at] as string), own);
  for (let index = last; index < paragraphs.length; index++)
    addAll(found, sourcesIn(paragraphs[index] as string), own);
  if (source) addAll(found, agencyIn(source), own);
  return found;
}

/** Adds those of the names that are not the outlet's own and not there yet. */
function addAll(found: string[], names: readonly string[], own: string): void {
  for (const name of names) {
    const clean = name.replace(/^[\s"“«]+|[\s"”».,;:)\]]+$/gu, '');
    if (
      clean.length > 1 &&
      houseKey(clean) !== own &&
      !isHost(clean) &&
      !found.some((other) => houseKey(other) === houseKey(clean))
    )
      found.push(clean);
  }
}

/** What a line names as its source. */
function sourcesIn(line: string): string[] {
  const hasColon = COLON.test(line);
  const isShort = line.length <= 100;
  const named = isShort ? ((hasColon ? NAMED.exec(line) : null) ?? TAKEN_FROM.exec(line))?.[1] : undefined;
  // Behind other words only an agency is sure to be what is meant.
  const houses = named
    ? housesIn(named)
    : hasColon
      ? agenciesAmong(NAMED_BEHIND.exec(line.slice(-100))?.[1] ?? '')
      : [];
  // Those who helped are mostly persons: only agencies among them count.
  const helpers = isShort ? HELPED_BY.exec(line)?.[1] : undefined;
  return helpers ? [...houses, ...agenciesAmong(helpers)] : houses;
}

/** Whether a line is nothing but the naming of a source: `(Source: Valley Wire)`. */
export function isSourceLine(line: string): boolean {
  return line.length <= 100 && COLON.test(line) && NAMED.test(line) && !/[.!?]\s/.test(line);
}

function agenciesAtHead(text: string): string[] {
  const head = text.slice(0, HEAD);
  // A bracket may also hold the short name of what was just called by its long one: a dateline's stands first or before a dash.
  const enclosed = [...head.matchAll(ENCLOSED)].filter(
    ({ 0: whole, index }) => index === 0 || /^\s{0,2}[–—:.-]/u.test(head.slice(index + whole.length)),
  );
  const signed = enclosed.flatMap((match) => agencyIn(enclosedIn(match)));
  if (signed.length > 0) return signed;
  const wired = WIRED.exec(head)?.[0];
  const wire = wired && [...marks].find((mark) => wired.startsWith(mark));
  if (wire) return [wire];
  // 'AFP – The talks', 'МОСКВА, 6 мар — РИА Новости. Переговоры': a piece of its own before the story begins.
  const pieces = head.split(/\s[–—-]\s|[.:։]\s/u).slice(0, -1);
  return pieces.slice(0, 3).flatMap((piece) => {
    const last = piece.split(',').at(-1)?.trim() ?? '';
    return marks.has(last) ? [last] : [];
  });
}

function enclosedIn(match: RegExpExecArray): string {
  return (match.slice(1).find((name) => name !== undefined) ?? '').trim();
}

function agenciesAtEnd(text: string): string[] {
  if (marks.has(text.trim())) return [text.trim()];
  const tail = text.slice(-TAIL);
  const last = [...tail.matchAll(ENCLOSED)].at(-1);
  const isSigned =
    last &&
    /^[\s.…]*$/u.test(tail.slice(last.index + last[0].length)) &&
    /(?:^|[.!?…"”»。])\s*$/u.test(tail.slice(0, last.index));
  if (isSigned) return agencyIn(enclosedIn(last));
  const piece = /[.!?…"”»]\s{1,3}[–—-]\s?([^–—.]{2,40})\.?$/u.exec(tail)?.[1]?.trim();
  return piece && marks.has(piece) ? [piece] : [];
}

/** Agencies of a bracket: all its parts must be such, or words about them (`with`, `and`). */
function agencyIn(text: string): string[] {
  if (marks.has(text.trim())) return [text.trim()];
  const parts = text.split(/\s?[/,;|&+–—-]\s?|\s(?:and|y|e|et|und|и|та)\s/u).map((part) => part.trim());
  return parts.length > 1 && parts.every((part) => marks.has(part)) ? parts : [];
}

function bylineCredits(byline: string): string[] {
  const parts = byline
    .split(/\s?[,|/•·–—]\s?|\s-\s|\s(?:and|with|avec|con|com|mit|med|met|y|e|et|und|и|с)\s/u)
    .map((part) => part.trim());
  const agencies = parts.flatMap((part) => {
    if (marks.has(part)) return [part];
    // 'AP Sports Writer', 'Reuters Staff'.
    const first = part.split(' ')[0] as string;
    return marks.has(first) &&
      /\s(?:staff|writers?|reporters?|correspondents?|editors?|national|sports|business|political)/i.test(
        part,
      )
      ? [first]
      : [];
  });
  const house = WRITTEN_FOR.exec(byline)?.[1];
  return [...agencies, ...(house ? [house] : [])];
}

/** Houses that a source line names: agencies among them, or the whole where it is short. */
function housesIn(text: string): string[] {
  // «Укрінформ» з посиланням на …: the name stands in quotation marks, and what is said of it behind.
  const quoted = /^[«“"„「]([^«»“”"„「」]{2,40})[»”"“」]/u.exec(text.trim())?.[1];
  if (quoted) return [quoted];
  const whole = text.replace(/[)\]\s.]+$/u, '').trim();
  const agencies = agenciesAmong(whole);
  if (agencies.length > 0) return agencies;
  return /^\p{Lu}|^\p{Lo}/u.test(whole) &&
    whole.split(' ').length <= 5 &&
    !/[.!?]\s|\d{3}|https?:/u.test(whole)
    ? [whole]
    : [];
}

function agenciesAmong(text: string): string[] {
  return text
    .replace(/[)\]\s.]+$/u, '')
    .split(/\s?[,;/|]\s?|\s(?:and|y|e|et|und|и)\s/u)
    .map((part) => part.trim())
    .filter((part) => marks.has(part));
}
