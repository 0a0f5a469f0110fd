/**
 * Text that PostgreSQL takes: no NUL, no half of a surrogate pair. Only columns made for finding go through this; the
 * record itself is kept as JSON text, where both are written as escapes and nothing is lost.
 */
export function storableText(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: NUL is what must go
  return text.replace(/[\u0000\p{Surrogate}]/gu, '\uFFFD');
}

/** How names are compared: without regard to case. */
export function nameKey(name: string): string {
  return storableText(name).toLowerCase().trim();
}
