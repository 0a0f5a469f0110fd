import claims from './en/claims.json' with { type: 'json' };
import desk from './en/desk.json' with { type: 'json' };
import places from './en/places.json' with { type: 'json' };
import record from './en/record.json' with { type: 'json' };
import work from './en/work.json' with { type: 'json' };

const en = { ...record, ...desk, ...claims, ...places, ...work };

/** Every string that a person sees. Another language is another folder with the same keys. */
export type MessageKey = keyof typeof en;
type PluralKey = MessageKey extends infer Key ? (Key extends `${infer Stem}_other` ? Stem : never) : never;
type Details = Readonly<Record<string, string | number>>;

const messages: Readonly<Record<string, string>> = en;
export const locale = 'en-GB';
const plural = new Intl.PluralRules(locale);
const numbers = new Intl.NumberFormat(locale);
const compact = new Intl.NumberFormat(locale, { notation: 'compact', maximumSignificantDigits: 2 });

/** The message with its details filled in. */
export function t(key: MessageKey, details: Details = {}): string {
  return filled(messages[key] as string, details);
}

/** The message in the form that `count` asks for; `{count}` is the number as people write it. */
export function tn(key: PluralKey, count: number, details: Details = {}): string {
  const form = messages[`${key}_${plural.select(count)}`] ?? messages[`${key}_other`];
  return filled(form as string, { count: number(count), ...details });
}

/** The message for a word that the record uses (`type.ASSAULT`); the word itself where there is none yet. */
export function term(group: string, word: string): string {
  return messages[`${group}.${word}`] ?? word;
}

export function number(value: number): string {
  return numbers.format(value);
}

/** In few letters, where there is little room: 1.5K. */
export function shortNumber(value: number): string {
  return value < 1000 ? number(value) : compact.format(value);
}

function filled(message: string, details: Details): string {
  return message.replace(/\{(\w+)\}/g, (whole, name: string) => String(details[name] ?? whole));
}
