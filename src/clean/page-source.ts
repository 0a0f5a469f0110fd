import { decodeHTMLAttribute } from 'entities';
import type { Decoded } from '../collect/index.ts';

/** The signs of a page as numbers: its bytes, or the UTF-16 units of its text. */
export type Signs = Uint8Array | Uint16Array;

/** What is searched for, in a text and in bytes. */
export interface Mark {
  readonly text: string;
  readonly bytes: Buffer;
}

export function markOf(text: string): Mark {
  return { text, bytes: Buffer.from(text) };
}

/** So far signs are gone over one by one before the rest of the page is searched, which costs more to begin. */
const NEAR = 64;

/**
 * A page as its parser reads it: in bytes, where these are UTF-8 without a fault, since what markup is made of looks the same there and only
 * what somebody asks for need be made a string; else in the units of its text. Places are of bytes or units.
 */
export class PageSource {
  readonly signs: Signs;
  private readonly utf8: Buffer | null;
  private readonly text: string;

  constructor(page: string | Pick<Decoded, 'text' | 'utf8'>) {
    this.utf8 = typeof page === 'string' ? null : page.utf8;
    this.text = this.utf8 ? '' : typeof page === 'string' ? page : page.text;
    this.signs = this.utf8 ?? unitsOf(this.text);
  }

  /** The text between two places, as it is written. */
  cut(from: number, to: number): string {
    const { utf8 } = this;
    if (utf8 === null) return this.text.slice(from, to);
    for (let at = from; at < to; at++)
      if ((utf8[at] as number) >= 128) return utf8.toString('utf8', from, to);
    return utf8.toString('latin1', from, to);
  }

  /** The value of an attribute that stands between two places. */
  value(from: number, to: number): string {
    const value = this.cut(from, to);
    return value.includes('&') ? decodeHTMLAttribute(value) : value;
  }

  /** The next place, from `from` on, of a sign of ASCII; -1 where it comes no more. */
  next(sign: number, from: number): number {
    const { signs } = this;
    const near = Math.min(signs.length, from + NEAR);
    for (let at = from; at < near; at++) if (signs[at] === sign) return at;
    if (near === signs.length) return -1;
    return this.utf8 ? this.utf8.indexOf(sign, near) : this.text.indexOf(String.fromCharCode(sign), near);
  }

  /** The same for several signs in a row. */
  find({ text, bytes }: Mark, from: number): number {
    return this.utf8 ? this.utf8.indexOf(bytes, from) : this.text.indexOf(text, from);
  }

  /** Whether these signs of ASCII stand there. */
  isAt(text: string, from: number): boolean {
    const { signs } = this;
    if (from + text.length > signs.length) return false;
    for (let at = 0; at < text.length; at++) if (signs[from + at] !== text.charCodeAt(at)) return false;
    return true;
  }
}

function unitsOf(text: string): Uint16Array {
  const units = new Uint16Array(text.length);
  for (let at = 0; at < text.length; at++) units[at] = text.charCodeAt(at);
  return units;
}
