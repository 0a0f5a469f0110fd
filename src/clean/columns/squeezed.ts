const MOST = 4096;
const ready = Float64Array.from({ length: MOST }, (_, value) => Math.log2(1 + value));

/** Counts are squeezed to their logarithm, so that one threshold means much the same on short and long pages. */
export function squeezed(value: number): number {
  return value < 0 ? -squeezedSize(-value) : squeezedSize(value);
}

function squeezedSize(value: number): number {
  return value < MOST && Number.isInteger(value) ? (ready[value] as number) : Math.log2(1 + value);
}
