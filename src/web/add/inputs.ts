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

/** The files' bytes as the API takes them. */
export function inputsOfFiles(files: readonly File[]): Promise<JobInput[]> {
  return Promise.all(
    files.map(async (file) => ({ kind: 'file' as const, name: file.name, base64: await base64Of(file) })),
  );
}

function base64Of(file: File): Promise<string> {
  return new Promise((done, failed) => {
    const reader = new FileReader();
    reader.onerror = () => failed(reader.error ?? new Error(file.name));
    // A data address: what stands behind the comma is the file.
    reader.onload = () => done(String(reader.result).replace(/^[^,]*,/, ''));
    reader.readAsDataURL(file);
  });
}
