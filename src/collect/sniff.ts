/**
 * What bytes are, by their first bytes and their look: only HTML and text are read,
 * everything else gets an error that names what it is.
 */
export type Content =
  | { kind: 'empty' }
  | { kind: 'gzip' }
  | { kind: 'html' | 'text' }
  | { kind: 'binary'; what: string };

const SIGNATURES = (
  [
    ['a PDF document', 0x25, 0x50, 0x44, 0x46, 0x2d],
    ['a ZIP archive or an office document', 0x50, 0x4b, 0x03, 0x04],
    ['a PNG picture', 0x89, 0x50, 0x4e, 0x47],
    ['a JPEG picture', 0xff, 0xd8, 0xff],
    ['a GIF picture', 0x47, 0x49, 0x46, 0x38],
    ['an office document', 0xd0, 0xcf, 0x11, 0xe0],
    ['a program', 0x7f, 0x45, 0x4c, 0x46],
    ['an RTF document', 0x7b, 0x5c, 0x72, 0x74, 0x66],
    ['a bzip2 archive', 0x42, 0x5a, 0x68],
    ['an xz archive', 0xfd, 0x37, 0x7a, 0x58, 0x5a],
    ['a zstd archive', 0x28, 0xb5, 0x2f, 0xfd],
    ['a WARC archive', 0x57, 0x41, 0x52, 0x43, 0x2f],
    ['a SQLite database', 0x53, 0x51, 0x4c, 0x69, 0x74, 0x65],
  ] as const
).map(([what, ...signature]) => ({ what, signature }));

const SAMPLE = 4096;

/** Looks at the first 4 kB (and the byte order mark); never reads more. */
export function contentOf(bytes: Uint8Array): Content {
  if (bytes.length === 0) return { kind: 'empty' };
  if (bytes[0] === 0x1f && bytes[1] === 0x8b) return { kind: 'gzip' };
  for (const { what, signature } of SIGNATURES)
    if (bytes[0] === signature[0] && signature.every((byte, index) => bytes[index] === byte))
      return { kind: 'binary', what };
  const sample = bytes.subarray(0, SAMPLE);
  const wide = wideEncodingOf(bytes);
  const start = wide ? new TextDecoder(wide).decode(sample) : latin1Of(sample);
  if (!wide && looksBinary(start)) return { kind: 'binary', what: 'a binary file' };
  if (start.trim() === '' && bytes.length <= SAMPLE) return { kind: 'empty' };
  return { kind: looksLikeHtml(start) ? 'html' : 'text' };
}

/** UTF-16 by its byte order mark, or by every second byte of Latin text being zero. */
export function wideEncodingOf(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  const length = Math.min(bytes.length, 512) & ~1;
  if (length < 8) return null;
  const zeros = [0, 0];
  for (let index = 0; index < length; index++) if (bytes[index] === 0) zeros[index & 1]!++;
  const half = length / 2;
  if (zeros[1]! > half * 0.6 && zeros[0]! < half * 0.1) return 'utf-16le';
  if (zeros[0]! > half * 0.6 && zeros[1]! < half * 0.1) return 'utf-16be';
  return null;
}

function latin1Of({ buffer, byteOffset, length }: Uint8Array): string {
  return Buffer.from(buffer, byteOffset, length).toString('latin1');
}

/** Control characters that no text has. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for.
const CONTROLS = /[\0-\x08\x0b\x0e-\x1a\x1c-\x1f]/g;

/** NUL bytes, or more than a tenth of other control characters, are not text in any encoding that pages use. */
function looksBinary(sample: string): boolean {
  if (sample.includes('\0')) return true;
  return (sample.match(CONTROLS)?.length ?? 0) > sample.length / 10;
}

const HTML_START =
  /^\s*(?:<\?xml[^>]{0,300}>\s*)?(?:<!--[\s\S]{0,2000}?-->\s*)?<(?:!doctype\s+html|html|head|body|article|main|div|section|meta|title|p|h[1-6]|table|script|style|link|span|ul|ol|header|nav|iframe|br|a|b)[\s>/]/i;
const BLOCK_TAGS =
  /<\/?(?:html|head|body|div|p|article|section|h[1-6]|li|ul|span|a|br|td)(?:\s[^<>]{0,300})?\/?>/gi;

/** HTML starts with a known tag, or has three or more block tags in its first 4 kB. */
function looksLikeHtml(start: string): boolean {
  const text = start.replace(/^(?:\u00ef\u00bb\u00bf|\ufeff)/, '');
  if (HTML_START.test(text)) return true;
  let tags = 0;
  for (const _ of text.matchAll(BLOCK_TAGS)) if (++tags >= 3) return true;
  return false;
}
