/** PostgreSQL's text search configurations, by ISO 639-1 code; other languages are split into words, not stemmed. */
const CONFIGS: { readonly [language: string]: string } = {
  ar: 'arabic',
  hy: 'armenian',
  eu: 'basque',
  ca: 'catalan',
  da: 'danish',
  nl: 'dutch',
  en: 'english',
  fi: 'finnish',
  fr: 'french',
  de: 'german',
  el: 'greek',
  hi: 'hindi',
  hu: 'hungarian',
  id: 'indonesian',
  ga: 'irish',
  it: 'italian',
  lt: 'lithuanian',
  ne: 'nepali',
  no: 'norwegian',
  nb: 'norwegian',
  nn: 'norwegian',
  pt: 'portuguese',
  ro: 'romanian',
  ru: 'russian',
  sr: 'serbian',
  es: 'spanish',
  sv: 'swedish',
  ta: 'tamil',
  tr: 'turkish',
  yi: 'yiddish',
};

export const PLAIN_CONFIG = 'simple';

export function searchConfigOf(language: string): string {
  return CONFIGS[language.slice(0, 2).toLowerCase()] ?? PLAIN_CONFIG;
}
