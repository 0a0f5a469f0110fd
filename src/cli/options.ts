import { InvalidArgumentError, Option } from 'commander';
import { type FetchOptions, LIMITS, sizeInWords } from '../collect/index.ts';
import { isEdtf, TrucelineError } from '../model/index.ts';

/** Options that several commands share, each made anew so that commander can own it. */

export const publishedOption = () =>
  new Option(
    '--published <date>',
    'the publication date, such as 2023-03-06 (otherwise taken from the page)',
  ).argParser((value: string) => {
    if (!isEdtf(value) || value.includes('/')) throw new TrucelineError('E_DATE', { value });
    return value;
  });

export const languageOption = () =>
  new Option('--language <code>', 'the language, ISO 639 (otherwise recognised)').argParser(
    (value: string) => {
      if (!/^[a-z]{2,3}$/.test(value)) throw new TrucelineError('E_LANGUAGE', { value });
      return value;
    },
  );

export const urlOption = () => new Option('--url <address>', 'the address that the page comes from');

export const allowPrivateOption = () =>
  new Option('--allow-private', 'fetch from private addresses and this machine too');

export const timeoutOption = () =>
  new Option('--timeout <seconds>', 'give up a page after this time').default(60).argParser(positive);

export const maxSizeOption = () =>
  new Option('--max-size <size>', 'largest input, such as 500k or 50M')
    .default(LIMITS.maxBytes, sizeInWords(LIMITS.maxBytes))
    .argParser(sizeOf);

export const workersOption = () =>
  new Option('--workers <number>', 'how many cores to use (all where not given)').argParser(wholePositive);

export const minConfidenceOption = () =>
  new Option(
    '--min-confidence <number>',
    'leave out lines that are less sure than this, 0 to 1 (see docs/confidence.md)',
  )
    .default(0)
    .argParser((value: string) => {
      const number = Number(value);
      if (value.trim() === '' || !(number >= 0 && number <= 1))
        throw new InvalidArgumentError('It must be a number from 0 to 1.');
      return number;
    });

export const portOption = (port: number) =>
  new Option('--port <number>', 'port to listen on; 0 takes any free one').default(port).argParser(portOf);

function portOf(value: string): number {
  const port = Number(value);
  if (!Number.isInteger(port) || port < 0 || port > 65_535)
    throw new InvalidArgumentError('It must be 0 to 65535.');
  return port;
}

function positive(value: string): number {
  const number = Number(value);
  if (!Number.isFinite(number) || number <= 0) throw new InvalidArgumentError('It must be a number above 0.');
  return number;
}

export function wholePositive(value: string): number {
  const number = positive(value);
  if (!Number.isInteger(number)) throw new InvalidArgumentError('It must be a whole number.');
  return number;
}

const UNITS: { readonly [unit: string]: number } = { '': 1, k: 1024, m: 1024 ** 2, g: 1024 ** 3 };

function sizeOf(value: string): number {
  const match = /^(\d{1,9}(?:\.\d{1,3})?)([kmg]?)b?$/i.exec(value);
  const size = match ? Number(match[1]) * (UNITS[(match[2] ?? '').toLowerCase()] ?? 1) : 0;
  if (size < 1) throw new InvalidArgumentError('It must be a size such as 500k or 50M.');
  return Math.floor(size);
}

/** What the options above say of the pages to collect. */
export interface PageFlags {
  readonly published?: string;
  readonly language?: string;
  readonly url?: string;
  readonly allowPrivate?: true;
  readonly timeout: number;
  readonly maxSize: number;
}

export function fetchOptionsOf(flags: PageFlags): FetchOptions {
  const { published, language, url, allowPrivate, timeout, maxSize } = flags;
  return {
    ...(published && { published }),
    ...(language && { language }),
    ...(url && { url }),
    ...(allowPrivate && { allowPrivate }),
    timeoutSeconds: timeout,
    maxBytes: maxSize,
  };
}

export function poolOptionsOf({ workers, timeout }: { readonly workers?: number; readonly timeout: number }) {
  return { ...(workers !== undefined && { workers }), timeoutSeconds: timeout };
}
