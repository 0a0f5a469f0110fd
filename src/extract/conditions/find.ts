import type { Document, Sentence, Token } from '../../read/index.ts';
import { childIn, childrenIn } from '../phrase.ts';
import { draftByAdjective } from './by-adjective.ts';
import { draftByNoun } from './by-noun.ts';
import { draftByVerb } from './by-verb.ts';
import { draftByDoing } from './doing.ts';
import type { ConditionDraft } from './draft.ts';
import { draftByLack } from './lack.ts';
import { type ConditionEntry, entriesByWord } from './lexicon.ts';
import { draftByStopping } from './stopping.ts';
import { draftByUndoing } from './undoing.ts';
import { isAmong, verbLemma } from './verbs.ts';
import type { Workshop } from './workshop.ts';

/** All conditions that a sentence tells of. */
export function conditionDraftsOf(
  workshop: Workshop,
  entries: readonly ConditionEntry[],
  sentence: Sentence,
): ConditionDraft[] {
  const { document } = workshop.context;
  const found: ConditionDraft[] = [];
  const known = entriesByWord(entries);
  let words: readonly string[] | undefined;
  for (let index = sentence.firstToken; index < sentence.endToken; index++) {
    const token = document.tokens[index] as Token;
    if (!TELLING.has(token.upos)) continue;
    const isVerb = token.upos === 'VERB';
    const lemma = isVerb ? verbLemma(token) : token.lemma;
    const ofLemma = known(lemma);
    const ofText = token.text === lemma ? null : known(token.text);
    if (!ofLemma && !ofText) continue;
    for (const entry of ofLemma && ofText ? both(ofLemma, ofText) : (ofLemma ?? ofText ?? [])) {
      if (isVerb && entry.verbs.length > 0 && entry.names.length === 0) {
        words ??= wordsOf(document, sentence);
        if (!words.some((word) => entry.objects.has(word))) continue;
      }
      const draft = draftBy(workshop, entry, token);
      if (draft) {
        found.push(draft);
        break;
      }
    }
  }
  return found;
}

/** What may tell of a state. */
const TELLING: ReadonlySet<string> = new Set(['VERB', 'NOUN', 'ADJ', 'ADV', 'ADP']);

/** The entries of two words, in the order of the lexicon. */
const both = (one: readonly ConditionEntry[], other: readonly ConditionEntry[]): readonly ConditionEntry[] =>
  one === other ? one : [...new Set([...one, ...other])].sort((a, b) => a.order - b.order);

/** The words of a sentence, of which an entry asks for one: most verbs of most sentences are left at that. */
function wordsOf({ tokens }: Document, { firstToken, endToken }: Sentence): string[] {
  const found: string[] = [];
  for (let index = firstToken; index < endToken; index++) {
    const { lemma, text, upos } = tokens[index] as Token;
    if (upos === 'PUNCT' || upos === 'DET' || upos === 'ADP' || upos === 'AUX') continue;
    found.push(lemma.toLowerCase());
    if (text !== lemma) found.push(text.toLowerCase());
  }
  return found;
}

function draftBy(workshop: Workshop, entry: ConditionEntry, token: Token): ConditionDraft | null {
  const { document } = workshop.context;
  const { upos } = token;
  if (upos === 'NOUN' || (upos === 'ADJ' && isNominal(document, token))) {
    // 'under curfew', whatever the tagger takes it for
    if (entry.lacking)
      return entry.objects.has(token.lemma.toLowerCase()) ? draftByLack(workshop, entry, token) : null;
    if (names(document, entry, token)) return draftByNoun(workshop, entry, token);
    if (upos === 'NOUN') return null;
  }
  const isSaid =
    entry.adjectives.includes(token.lemma.toLowerCase()) ||
    entry.adjectives.includes(token.text.toLowerCase());
  // 'kept the road blocked' before 'blocked the road'
  const said = isSaid ? draftByAdjective(workshop, entry, token) : null;
  if (said || upos !== 'VERB') return said;
  const draft = isAmong(document, token, entry.verbs)
    ? (entry.negated ? draftByStopping : entry.doing ? draftByDoing : draftByVerb)(workshop, entry, token)
    : null;
  const isUndoing =
    isAmong(document, token, entry.ends) ||
    (isAmong(document, token, entry.again) &&
      childrenIn(document, token, 'advmod').some(({ lemma }) => lemma === 'again'));
  return draft ?? (isUndoing ? draftByUndoing(workshop, entry, token) : null);
}

const isNominal = (document: Document, token: Token): boolean =>
  childIn(document, token, 'case', 'det') !== undefined;

/** Does the entry have the noun, alone or as the head of several words ('state of emergency', 'house arrest')? */
function names({ tokens }: Document, { kind, nouns }: ConditionEntry, noun: Token): boolean {
  const text = noun.text.toLowerCase();
  const word = kind === 'talks' ? text : noun.lemma.toLowerCase();
  return nouns.some((name) => {
    if (name === word || name === text) return true;
    if (!name.includes(' ')) return false;
    const parts = name.split(' ');
    for (let at = Math.max(0, noun.index - parts.length + 1); at <= noun.index; at++)
      if (parts.every((part, step) => tokens[at + step]?.text.toLowerCase() === part)) {
        // the first word of the name that hangs on something outside of it
        const inside = (index: number) => index >= at && index < at + parts.length;
        return !inside(noun.head);
      }
    return false;
  });
}
