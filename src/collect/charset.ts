import { isAscii, isUtf8 } from 'node:buffer';
import chardet from 'chardet';
import iconv from 'iconv-lite';
import { wideEncodingOf } from './sniff.ts';

/** How the encoding of a page came to be known. */
export type CharsetBasis = 'bom' | 'header' | 'meta' | 'utf-8' | 'guessed';

export interface Charset {
  /** Label as the Encoding Standard (WHATWG) or iconv-lite knows it, lower case. */
  readonly name: string;
  readonly basis: CharsetBasis;
  /** Set where a declared encoding was not followed, with the declared name. */
  readonly declared?: string;
}

/**
 * The encoding of a page: byte order mark, then the server's header, then the page's own meta element, then UTF-8 if
 * the bytes are valid UTF-8, then a guess by letter statistics. A declared encoding that the bytes contradict
 * (declared Latin-1 but valid non-ASCII UTF-8; declared UTF-8 but invalid throughout) is not followed.
 */
export function charsetOf(bytes: Uint8Array, contentType: string | undefined): Charset {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return { name: 'utf-8', basis: 'bom' };
  const wide = wideEncodingOf(bytes);
  if (wide) return { name: wide, basis: 'bom' };
  const isValid = isUtf8(bytes);
  const utf8 = isValid ? { valid: isAscii(bytes) ? 0 : 1, invalid: 0 } : utf8Share(bytes);
  const declared = declaredIn(contentType ?? '', 'header') ?? declaredIn(headOf(bytes), 'meta');
  const saysUtf8 = declared?.name === 'utf-8';
  if (declared && (saysUtf8 || iconv.encodingExists(declared.name))) {
    if (saysUtf8 && utf8.invalid === 0) return declared;
    if (saysUtf8 && utf8.valid > utf8.invalid) return declared;
    if (!saysUtf8 && !(utf8.invalid === 0 && utf8.valid > 0)) return declared;
    if (!saysUtf8) return { name: 'utf-8', basis: 'utf-8', declared: declared.name };
    return { ...guess(bytes), declared: declared.name };
  }
  if (utf8.invalid === 0 || utf8.valid > utf8.invalid) return { name: 'utf-8', basis: 'utf-8' };
  return guess(bytes);
}

const META_WINDOW = 4096;

function headOf(bytes: Uint8Array): string {
  return Buffer.from(bytes.subarray(0, META_WINDOW)).toString('latin1');
}

function declaredIn(text: string, basis: 'header' | 'meta'): Charset | null {
  const match = /charset\s{0,9}=\s{0,9}["']?\s{0,9}([\w:.-]{2,40})/i.exec(text);
  if (!match) return null;
  const name = (match[1] as string).toLowerCase();
  // The Encoding Standard reads Latin-1 and ASCII as windows-1252, and a meta element cannot be UTF-16.
  if (['iso-8859-1', 'latin1', 'latin-1', 'us-ascii', 'ascii'].includes(name))
    return { name: 'windows-1252', basis };
  if (['utf8', 'unicode-1-1-utf-8'].includes(name)) return { name: 'utf-8', basis };
  if (name.startsWith('utf-16') && basis === 'meta') return { name: 'utf-8', basis };
  return { name, basis };
}

/** Counts well-formed multi-byte sequences and broken bytes, as UTF-8 (Unicode 15, table 3-7, without overlong checks). */
export function utf8Share(bytes: Uint8Array): { valid: number; invalid: number } {
  let valid = 0;
  let invalid = 0;
  for (let index = 0; index < bytes.length; index++) {
    const byte = bytes[index] as number;
    if (byte < 0x80) continue;
    const more =
      byte >= 0xc2 && byte < 0xe0 ? 1 : byte >= 0xe0 && byte < 0xf0 ? 2 : byte >= 0xf0 && byte < 0xf5 ? 3 : 0;
    let seen = 0;
    while (seen < more && ((bytes[index + seen + 1] ?? 0) & 0xc0) === 0x80) seen++;
    if (more > 0 && seen === more) valid++;
    else invalid++;
    index += seen;
  }
  return { valid, invalid };
}

const GUESS_WINDOW = 64 * 1024;

function guess(bytes: Uint8Array): Charset {
  const name = chardet.detect(bytes.subarray(0, GUESS_WINDOW))?.toLowerCase();
  if (!name || name === 'ascii' || name === 'iso-8859-1' || !iconv.encodingExists(name)) {
    return { name: 'windows-1252', basis: 'guessed' };
  }
  return { name, basis: 'guessed' };
}
