/**
 * What collect hands to clean: the raw bytes of one page (already unpacked from gzip, within the size limit)
 * and all that is known of them from outside.
 */
export interface Page {
  /** The article's id: given by the caller, or made from the hash of the bytes. */
  readonly id: string;
  readonly bytes: Uint8Array;
  /** SHA-256 of `bytes`, hexadecimal. */
  readonly hash: string;
  /** Where the bytes came from, for messages: a path, an address, `standard input`, `line 7`. */
  readonly origin: string;
  /** Address of the page, as given or as fetched (after redirects). */
  readonly url?: string;
  /** `Content-Type` as the server sent it, with its charset. */
  readonly contentType?: string;
  /** The text itself, where the caller has it decoded already; `bytes` are then its UTF-8. */
  readonly text?: string;
  /** `html` or `text` where the caller knows; detected from the bytes otherwise. */
  readonly format?: 'html' | 'text';
  /** Publication date fixed by the caller, EDTF. */
  readonly published?: string;
  /** Title fixed by the caller. */
  readonly title?: string;
  /** Language fixed by the caller, ISO 639-1 or 639-3. */
  readonly language?: string;
  /** Take the text verbatim: nothing removed or normalised, so that offsets into the input hold. */
  readonly asIs?: boolean;
}
