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
  if (!wide && looksBinary(sample)) return { kind: 'binary', what: 'a binary file' };
  const start = wide ? new TextDecoder(wide).decode(sample) : Buffer.from(sample).toString('latin1');
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

/** 1 for control characters that no text has. */
const CONTROLS = new Uint8Array(256).fill(1, 0, 0x20);
for (const sign of '\t\n\r\f\u001b') CONTROLS[sign.charCodeAt(0)] = 0;

/** NUL bytes, or more than a tenth of other control characters, are not text in any encoding that pages use. */
function looksBinary(sample: Uint8Array): boolean {
  let controls = 0;
  for (let at = 0; at < sample.length; at++) {
    const byte = sample[at] as number;
    if (byte === 0) return true;
    controls += CONTROLS[byte] as number;
  }
  return controls > sample.length / 10;
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
