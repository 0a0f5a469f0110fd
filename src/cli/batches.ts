export interface BatchLimits<Item> {
  /** Most items in a batch; as many again may be waiting. */
  readonly most: number;
  /** Weight of an item, such as its bytes, and the weight at which a batch is full and reading ahead pauses. */
  readonly weigh?: (item: Item) => number;
  readonly heaviest?: number;
}

/**
 * Hands out what a source has ready, at least one item and at most `most` at a time, in order, and reads ahead while
 * the batch before is at work. So a slow consumer gets large batches and a slow source is never waited for (group
 * commit). An error of the source comes after the items before it.
 */
export async function* batches<Item>(
  source: AsyncIterable<Item>,
  { most, weigh = () => 0, heaviest = Number.POSITIVE_INFINITY }: BatchLimits<Item>,
): AsyncGenerator<readonly Item[]> {
  const waiting: Item[] = [];
  let weight = 0;
  let end: { readonly error?: unknown } | null = null;
  let isLeft = false;
  let wake = () => {};
  let changed = new Promise<void>((done) => {
    wake = done;
  });
  const tell = () => {
    wake();
    changed = new Promise((done) => {
      wake = done;
    });
  };
  const read = async () => {
    try {
      for await (const item of source) {
        waiting.push(item);
        weight += weigh(item);
        tell();
        while (!isLeft && (waiting.length >= most || weight >= heaviest)) await changed;
        if (isLeft) return;
      }
      end = {};
    } catch (error) {
      end = { error };
    } finally {
      tell();
    }
  };
  const reading = read();
  try {
    for (;;) {
      while (waiting.length === 0 && end === null) await changed;
      if (waiting.length === 0) break;
      const batch = waiting.splice(0, most);
      weight = waiting.reduce((sum, item) => sum + weigh(item), 0);
      tell();
      yield batch;
    }
    const { error } = end as unknown as { readonly error?: unknown };
    if (error !== undefined) throw error;
  } finally {
    isLeft = true;
    tell();
    await reading;
  }
}
