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
