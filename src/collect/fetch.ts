import { lookup as resolve } from 'node:dns';
import type { LookupFunction } from 'node:net';
import { TrucelineError } from '../model/index.ts';
import { isPublicAddress, literalAddress } from './address.ts';
import { LIMITS } from './limits.ts';
import { makePage, type PageOptions } from './make-page.ts';
import type { Page } from './page.ts';
import { tooLarge } from './unpack.ts';

export interface FetchOptions extends PageOptions {
  /** Seconds for the whole fetch, redirects and body included. */
  readonly timeoutSeconds?: number;
  /** Allow addresses of private networks and of this machine. */
  readonly allowPrivate?: boolean;
}

const USER_AGENT = 'Truceline/0.1 (news reader; one page at a time)';

/**
 * Fetches one page. Every host on the way is resolved once and connected to at the very address that was checked, so a
 * name cannot point elsewhere in between. Throws E_URL, E_PRIVATE_ADDRESS, E_UNREACHABLE, E_SLOW, E_REDIRECTS,
 * E_HTTP_STATUS, and what {@link makePage} throws.
 */
export async function fetchPage(address: string, options: FetchOptions = {}): Promise<Page> {
  const { timeoutSeconds = LIMITS.fetchSeconds, allowPrivate = false, ...pageOptions } = options;
  const maxBytes = options.maxBytes ?? LIMITS.maxBytes;
  // Loaded here only: reading files needs no client.
  const { Agent, fetch } = await import('undici');
  const connect = allowPrivate ? {} : { lookup: guardedLookup };
  const dispatcher = new Agent({ connections: 1, pipelining: 0, connect });
  const signal = AbortSignal.timeout(timeoutSeconds * 1000);
  try {
    let url = httpUrl(address);
    for (let hop = 0; hop <= LIMITS.redirects; hop++) {
      if (!allowPrivate) refuseLiteral(url, address);
      const response = await fetch(url, {
        dispatcher,
        signal,
        redirect: 'manual',
        headers: { 'user-agent': USER_AGENT, accept: 'text/html, text/plain;q=0.9, */*;q=0.1' },
      });
      const next = response.headers.get('location');
      if (response.status >= 300 && response.status < 400 && next !== null) {
        await response.body?.cancel();
        url = httpUrl(next, url);
        continue;
      }
      if (!response.ok) throw new TrucelineError('E_HTTP_STATUS', { url: address, status: response.status });
      const bytes = await bodyOf(response.body, address, maxBytes);
      const contentType = response.headers.get('content-type');
      return makePage(bytes, address, { url: url.href, ...(contentType && { contentType }), ...pageOptions });
    }
    throw new TrucelineError('E_REDIRECTS', { url: address, limit: LIMITS.redirects });
  } catch (error) {
    throw asFetchError(error, address, timeoutSeconds);
  } finally {
    await dispatcher.destroy();
  }
}

/** Is this argument an address, rather than a path? */
export function isHttpAddress(text: string): boolean {
  return /^https?:\/\//i.test(text);
}

function httpUrl(text: string, base?: URL): URL {
  let url: URL;
  try {
    url = new URL(text, base);
  } catch {
    throw new TrucelineError('E_URL', { url: text });
  }
  if (url.protocol !== 'http:' && url.protocol !== 'https:') throw new TrucelineError('E_URL', { url: text });
  url.hash = '';
  return url;
}

function refuseLiteral(url: URL, asked: string): void {
  const literal = literalAddress(url.hostname);
  if (literal !== null && !isPublicAddress(literal)) {
    throw new TrucelineError('E_PRIVATE_ADDRESS', { url: asked, address: literal });
  }
}

/** Marks a refused address on its way through undici, which wraps what its connector throws. */
class PrivateAddress extends Error {
  readonly address: string;
  constructor(address: string) {
    super(`private address ${address}`);
    this.address = address;
  }
}

const guardedLookup: LookupFunction = (hostname, options, callback) => {
  resolve(hostname, { ...options, all: true }, (error, found) => {
    if (error) return callback(error, '', 4);
    const bad = found.find(({ address }) => !isPublicAddress(address));
    if (bad) return callback(new PrivateAddress(bad.address), '', 4);
    if (options.all) return callback(null, found);
    const [first] = found;
    callback(null, first?.address ?? '', first?.family ?? 4);
  });
};

async function bodyOf(
  body: ReadableStream<Uint8Array> | null,
  origin: string,
  maxBytes: number,
): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  if (body) {
    for await (const chunk of body as AsyncIterable<Uint8Array>) {
      size += chunk.length;
      if (size > maxBytes) throw tooLarge(origin, maxBytes);
      chunks.push(chunk);
    }
  }
  return Buffer.concat(chunks);
}

function asFetchError(error: unknown, url: string, seconds: number): unknown {
  if (error instanceof TrucelineError) return error;
  for (
    let cause: unknown = error, depth = 0;
    cause instanceof Error && depth < 5;
    cause = cause.cause, depth++
  ) {
    if (cause instanceof PrivateAddress)
      return new TrucelineError('E_PRIVATE_ADDRESS', { url, address: cause.address });
    if (cause.name === 'TimeoutError') return new TrucelineError('E_SLOW', { url, seconds });
  }
  const cause = (error as { cause?: unknown }).cause;
  const detail = cause instanceof Error ? cause.message : (error as Error).message;
  return new TrucelineError('E_UNREACHABLE', { url, detail }, error);
}
