import type { JobInput } from '../api/client.ts';

/** Lines that are nothing but addresses are addresses; everything else is one text. Null where there is nothing. */
export function inputsOfText(pasted: string): JobInput[] {
  const text = pasted.trim();
  if (text === '') return [];
  const lines = text.split(/\s*\n\s*/);
  if (lines.every(isAddress)) return [...new Set(lines)].map((url) => ({ kind: 'url', url }));
  return [{ kind: 'text', text }];
}

function isAddress(line: string): boolean {
  return /^https?:\/\/\S+$/i.test(line) && URL.canParse(line);
}
