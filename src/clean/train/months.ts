/**
 * Writes `src/clean/months.yaml`: the names of the months in many languages, as Unicode's CLDR has them (by way of Intl), with names that
 * CLDR does not use from `months-more.yaml`.
 *
 *     npx tsx src/clean/train/months.ts
 */
import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { readDataFile } from '../../model/data-file.ts';
import { Months, monthName } from '../months.ts';

const LANGUAGES =
  'am ar az be bg bn bs ca cs cy da de el en es et eu fa fi fil fr ga gl he hi hr hu hy id is it ja ka kk ko ky lt lv mk mn ms mt nb ne nl pl ps pt ro ru sk sl sq sr sr-Latn sv sw ta tg th tk tr uk ur uz vi zh'.split(
    ' ',
  );
/** Day and month of 2001, each month once. */
const days = Array.from({ length: 12 }, (_, month) => new Date(Date.UTC(2001, month, 6)));

/** All that Intl calls the months: alone and beside a day (which asks for another case in Slavic languages), long and short. */
function namesOf(language: string): string[][] {
  const lists = days.map((): Set<string> => new Set());
  for (const month of ['long', 'short'] as const)
    for (const day of [undefined, 'numeric'] as const) {
      const format = new Intl.DateTimeFormat(`${language}-u-ca-gregory-nu-latn`, {
        month,
        timeZone: 'UTC',
        ...(day && { day }),
      });
      days.forEach((date, index) => {
        const part = format.formatToParts(date).find(({ type }) => type === 'month')?.value ?? '';
        const name = monthName(part);
        if (/\p{L}/u.test(name) && !/\p{N}/u.test(name) && name.length > 1) lists[index]?.add(name);
      });
    }
  return lists.map((list) => [...list]);
}

const more = Months.parse(readDataFile(new URL('./months-more.yaml', import.meta.url)));
const lines = [
  '# Names of the months by language, January first: from Unicode CLDR by way of Intl, and train/months-more.yaml.',
  '# Written by `npx tsx src/clean/train/months.ts`; not by hand.',
];
const all = new Map(LANGUAGES.map((language) => [language.replace('-Latn', ''), [] as string[][]]));
for (const language of LANGUAGES) {
  const list = all.get(language.replace('-Latn', '')) as string[][];
  namesOf(language).forEach((names, month) => {
    list[month] = [...new Set([...(list[month] ?? []), ...names])];
  });
}
for (const [language, months] of Object.entries(more)) {
  const list = all.get(language) ?? months.map(() => []);
  months.forEach((names, month) => {
    list[month] = [...new Set([...(list[month] ?? []), ...names.map(monthName)])];
  });
  all.set(language, list);
}
for (const [language, months] of all) {
  if (months.some((names) => names.length === 0)) continue;
  lines.push(
    `${language}:`,
    ...months.map((names) => `  - [${names.map((name) => JSON.stringify(name)).join(', ')}]`),
  );
}
writeFileSync(fileURLToPath(new URL('../months.yaml', import.meta.url)), `${lines.join('\n')}\n`);
