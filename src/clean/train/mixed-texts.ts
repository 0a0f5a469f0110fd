import type { GoldText } from './gold-lines.ts';

/** Lines before the story that go with it: title, byline, date. */
const HEADS = [3, 8];
const INJECTED = { shortest: 25, longest: 140, leastWords: 4, most: 3 };
const SHORTEST_STORY = 2;
const STORY_LINES = 8;

/**
 * A text that never was: the story of one page in the frame of another, with lines of the other's furniture injected into it, sometimes cut short, and
 * sometimes without any frame. There are few gold pages; this parts what a story is from what stands around it. Null where a page has no story.
 */
export function mixedText(page: GoldText, frame: GoldText, random: () => number): GoldText | null {
  const own = bounds(page);
  const other = bounds(frame);
  if (!own || !other) return null;
  const keeps = HEADS[random() < 0.5 ? 0 : 1] as number;
  const start = Math.max(0, own.from - keeps);
  let body = page.lines
    .slice(start, own.to)
    .map((text, at) => ({ text, isStory: page.isStory[start + at] === true }));
  if (random() < 0.4) body = cutShort(body, SHORTEST_STORY + Math.floor(random() * STORY_LINES));
  if (random() < 0.3) body = withInjected(body, frame, random);
  const lines = (texts: readonly string[]) => texts.map((text) => ({ text, isStory: false }));
  const isBare = random() < 0.15;
  const head = isBare ? [] : lines(frame.lines.slice(0, Math.max(0, other.from - keeps)));
  const tail = isBare
    ? []
    : random() < 0.7
      ? lines(frame.lines.slice(other.to))
      : lines(page.lines.slice(own.to));
  const all = [...head, ...body, ...tail];
  return {
    id: `${page.id} in ${frame.id}`,
    truth: '',
    lines: all.map(({ text }) => text),
    isStory: all.map(({ isStory }) => isStory),
  };
}

interface Line {
  readonly text: string;
  readonly isStory: boolean;
}

function bounds({ isStory }: GoldText): { from: number; to: number } | null {
  const from = isStory.indexOf(true);
  return from < 0 ? null : { from, to: isStory.lastIndexOf(true) + 1 };
}

function cutShort(lines: readonly Line[], storyLines: number): Line[] {
  const story = lines.flatMap(({ isStory }, at) => (isStory ? [at] : []));
  return lines.slice(0, story[storyLines] ?? lines.length);
}

/** With headlines and other short lines of another page between the lines of the story. */
function withInjected(
  lines: readonly Line[],
  { lines: others, isStory }: GoldText,
  random: () => number,
): Line[] {
  const stock = others.filter(
    (text, at) =>
      !isStory[at] &&
      text.length >= INJECTED.shortest &&
      text.length <= INJECTED.longest &&
      text.split(' ').length >= INJECTED.leastWords,
  );
  const first = lines.findIndex((line) => line.isStory) + 1;
  if (stock.length === 0 || first >= lines.length) return [...lines];
  const places = new Set<number>();
  const count = 1 + Math.floor(random() * INJECTED.most);
  for (let each = 0; each < count; each++) places.add(first + Math.floor(random() * (lines.length - first)));
  return lines.flatMap((line, at) =>
    places.has(at)
      ? [{ text: stock[Math.floor(random() * stock.length)] as string, isStory: false }, line]
      : [line],
  );
}
