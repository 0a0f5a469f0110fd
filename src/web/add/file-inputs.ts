import type { JobInput } from '../api/client.ts';

/** The largest file that the server reads (its own limit for one input). */
export const MOST_FILE_BYTES = 20 * 1024 * 1024;

/** A file that is not sent, and why: it is too large, or the browser cannot read it, as with a folder. */
export interface NotSent {
  readonly name: string;
  readonly reason: 'too-large' | 'unreadable';
}

/** The files' bytes as the API takes them, and those that it would not take. Never rejects. */
export async function inputsOfFiles(
  files: readonly File[],
): Promise<{ inputs: JobInput[]; notSent: NotSent[] }> {
  const notSent: NotSent[] = [];
  const inputs: JobInput[] = [];
  for (const file of files) {
    if (file.size > MOST_FILE_BYTES) {
      notSent.push({ name: file.name, reason: 'too-large' });
      continue;
    }
    try {
      inputs.push({ kind: 'file', name: file.name, base64: await base64Of(file) });
    } catch {
      notSent.push({ name: file.name, reason: 'unreadable' });
    }
  }
  return { inputs, notSent };
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
