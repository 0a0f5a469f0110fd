import { locale } from '../messages/index.ts';
import codes from './country-codes.json' with { type: 'json' };

const alpha2: Readonly<Record<string, string>> = codes;
const regions = new Intl.DisplayNames(locale, { type: 'region' });
const languages = new Intl.DisplayNames(locale, { type: 'language' });

/** Name of a country by its ISO 3166-1 alpha-3 code; the code where it is not known. */
export function countryName(code: string): string {
  const short = alpha2[code];
  try {
    return short ? (regions.of(short) ?? code) : code;
  } catch {
    return code;
  }
}

/** Name of a language by its ISO 639 code; the code where it is not known. */
export function languageName(code: string): string {
  try {
    return languages.of(code) ?? code;
  } catch {
    return code;
  }
}

/** Who an article is from, where that is known: its outlet, else the host of its address. */
export function sourceName(article: { outlet?: string; url?: string }): string | undefined {
  if (article.outlet) return article.outlet;
  const address = safeAddress(article.url);
  return address === undefined ? undefined : new URL(address).hostname;
}

/** The last part of a path. */
export function fileName(path: string): string {
  return path.split(/[\\/]/).findLast((part) => part !== '') ?? path;
}

/** Addresses come from pages: only http and https ones may become links. */
export function safeAddress(address: string | undefined): string | undefined {
  if (address === undefined) return undefined;
  try {
    const url = new URL(address);
    return url.protocol === 'http:' || url.protocol === 'https:' ? url.href : undefined;
  } catch {
    return undefined;
  }
}
