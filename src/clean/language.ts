import { eld } from 'eld/extrasmall';
import { isPlainly, plainLanguage } from './function-words.ts';

/** Letters that a text needs before its language is guessed. */
const ENOUGH = 40;

/** UTF-16 units of a text in which its letters tell its language. */
const ENOUGH_FOR_LETTERS = 1000;
/** UTF-16 units of a text in which its small words tell its language, if they do at all. */
const ENOUGH_FOR_WORDS = 1500;

/**
 * The language of a text, ISO 639-1, or `und`. A declared language (`en-GB`) is believed where the text is too short or does not speak
 * clearly against it.
 */
export function languageOf(text: string, declared?: string): string {
  const said = /^[a-z]{2,3}(?![a-z])/i.exec(declared ?? '')?.[0].toLowerCase();
  const plain = plainLanguage(text.slice(0, ENOUGH_FOR_WORDS));
  if (plain !== null) return plain;
  const letters = text.slice(0, ENOUGH_FOR_LETTERS).replace(/[^\p{L}\s]+/gu, ' ');
  if (letters.replace(/\s/g, '').length < ENOUGH) return said ?? 'und';
  const found = eld.detect(letters);
  if (found.language === '') return said ?? 'und';
  if (said && said !== found.language && !found.isReliable()) return said;
  return found.language;
}

/** The language of a passage where it is not the article's, else null. Of short ones only what is sure. */
export function otherLanguageOf(text: string, language: string): string | null {
  if (isPlainly(language, text)) return null;
  const found = guessedLanguage(text);
  return found !== language ? found : null;
}

/** The language that a passage of at least twelve letters surely is in; null where that cannot be told. */
export function guessedLanguage(text: string): string | null {
  const letters = text.replace(/[^\p{L}\s]+/gu, ' ').trim();
  if (letters.length < 12) return null;
  const found = eld.detect(letters);
  return found.language !== '' && found.isReliable() ? found.language : null;
}
