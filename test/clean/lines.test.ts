import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { isAboutWriter } from '../../src/clean/author-box.ts';
import { isCredited } from '../../src/clean/caption.ts';
import { isDateline } from '../../src/clean/dateline.ts';
import { headlineIn } from '../../src/clean/related.ts';
import { readDataFile } from '../../src/model/data-file.ts';

const Case = z.strictObject({
  line: z.string(),
  dateline: z.boolean().optional(),
  credited: z.boolean().optional(),
  writer: z.boolean().optional(),
});
const cases = z.array(Case).parse(readDataFile(new URL('./lines.cases.yaml', import.meta.url)));

describe('a line by the headline or at the end', () => {
  it.each(cases.map((entry) => [entry.line, entry] as const))('%s', (line, wanted) => {
    if (wanted.dateline !== undefined) expect(isDateline(line)).toBe(wanted.dateline);
    if (wanted.credited !== undefined) expect(isCredited(line)).toBe(wanted.credited);
    if (wanted.writer !== undefined) expect(isAboutWriter(line, 'Ana Petrova')).toBe(wanted.writer);
  });
});

describe('the headline in a line that leads elsewhere', () => {
  it.each([
    ['See also: Storm closes the port', 'Storm closes the port'],
    ['See also Storm closes the port', 'Storm closes the port'],
    ['Read also | “The road is open”', '“The road is open”'],
    ['Կարդացեք նաև՝ Ձյան պատճառով դպրոց է փակվել', 'Ձյան պատճառով դպրոց է փակվել'],
    ['Leggi anche:', null],
    ['Related stories', null],
    ['Storm: the port stays closed', 'Storm: the port stays closed'],
  ])('%s', (line, headline) => expect(headlineIn(line)).toBe(headline));
});
