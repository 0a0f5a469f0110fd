/** How much of the outside world one input may be: the defaults that every command shares. */
export const LIMITS = {
  /** Bytes of one input, after unpacking. */
  maxBytes: 20 * 1024 * 1024,
  /** Seconds for one fetch, redirects and body included. */
  fetchSeconds: 30,
  redirects: 10,
} as const;

/** `20 MB`, `512 kB`: a size as people write it. */
export function sizeInWords(bytes: number): string {
  if (bytes >= 1024 * 1024) return `${Math.round(bytes / 1024 / 1024)} MB`;
  if (bytes >= 1024) return `${Math.round(bytes / 1024)} kB`;
  return `${bytes} bytes`;
}
