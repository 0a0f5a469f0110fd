/**
 * Starts work on the items of a source, at most `width` at a time, and yields the results in the order of the items.
 * At most `ahead` started items are held, so memory stays bounded behind a slow one. `start` must not reject.
 */
export async function* inOrder<Item, Result>(
  source: AsyncIterable<Item>,
  start: (item: Item) => Promise<Result>,
  width: number,
  ahead: number,
): AsyncGenerator<Result> {
  interface Started {
    readonly result: Promise<Result>;
    isDone: boolean;
  }
  const waiting: Started[] = [];
  const running = new Set<Promise<void>>();
  for await (const item of source) {
    const started: Started = { result: start(item), isDone: false };
    waiting.push(started);
    const settled = started.result.then(() => {
      started.isDone = true;
      running.delete(settled);
    });
    running.add(settled);
    while (running.size >= width) await Promise.race(running);
    while (waiting.length > 0 && (waiting[0]?.isDone || waiting.length >= ahead)) {
      yield (waiting.shift() as Started).result;
    }
  }
  for (const { result } of waiting) yield result;
}
