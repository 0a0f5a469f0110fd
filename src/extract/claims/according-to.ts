import type { Document, Token } from '../../read/index.ts';
import { type Extents, hasFeature } from '../phrase.ts';
import type { Draft, Run } from './draft.ts';
import { topWithin } from './surface.ts';
import { without } from './verb-cues.ts';

const LONGEST_SPEAKER = 24;

/**
 * 'According to X, …', '…, according to X': X speaks the clause around the phrase. Commas bound the speaker and the
 * clause before the tree does: parsers are often wrong about what such a phrase belongs to.
 */
export function draftOfAccordingTo(document: Document, extents: Extents, word: Token): Draft | null {
  if (word.text.length !== 9 || word.text.toLowerCase() !== 'according') return null;
  const to = document.tokens[word.index + 1];
  const sentence = document.sentences[word.sentence];
  if (!sentence || to?.text.toLowerCase() !== 'to') return null;
  const last = sentence.endToken - 1;
  const speakerEnd = endOfSpeaker(document, to.index + 1, last);
  if (speakerEnd < to.index + 1) return null;
  const content = contentAround(document, extents, [word.index, speakerEnd], [sentence.firstToken, last]);
  if (content.length === 0) return null;
  const run: Run = [to.index + 1, speakerEnd];
  return {
    rule: 'according to',
    verb: word,
    stance: 'states',
    cue: [word.index, to.index],
    speaker: topWithin(document, ...firstPart(document, run)),
    speakerRun: run,
    addressee: null,
    content,
    quotations: [],
    quotes: true,
    negated: false,
    unreal: false,
  };
}

/** The noun phrase up to its comma, and over an appositive to the next one. */
function endOfSpeaker(document: Document, first: number, last: number): number {
  const comma = nextBreak(document, first, last);
  if ((document.tokens[comma]?.text ?? '') !== ',') return comma - 1;
  const opening = document.tokens[comma + 1];
  const next = nextBreak(document, comma + 1, last);
  const isAppositive =
    opening !== undefined &&
    (/^(?:a|an|the|its|his|her|their|who|which)$/i.test(opening.text) ||
      opening.upos === 'NOUN' ||
      opening.upos === 'ADJ') &&
    next - first < LONGEST_SPEAKER &&
    (/^(?:who|which)$/i.test(opening.text) || !hasFiniteVerb(document, [comma + 1, next - 1]));
  const ends = document.tokens[next];
  return isAppositive && ends && (ends.text === ',' || next >= last) ? next - 1 : comma - 1;
}

function firstPart(document: Document, [first, last]: Run): Run {
  const comma = nextBreak(document, first, last);
  return [first, Math.max(first, Math.min(last, comma - 1))];
}

function nextBreak(document: Document, from: number, last: number): number {
  let index = from;
  while (index <= last && !/^(?:[,.;:!?]|["”“]|—|–|\()$/.test((document.tokens[index] as Token).text))
    index++;
  return index;
}

function contentAround(document: Document, extents: Extents, phrase: Run, [first, last]: Run): Run[] {
  const { tokens } = document;
  const before: Run = [first, phrase[0] - 1];
  const after: Run = [phrase[1] + 1, last];
  while (
    after[0] <= last &&
    (tokens[after[0]] as Token).upos === 'PUNCT' &&
    !/["“]/.test((tokens[after[0]] as Token).text)
  )
    (after as [number, number])[0]++;
  const opener = tokens[phrase[0] - 1]?.text.toLowerCase() ?? '';
  const opensSentence = phrase[0] === first && after[1] - after[0] > 3;
  if (!hasFiniteVerb(document, after) && !opensSentence)
    return phrase[0] > first ? [trailing(document, extents, phrase, before)] : [];
  if (phrase[0] === first || /^(?:and|but|while|that|:|;|["“])$/.test(opener)) return [after];
  if (!hasFiniteVerb(document, before)) {
    const isConnective =
      before[1] - before[0] < 2 &&
      /^(?:and|but|,|however|meanwhile|then)$/i.test((tokens[first] as Token).text);
    return isConnective ? [after] : [before, after];
  }
  return trailingClause(document, extents, phrase) ?? [before];
}

/** The sentence before the phrase; without a comma between them only the clause that the tree hangs it on. */
function trailing(document: Document, extents: Extents, phrase: Run, before: Run): Run {
  const [mark, closing] = [document.tokens[before[1]], document.tokens[before[1] - 1]];
  if (mark?.text === ',' || (closing?.text === ',' && /^(?:["”]|'')$/.test(mark?.text ?? ''))) return before;
  const clause = trailingClause(document, extents, phrase)?.[0];
  return clause && clause[0] > before[0] && hasFiniteVerb(document, [clause[0], before[1]])
    ? [clause[0], before[1]]
    : before;
}

function trailingClause(document: Document, extents: Extents, phrase: Run): Run[] | null {
  const top = topWithin(document, ...phrase);
  const clause = top.head < 0 ? undefined : document.tokens[top.head];
  if (
    !clause ||
    (clause.upos !== 'VERB' &&
      clause.upos !== 'AUX' &&
      !clause.children.some((index) => document.tokens[index]?.deprel === 'cop'))
  )
    return null;
  const pieces = without(
    [extents.first[clause.index] as number, extents.last[clause.index] as number],
    phrase,
  );
  return pieces.length > 0 ? pieces : null;
}

function hasFiniteVerb(document: Document, [first, last]: Run): boolean {
  for (let index = first; index <= last; index++) {
    const token = document.tokens[index] as Token;
    if ((token.upos === 'VERB' || token.upos === 'AUX') && hasFeature(token, 'VerbForm=Fin')) return true;
  }
  return false;
}
