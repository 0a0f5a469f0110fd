import { isUtf8 } from 'node:buffer';
import iconv from 'iconv-lite';
import type { Note } from '../model/index.ts';
import { charsetOf } from './charset.ts';
import type { Page } from './page.ts';
import { contentOf } from './sniff.ts';

export interface Decoded {
  /** The page as text, without byte order mark; line ends as they were. Made when it is first asked for. */
  readonly text: string;
  /** The bytes of that text, where they are UTF-8 without a fault: who asks for parts of it need not have all of it made. */
  readonly utf8: Buffer | null;
  readonly format: 'html' | 'text';
  /** Encoding the bytes were read in, lower case. */
  readonly encoding: string;
  /** Bytes of the byte order mark, which `text` lacks. */
  readonly bomLength: number;
  readonly notes: readonly Note[];
}

/**
 * Reads the bytes of a page as text. Broken bytes become U+FFFD and are counted in a note; nothing throws.
 */
export function decodePage(page: Page): Decoded {
  if (page.text !== undefined) {
    return {
      text: page.text,
      utf8: null,
      format: page.format ?? 'text',
      encoding: 'utf-8',
      bomLength: 0,
      notes: [],
    };
  }
  const notes: Note[] = [];
  const charset = charsetOf(page.bytes, page.contentType);
  const bomLength = charset.basis === 'bom' ? bomLengthOf(page.bytes) : 0;
  const bytes = Buffer.from(page.bytes.buffer, page.bytes.byteOffset, page.bytes.length);
  const utf8 = charset.name === 'utf-8' && isUtf8(bytes) ? bytes.subarray(bomLength) : null;
  let text = utf8 ? null : iconv.decode(bytes, charset.name, { stripBOM: true });
  if (charset.declared) {
    notes.push({
      kind: 'encoding',
      message: `The page says it is ${charset.declared}, but its bytes are ${charset.name}; read as ${charset.name}.`,
    });
  } else if (charset.basis === 'guessed') {
    notes.push({
      kind: 'encoding',
      message: `The page names no encoding; read as ${charset.name}, a guess.`,
    });
  }
  const broken = brokenPlaces(utf8, text ?? '');
  if (broken > 0) {
    const places = broken === 1 ? 'one place' : `${broken} places`;
    notes.push({
      kind: 'encoding',
      message: `In ${places} the bytes are not valid ${charset.name}; they show as \uFFFD.`,
    });
  }
  return {
    get text() {
      text ??= utf8 ? utf8.toString() : '';
      return text;
    },
    utf8,
    format: page.format ?? (contentOf(page.bytes).kind === 'html' ? 'html' : 'text'),
    encoding: charset.name,
    bomLength,
    notes,
  };
}

function bomLengthOf(bytes: Uint8Array): number {
  if (bytes[0] === 0xef) return 3;
  return bytes[0] === 0xff || bytes[0] === 0xfe ? 2 : 0;
}

/** U+FFFD as it stands in UTF-8. */
const BROKEN = Buffer.from('\uFFFD');

/** Places of U+FFFD in a text, or in the bytes of one. */
function brokenPlaces(utf8: Buffer | null, text: string): number {
  const next = (from: number) => (utf8 ? utf8.indexOf(BROKEN, from) : text.indexOf('\uFFFD', from));
  let count = 0;
  for (let at = next(0); at !== -1; at = next(at + 1)) count++;
  return count;
}
