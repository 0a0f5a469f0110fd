/** A line of a stream, or the mark of one that was longer than allowed and was passed over. */
export interface Line {
  /** Counted from 1. */
  readonly number: number;
  /** null where the line was too long. */
  readonly text: string | null;
  /** Bytes of the stream up to and with this line. */
  readonly bytesSoFar: number;
}

const LINE_FEED = 0x0a;

/** Splits a byte stream at line feeds, UTF-8, without ever holding more than `maxBytes` of one line. */
export async function* linesOf(stream: AsyncIterable<Uint8Array>, maxBytes: number): AsyncGenerator<Line> {
  let parts: Uint8Array[] = [];
  let size = 0;
  let number = 0;
  let bytesSoFar = 0;
  const finish = (): Line => {
    number++;
    const text = size > maxBytes ? null : Buffer.concat(parts).toString('utf8').replace(/\r$/, '');
    parts = [];
    size = 0;
    return { number, text, bytesSoFar };
  };
  const keep = (part: Uint8Array) => {
    size += part.length;
    bytesSoFar += part.length;
    if (size <= maxBytes) parts.push(part);
    else parts = [];
  };
  for await (const chunk of stream) {
    let from = 0;
    for (let at = chunk.indexOf(LINE_FEED); at !== -1; at = chunk.indexOf(LINE_FEED, from)) {
      keep(chunk.subarray(from, at));
      bytesSoFar++;
      from = at + 1;
      yield finish();
    }
    keep(chunk.subarray(from));
  }
  if (size > 0) yield finish();
}
