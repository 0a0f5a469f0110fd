/** Letters of a word that tell its stem from others, in scripts that write words apart. */
const STEM = 6;
const HANGUL_STEM = 2;
const SHORTEST = 4;

/**
 * What a line speaks of: the stems of its longer words, each once. Cut to their first letters, so that inflected forms agree; writing without
 * blanks gives pairs of signs. `words` are folded (see `phrases.ts`). Linear.
 */
export function topicKeys(words: readonly string[]): Set<string> {
  const keys = new Set<string>();
  for (const word of words) {
    const code = word.charCodeAt(0);
    if (code >= 0x3040 && code < 0xac00) {
      for (let at = 0; at + 2 <= word.length && at < 400; at++) keys.add(word.slice(at, at + 2));
    } else if (code >= 0xac00 && code < 0xd7b0) {
      if (word.length >= 2) keys.add(word.slice(0, HANGUL_STEM));
    } else if (word.length >= SHORTEST) keys.add(word.slice(0, STEM));
  }
  return keys;
}

/** What the core of a story speaks of: for each stem the number of its lines that have it. */
export type Topic = ReadonlyMap<string, number>;

export function topicOf(lines: readonly ReadonlySet<string>[]): Topic {
  const counts = new Map<string, number>();
  for (const keys of lines) for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1);
  return counts;
}

/**
 * How near a line is to a topic: the share of its stems that other lines of the core have, and of those that many have. `isCore` where the line is
 * one of the core's own, which does not speak for itself.
 */
export function nearness(
  keys: ReadonlySet<string>,
  topic: Topic,
  isCore: boolean,
): { readonly shared: number; readonly often: number } {
  if (keys.size === 0) return { shared: 0, often: 0 };
  let [shared, often] = [0, 0];
  for (const key of keys) {
    const count = (topic.get(key) ?? 0) - (isCore ? 1 : 0);
    if (count > 0) shared++;
    if (count > 2) often++;
  }
  return { shared: shared / keys.size, often: often / keys.size };
}
