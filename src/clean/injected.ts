import type { RemovalReason } from '../model/index.ts';
import { folded, furniturePhrase, type PhraseHit } from './phrases.ts';

/** A line of a story, as the rules for lines see it. */
export interface StoryLine {
  readonly text: string;
  /** Share of its characters that are links, where that is known. */
  readonly linkShare: number;
  readonly isHeading: boolean;
  /** The phrase of furniture that it begins with. */
  readonly phrase: PhraseHit | null;
}

/** A line of which nothing is known but its text. */
export function bareLine(text: string): StoryLine {
  return { text, linkShare: 0, isHeading: false, phrase: furniturePhrase(text) };
}

const SHORT = 180;
const LONGEST_APPEAL = 240;
const MOST_SENTENCES = 3;
const STOP = /[.!?…։]\s+/gu;
const QUOTED = /["“”«»„]/u;
/** Their phrases call on the reader, which no story does in a short line of its own. */
const IMPERATIVE = new Set<RemovalReason>(['subscription', 'comment-form', 'cookie-notice', 'spam-notice']);

/**
 * Why a line inside of a story is not part of it, or null where it is. `story` holds the content words of the whole text: a line that begins like an injected one but talks about the story in whole sentences stays.
 */
export function reasonAgainst(line: StoryLine, story: StoryWords): RemovalReason | null {
  const { text, linkShare, phrase: hit } = line;
  if (hit) {
    if (hit.isWhole) return hit.reason;
    const marked = /^[\p{L}\s']{3,30}[:：|–—-]\s/u.test(text.slice(0, 40)) || linkShare > 0.5;
    if (marked && text.length < SHORT * 1.5) return hit.reason;
    const isSentence = /[.!?…][”"»)]?$/u.test(text);
    if (text.length < SHORT && !isSentence) return hit.reason;
    if (hit.reason === 'injected-link' || hit.reason === 'share')
      return text.length < SHORT && topicShare(text, story) < 0.2 ? hit.reason : null;
    if (text.length < SHORT && IMPERATIVE.has(hit.reason)) return hit.reason;
    return text.length < SHORT * 3 && topicShare(text, story) < 0.25 ? hit.reason : null;
  }
  const appeal = text.length < LONGEST_APPEAL && !QUOTED.test(text) ? appealIn(text) : null;
  if (appeal) return appeal;
  if (linkShare > 0.9 && text.length < SHORT && !/[.!?…][”"»)]?$/u.test(text) && !line.isHeading)
    return 'injected-link';
  return null;
}

/** Calls on the reader that stand behind another sentence: `Did you like this? Subscribe to our letter.` */
function appealIn(text: string): RemovalReason | null {
  let sentences = 0;
  for (const { index, 0: stop } of text.matchAll(STOP)) {
    if (++sentences > MOST_SENTENCES) return null;
    const hit = furniturePhrase(text.slice(index + stop.length));
    if (hit && IMPERATIVE.has(hit.reason) && hit.words > 1) return hit.reason;
  }
  return null;
}

const WORD = /\p{L}{4,}/gu;

/** The content words of a story (four letters or more), which are counted when somebody asks for one: few lines make it needful. */
export class StoryWords {
  private readonly texts: readonly string[];
  private counts: ReadonlyMap<string, number> | null = null;

  constructor(texts: readonly string[]) {
    this.texts = texts;
  }

  /** How often a word, in small letters, comes in it. */
  countOf(word: string): number {
    this.counts ??= countedWords(this.texts);
    return this.counts.get(word) ?? 0;
  }
}

function countedWords(texts: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const text of texts) {
    for (const [word] of text.toLowerCase().matchAll(WORD)) counts.set(word, (counts.get(word) ?? 0) + 1);
  }
  return counts;
}

/** Share of a line's content words that the rest of the story uses too. */
function topicShare(line: string, story: StoryWords): number {
  const words = [...folded(line).matchAll(WORD)].map(([word]) => word);
  if (words.length === 0) return 0;
  return words.filter((word) => story.countOf(word) > 1).length / words.length;
}
