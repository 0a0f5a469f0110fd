import { type Residue, type Span, spanOf } from '../model/index.ts';
import { hasSmallWords, isPlainly, smallWordOf } from './function-words.ts';
import { guessedLanguage, otherLanguageOf } from './language.ts';
import { mapped, newList } from './lists.ts';
import { Glance, GUESSED_WORDS, MOST_OWN } from './residue-glance.ts';
import { hasLetterOf, isLoanPhrase, languageOfScript, mostOf, signOf } from './residue-language.ts';
import { type Passage, scriptRuns, wordRuns } from './residue-runs.ts';
import { mainScript, type ResidueToken, residueTokens } from './residue-tokens.ts';
import { type Script, scriptOfLanguage } from './scripts.ts';

/** Longest passage in brackets that is looked at. */
const LONGEST = 400;
/** Paragraphs that are read to know the script of the text. */
const SAMPLE = 20;
const SENTENCE_END = /[.!?…։。！？؟۔]["”»“’'）)\]]{0,3}(?=\s|$)|[。！？]/gu;
const ADDRESS = /@|www\.|:\/\//;

/**
 * Passages left in another language: what stands in square brackets, sentences, and runs of words inside of a sentence. Names, titles in
 * quotation marks and loan phrases are none. In the order of the text, not overlapping. Linear.
 */
export function residueOf(text: string, paragraphs: readonly Span[], language: string): Residue[] {
  const main = scriptOfLanguage(language) ?? mainScript(sampleOf(text, paragraphs));
  const glance = new Glance(text, language, main);
  const found = newList<Passage>();
  const hasBrackets = text.includes('[');
  for (const { start, end } of paragraphs) {
    const brackets = hasBrackets ? bracketed(text, start, end) : none;
    if (brackets.length === 0 && glance.isOwn(start, end)) continue;
    const sentences = sentencesOf(text, start, end);
    found.push(
      ...(brackets.length > 0
        ? inBrackets(text, { start, end }, brackets, sentences, language, main)
        : joined(
            text,
            sentences
              .filter((sentence) => !glance.isOwn(sentence.start, sentence.end))
              .flatMap((sentence) =>
                inSentence(text, residueTokens(text, sentence.start, sentence.end), language, main, sentence),
              ),
          )),
    );
  }
  found.sort((a, b) => a.start - b.start || b.end - a.end);
  let end = 0;
  // A run may reach over a bracket that lies in it.
  const apart = found.filter((passage) => {
    if (passage.start < end) return false;
    end = passage.end;
    return true;
  });
  return apart.map(({ start, end: to, language: other }) => ({
    ...spanOf(text, start, to),
    language: other,
  }));
}

function sampleOf(text: string, paragraphs: readonly Span[]): ResidueToken[] {
  return paragraphs.slice(0, SAMPLE).flatMap(({ start, end }) => residueTokens(text, start, end));
}

/** Those of a paragraph in which brackets stand, in them and outside. */
function inBrackets(
  text: string,
  { start, end }: Stretch,
  brackets: readonly Stretch[],
  sentences: readonly Stretch[],
  language: string,
  main: Script,
): Passage[] {
  const found = newList<Passage>();
  const [inside, outside] = parted(residueTokens(text, start, end), brackets);
  brackets.forEach((bracket, place) => {
    const other = languageInBrackets(text, bracket, inside[place] as ResidueToken[], language, main);
    if (other) found.push({ ...bracket, language: other });
  });
  const [words] = parted(outside, sentences);
  const passages = sentences.flatMap((sentence, place) =>
    inSentence(text, words[place] as ResidueToken[], language, main, sentence),
  );
  return [...found, ...joined(text, passages)];
}

const none: readonly Stretch[] = newList();

interface Stretch {
  readonly start: number;
  readonly end: number;
}

/** The words of each stretch, and those of none. Stretches and words are in order. */
function parted(
  tokens: readonly ResidueToken[],
  stretches: readonly Stretch[],
): [ResidueToken[][], ResidueToken[]] {
  const inside = mapped(stretches, () => newList<ResidueToken>());
  const outside = newList<ResidueToken>();
  let at = 0;
  for (const token of tokens) {
    while (at < stretches.length && token.start >= (stretches[at] as Stretch).end) at++;
    const stretch = stretches[at];
    if (stretch && token.start >= stretch.start) (inside[at] as ResidueToken[]).push(token);
    else outside.push(token);
  }
  return [inside, outside];
}

function bracketed(text: string, start: number, end: number): Stretch[] {
  const found = newList<Stretch>();
  for (let open = text.indexOf('[', start); open !== -1 && open < end; open = text.indexOf('[', open + 1)) {
    const close = text.slice(open, Math.min(end, open + LONGEST)).indexOf(']');
    if (close < 3) continue;
    found.push({ start: open, end: open + close + 1 });
    open += close;
  }
  return found;
}

/** In brackets that a translator left, two words are enough, if they are no name. */
function languageInBrackets(
  text: string,
  { start, end }: Stretch,
  tokens: readonly ResidueToken[],
  language: string,
  main: Script,
): string | null {
  const inner = text.slice(start + 1, end - 1);
  const lower = tokens.filter(({ isLower }) => isLower);
  const [first] = tokens;
  if (!first || lower.length === 0 || isLoanPhrase(inner) || isPlainly(language, inner)) return null;
  if (first.script !== main)
    return first.script === 'other' ? null : languageOfScript(inner, tokens, first.script);
  const signs = mapped(tokens, (token) => signOf(token.word, language));
  const counts = new Map<string, number>();
  for (const { foreign } of signs)
    for (const other of foreign) counts.set(other, (counts.get(other) ?? 0) + 1);
  for (const [other, count] of counts)
    counts.set(other, count + lower.filter((token) => hasLetterOf(token, other, language)).length / 2);
  const other = mostOf(counts);
  const own = signs.filter(
    ({ isOwn }, at) =>
      isOwn && !(other !== null && smallWordOf((tokens[at] as ResidueToken).word).includes(other)),
  ).length;
  const guess = lower.length >= 2 ? otherLanguageOf(inner, language) : null;
  if (other !== null && own < (counts.get(other) as number))
    return guess !== null && (counts.get(guess) ?? 0) >= (counts.get(other) as number) ? guess : other;
  return own === 0 && lower.length >= 2 ? guess : null;
}

function inSentence(
  text: string,
  tokens: readonly ResidueToken[],
  language: string,
  main: Script,
  sentence: Stretch,
): Passage[] {
  const passage = text.slice(sentence.start, sentence.end);
  const foreignScript = scriptRuns(text, tokens, main);
  if (foreignScript.length > 0) return foreignScript;
  const same = tokens.filter(({ script }) => script === main);
  if (!hasSmallWords(language)) {
    const other = passage.length > 60 && !ADDRESS.test(passage) ? otherLanguageOf(passage, language) : null;
    return other ? [{ ...sentence, language: other }] : [];
  }
  const signs = mapped(same, (token) => signOf(token.word, language));
  if (signs.some(({ isForeign }) => isForeign)) {
    const runs = wordRuns(text, same, signs, language);
    if (runs.length > 0) return runs;
  }
  const own = signs.filter(({ isOwn }) => isOwn).length;
  const lower = same.filter(({ isLower }) => isLower).length;
  if (same.length < GUESSED_WORDS || own > same.length * MOST_OWN || lower < same.length / 2) return [];
  const other = guessedLanguage(passage);
  return other !== null && other !== language ? [{ ...sentence, language: other }] : [];
}

/** Sentences of a paragraph, without the blanks around them. */
function sentencesOf(text: string, start: number, end: number): Stretch[] {
  const found = newList<Stretch>();
  let from = start;
  for (const match of text.slice(start, end).matchAll(SENTENCE_END)) {
    const to = start + match.index + match[0].length;
    found.push({ start: from, end: to });
    from = to;
    while (from < end && text[from] === ' ') from++;
  }
  if (from < end) found.push({ start: from, end });
  return found;
}

/** Passages in one language with nothing but signs between them are one. */
function joined(text: string, passages: readonly Passage[]): Passage[] {
  const found = newList<Passage>();
  for (const passage of passages) {
    const last = found.at(-1);
    if (
      last &&
      last.language === passage.language &&
      !/[\p{L}\p{N}]/u.test(text.slice(last.end, passage.start))
    )
      found[found.length - 1] = { ...last, end: passage.end };
    else found.push(passage);
  }
  return found;
}
