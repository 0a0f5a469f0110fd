import { z } from 'zod';
import { readDataFile } from '../model/data-file.ts';
import type { Document, Token } from '../read/index.ts';

/** See the head of lexicon/en/discretion.yaml. */
export const Discretion = z.strictObject({
  hidden: z.array(z.string()).min(1),
  withheld: z.strictObject({ verbs: z.array(z.string()).min(1), objects: z.array(z.string()).min(1) }),
  silent: z.array(z.string()).min(1),
  condition: z.array(z.string()).min(1),
  requested: z.array(z.string()).min(1),
  examples: z.array(z.strictObject({ text: z.string(), claims: z.array(z.string()) })).min(1),
});

export interface DiscretionLexicon {
  readonly hidden: ReadonlySet<string>;
  readonly withheld: { readonly verbs: ReadonlySet<string>; readonly objects: ReadonlySet<string> };
  readonly silent: ReadonlySet<string>;
  readonly condition: ReadonlySet<string>;
  readonly requested: ReadonlySet<string>;
}

const loaded = new Map<string, DiscretionLexicon>();

/** How a language says that a source keeps back, read at its first use; null where there is no list. */
export function discretionOf(language: string): DiscretionLexicon | null {
  if (language !== 'en') return null;
  const known = loaded.get(language);
  if (known) return known;
  const file = new URL(`./lexicon/${language}/discretion.yaml`, import.meta.url);
  const { hidden, withheld, silent, condition, requested } = Discretion.parse(readDataFile(file));
  const lexicon = {
    hidden: new Set(hidden),
    withheld: { verbs: new Set(withheld.verbs), objects: new Set(withheld.objects) },
    silent: new Set(silent),
    condition: new Set(condition),
    requested: new Set(requested),
  };
  loaded.set(language, lexicon);
  return lexicon;
}

/** Words within which the verb stands, and behind it its object. */
const NEAR = 6;

/** The words of a sentence from a token on, up to a mark. */
function near({ tokens }: Document, first: number): Token[] {
  const words: Token[] = [];
  for (const token of tokens.slice(first, first + NEAR)) {
    if (token.sentence !== tokens[first]?.sentence || token.upos === 'PUNCT') break;
    words.push(token);
  }
  return words;
}

/**
 * What the first verb from token `first` on keeps back: the source itself ('to be named', 'not to give her name') or what
 * it could say ('to comment'); null where that verb is another one.
 */
export function keptBack(
  document: Document,
  lexicon: DiscretionLexicon,
  first: number,
): 'itself' | 'its word' | null {
  const words = near(document, first);
  const verb = words.find(({ upos }) => upos === 'VERB');
  if (!verb) return null;
  const lemma = verb.lemma.toLowerCase();
  if (lexicon.hidden.has(lemma)) return /ed$/.test(verb.text) ? 'itself' : null;
  if (lexicon.silent.has(lemma)) return 'its word';
  const { verbs, objects } = lexicon.withheld;
  const isAskedNot = words.some(({ index, text }) => index < verb.index && text === 'not');
  if (!verbs.has(lemma) || !isAskedNot) return null;
  return near(document, verb.index + 1).some((token) => objects.has(token.lemma.toLowerCase()))
    ? 'itself'
    : null;
}

/**
 * Is the phrase from token `first` to offset `end` (UTF-16 units) what a source speaks under ('the condition of anonymity because …')
 * or what is asked of it without more ('a comment', 'further comment')?
 */
export function isTerms(document: Document, lexicon: DiscretionLexicon, first: number, end: number): boolean {
  for (const { text, lemma, upos, end: wordEnd } of near(document, first)) {
    if (lexicon.condition.has(lemma.toLowerCase())) return true;
    if (lexicon.requested.has(lemma.toLowerCase())) return end - wordEnd <= LONGEST_REST;
    if (!/^(?:DET|ADJ|ADP)$/.test(upos) && text !== 'condition') return false;
  }
  return false;
}

const LONGEST_REST = 12;
