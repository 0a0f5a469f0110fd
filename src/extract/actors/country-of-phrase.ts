import { beginsSmall, countries, countryWord } from './countries.ts';
import { actorKnowledge } from './knowledge.ts';
import { offices } from './offices.ts';

/**
 * The country that a phrase names or implies: a nationality or state in it ('the Armenian army' → ARM), a known actor
 * ('Hezbollah' → LBN), at last a capital ('Kyiv police' → UKR). Where several are named, the one before 'to', 'against'
 * and the like. Longer names win over shorter ones at the same place.
 */
export function countryOfPhrase(phrase: string, seats = true): string | undefined {
  const plain = phrase.replace(/^(?:the|The|a|A|an|An)\s+/, '').trim();
  const whole = actorKnowledge().byName.get(plain.toLowerCase());
  if (whole?.country !== undefined) return whole.country;
  const words = plain
    .replace(/-based\b/g, ' based')
    .replace(/\S+-(\p{L}+)/gu, (word, second: string) => (offices().helped.has(second) ? second : word))
    .split(/\s+/)
    .map((word) => word.replace(/^[^\p{L}]+|[^\p{L}.]+$/gu, ''));
  let seat: string | undefined;
  for (let start = 0; start < words.length; start++) {
    if (beginsSmall(words[start] as string)) continue;
    for (let length = Math.min(countries().longest, words.length - start); length > 0; length--) {
      const name = words.slice(start, start + length).join(' ');
      const country = countryWord(name) ?? (name.endsWith('.') ? countryWord(name.slice(0, -1)) : undefined);
      if (country && country.form !== 'seat') return country.country;
      seat ??= country?.country;
      const known = /^\p{Lu}/u.test(name) ? actorKnowledge().byName.get(name.toLowerCase()) : undefined;
      if (known?.country !== undefined && length > 1 && known.kind !== 'person') return known.country;
      seat ??= known?.country;
    }
  }
  return seats ? seat : undefined;
}
