import { smallWordOf } from './function-words.ts';
import type { LineShape } from './line-shape.ts';
import { nearness, topicKeys, topicOf } from './line-topic.ts';

const none: ReadonlySet<string> = new Set();
/** Lines with a chance below this are never put back; in a short text, where little furniture can be, hardly any is too low. */
const LEAST = 0.25;
const LEAST_IN_SHORT = 0.02;
const LEAST_OF_ITEM = 0.15;
const SHORT_TEXT = 60;
const BEFORE = 12;
const SHORTEST = 40;
/** A text of so few lines is hardly more than its story, whose sentences may be short. */
const FEW_LINES = 8;
const SHORTEST_OF_FEW = 20;
const FEWEST_WORDS = 5;
/** Reasons whose lines end a story, until the trees see it again. */
const ENDS = new Set(['comment-form', 'related-stories', 'copyright', 'cookie-notice', 'spam-notice']);
/** Shape of a headline that was put between two paragraphs. */
const HEADLINE = { shortest: 25, longest: 110, leastWords: 5, leastKeys: 3 };

/**
 * What the trees left out although it stands with the story: whole sentences before or behind one of its lines, with nothing between that ends a story.
 * `ends` is the line where a story surely ends. Returns places. Linear.
 */
export function heldTogether(
  texts: readonly string[],
  shapes: readonly LineShape[],
  isStory: readonly boolean[],
  chances: readonly number[],
  titleAt: number,
  ends: number,
): number[] {
  const least = texts.length <= SHORT_TEXT ? LEAST_IN_SHORT : LEAST;
  const shortest = texts.length <= FEW_LINES ? SHORTEST_OF_FEW : SHORTEST;
  const isSound = (at: number) =>
    ((chances[at] as number) >= least &&
      isWholeSentence(texts[at] as string, shapes[at] as LineShape, shortest)) ||
    ((chances[at] as number) >= LEAST_OF_ITEM && isItem(texts[at] as string, shapes[at] as LineShape));
  const found: number[] = [];
  const first = isStory.indexOf(true);
  if (first < 0) return found;
  for (let at = first - 1; at > Math.max(titleAt, first - BEFORE); at--) {
    if (isSound(at)) found.push(at);
    else if (!shapes[at]?.phrase) break;
  }
  let isOpen = true;
  for (let at = first; at < Math.min(ends, texts.length); at++) {
    const { phrase, length, isAbout } = shapes[at] as LineShape;
    if (isStory[at]) isOpen = true;
    else if (isAbout || (phrase && ENDS.has(phrase.reason) && length < 160)) isOpen = false;
    else if (isOpen && isSound(at)) found.push(at);
  }
  return found;
}

/** An entry of a list that stands in a story: `– the bridge opens at once;`. */
function isItem(text: string, { phrase, signs, hasTime }: LineShape): boolean {
  return phrase === null && signs.appeal === 0 && !hasTime && /^[-–—•*]\s.{0,300}[;,.]$/u.test(text);
}

function isWholeSentence(
  text: string,
  { length, isSentence, words, signs, phrase, ...shape }: LineShape,
  shortest: number,
): boolean {
  return (
    (isSentence || signs.endsColon === 1) &&
    length >= shortest &&
    (words.length >= FEWEST_WORDS || length >= shortest * 2) &&
    phrase === null &&
    signs.appeal === 0 &&
    signs.credit === 0 &&
    !shape.hasTime &&
    !shape.hasAddress &&
    !shape.isCredited &&
    shape.separators === 0 &&
    !/^[•*]/.test(text)
  );
}

/**
 * Headlines of other stories between the paragraphs of this one, that no phrase tells: a line with the shape of a headline, alone between two
 * whole sentences, none of whose words the story uses. Returns places. Linear.
 */
export function strayHeadlines(shapes: readonly LineShape[], isStory: readonly boolean[]): number[] {
  const keys = shapes.map(({ words }, at) =>
    isStory[at] ? topicKeys(words.filter((word) => smallWordOf(word).length === 0)) : none,
  );
  const topic = topicOf(keys.filter((_, at) => isStory[at]));
  const isParagraph = (at: number) => isStory[at] === true && shapes[at]?.isSentence === true;
  return shapes.flatMap(({ length, isSentence, signs, words, opens }, at) => {
    if (!isStory[at] || isSentence || signs.endsColon || signs.startsLower || opens) return [];
    if (length < HEADLINE.shortest || length > HEADLINE.longest || words.length < HEADLINE.leastWords)
      return [];
    if (signs.quote || !isParagraph(at - 1) || !isParagraph(at + 1)) return [];
    const own = keys[at] as ReadonlySet<string>;
    return own.size >= HEADLINE.leastKeys && nearness(own, topic, true).shared === 0 ? [at] : [];
  });
}
