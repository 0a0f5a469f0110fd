import { articleIdOf, hashOfBytes, TrucelineError } from '../model/index.ts';
import { LIMITS } from './limits.ts';
import type { Page } from './page.ts';
import { contentOf } from './sniff.ts';
import { unpack } from './unpack.ts';

/** What a caller may fix about its inputs. */
export interface PageOptions {
  readonly id?: string;
  readonly url?: string;
  readonly contentType?: string;
  readonly format?: 'html' | 'text';
  readonly published?: string;
  readonly title?: string;
  readonly language?: string;
  readonly asIs?: boolean;
  /** Largest input in bytes, after unpacking. */
  readonly maxBytes?: number;
}

/**
 * Makes a page of raw bytes: unpacks gzip, refuses what is empty, binary or too large.
 * Throws E_EMPTY, E_BINARY, E_TOO_LARGE, E_BAD_GZIP.
 */
export function makePage(raw: Uint8Array, origin: string, options: PageOptions = {}): Page {
  const bytes = unpack(raw, origin, options.maxBytes ?? LIMITS.maxBytes);
  const content = contentOf(bytes);
  if (content.kind === 'empty') throw new TrucelineError('E_EMPTY', { path: origin });
  if (content.kind === 'binary') throw new TrucelineError('E_BINARY', { path: origin, kind: content.what });
  if (content.kind === 'gzip')
    throw new TrucelineError('E_BINARY', { path: origin, kind: 'gzip inside gzip inside gzip' });
  const hash = hashOfBytes(bytes);
  const { maxBytes: _, id, ...known } = options;
  return { ...known, id: id ?? articleIdOf(hash), bytes, hash, origin };
}
