import type { JobInput } from '../api/client.ts';

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
