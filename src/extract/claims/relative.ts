import type { Document, Token } from '../../read/index.ts';
import { type Extents, hasFeature, relationOf } from '../phrase.ts';
import type { Draft, Run } from './draft.ts';
import type { ClaimLexicon, VerbCue } from './lexicon.ts';
import { subjectWithin } from './surface.ts';

const LONGEST_SUBJECT = 10;
const LONGEST_CONTENT = 40;

/**
 * 'which the mayor says is closed', 'a toll that he said would rise', 'what he called a mistake', 'whom aides describe as “tired”': what is
 * said of the noun before a relative pronoun, by the order of the words. For verbs that report or name, where the tree shows none of their frames.
 * `hedges`: 'what he called a mistake', which only hedges the article's own words.
 */
export function draftOfRelative(
  document: Document,
  lexicon: ClaimLexicon,
  verb: Token,
  hedges: boolean,
): Draft | null {
  if (verb.upos !== 'VERB' || /ing$/.test(verb.text)) return null;
  if (!hasPronounBefore(document, verb)) return null;
  const cues = lexicon.verbs.get(verb.text.toLowerCase());
  const cue = cues?.find(reports) ?? cues?.find(names);
  if (!cue) return null;
  const { tokens } = document;
  let last = verb.index - 1;
  while (last > 0 && /^(?:ADV|AUX)$/.test((tokens[last] as Token).upos)) last--;
  let pronoun = last;
  while (pronoun > last - LONGEST_SUBJECT && isOfSubject(tokens[pronoun], verb)) pronoun--;
  if (pronoun === last || !/^(?:who|which|whom|what|that)$/i.test(tokens[pronoun]?.text ?? '')) return null;
  if (/^that$/i.test(tokens[pronoun]?.text ?? '') && !(reports(cue) && isBehindNoun(document, pronoun)))
    return null;
  if (!reports(cue) && /^what$/i.test(tokens[pronoun]?.text ?? '') !== hedges) return null;
  const subject = subjectWithin(document, [pronoun + 1, last]);
  const content = subject && contentAfter(document, verb, reports(cue));
  if (!content) return null;
  return {
    rule: `relative ${lexicon.lemmas.get(verb.text.toLowerCase())}`,
    verb,
    stance: cue.stance,
    cue: [last + 1, verb.index],
    speaker: subject,
    speakerRun: [pronoun + 1, last],
    addressee: null,
    content: [[pronoun, pronoun], content],
    quotations: [],
    quotes: false,
    negated: false,
    unreal: false,
  };
}

/** '…of ethnic cleansing, which Baku denies': what the pronoun stands for, where it is all the content there is. */
export function withAntecedent({ tokens }: Document, extents: Extents, { verb, content }: Draft): Run[] {
  const [run] = content;
  if (content.length !== 1 || !run || run[0] !== run[1]) return content;
  const pronoun = tokens[run[0]] as Token;
  if (!/^which$/i.test(pronoun.text)) return content;
  // What a whole clause says is not to be had by a noun.
  if (relationOf(verb) !== 'acl' || verb.head < 0) return [];
  const noun = tokens[verb.head] as Token;
  let last = pronoun.index - 1;
  while (last > noun.index && tokens[last]?.upos === 'PUNCT') last--;
  let first = extents.first[noun.index] as number;
  while (first < noun.index && tokens[first]?.upos === 'ADP') first++;
  return noun.index < pronoun.index ? [[first, last]] : content;
}

const PRONOUNS = new Set(['who', 'which', 'whom', 'what', 'that', 'Who', 'Which', 'What']);

function isBehindNoun({ tokens }: Document, pronoun: number): boolean {
  const mark = /^(?:,|—|–|--?)$/.test(tokens[pronoun - 1]?.text ?? '') ? 1 : 0;
  return /^(?:NOUN|PROPN)$/.test(tokens[pronoun - 1 - mark]?.upos ?? '');
}

/** A look at the words alone, since most verbs have none of these before them. */
function hasPronounBefore({ tokens }: Document, verb: Token): boolean {
  for (let index = verb.index - 2; index > verb.index - LONGEST_SUBJECT - 4; index--) {
    const token = tokens[index];
    if (!token || token.sentence !== verb.sentence) return false;
    if (PRONOUNS.has(token.text)) return true;
  }
  return false;
}

function isOfSubject(token: Token | undefined, verb: Token): boolean {
  return (
    token !== undefined &&
    token.sentence === verb.sentence &&
    !/^(?:who|which|whom|what|that|[,;:.()]|—|–|when|if)$/i.test(token.text) &&
    !hasFeature(token, 'VerbForm=Fin')
  );
}

/** A finite verb after one that reports, anything but a mark after one that names; up to the next mark. */
function contentAfter({ tokens }: Document, verb: Token, isReport: boolean): Run | null {
  let first = verb.index + 1;
  while (isReport && tokens[first]?.upos === 'ADV') first++;
  const opening = tokens[first];
  if (!opening || opening.sentence !== verb.sentence) return null;
  if (isReport ? !isPredicate(opening) : /^(?:[,;:.)]|—|–|and|but)$/.test(opening.text)) return null;
  let last = first;
  for (let index = first + 1; index < first + LONGEST_CONTENT; index++) {
    const token = tokens[index];
    if (!token || token.sentence !== verb.sentence || /^(?:[,;:.?!)]|—|–)$/.test(token.text)) break;
    last = index;
  }
  return last > first ? [first, last] : null;
}

/** Past forms are often taken for participles. */
function isPredicate(token: Token): boolean {
  return hasFeature(token, 'VerbForm=Fin') || (token.upos === 'VERB' && /ed$/.test(token.text));
}

const reports = (cue: VerbCue) => cue.frames.some(({ kind }) => kind === 'that');
const names = (cue: VerbCue) => cue.frames.some(({ kind }) => kind === 'object as');
