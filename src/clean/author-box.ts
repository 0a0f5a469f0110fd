import { z } from 'zod';
import { readDataFile } from '../model/data-file.ts';
import { folded } from './phrases.ts';

const LONGEST = 500;
const { bio } = z
  .looseObject({ bio: z.array(z.string()) })
  .parse(readDataFile(new URL('./byline-words.yaml', import.meta.url)));
const ABOUT = new RegExp(
  `^[\\s,]{0,2}(?:\\p{Lu}?\\p{L}*\\s){0,2}(?:${bio.toSorted((a, b) => b.length - a.length).join('|')})(?!\\p{L})`,
  'u',
);
const ADDRESS = /[\w.+-]{1,40}@[\w-]{1,40}\.\w{2}|(?<!\p{L})@\w{2,20}/u;

/** Whether a line tells of the writer, not of the story: `Ana Petrova covers the border for the Valley Post. Reach her at …`. */
export function isAboutWriter(line: string, byline: string | undefined): boolean {
  if (!byline || line.length > LONGEST) return false;
  const text = line.replace(/^[\s*–—•-]+/u, '');
  return byline.split(/,\s|\s(?:and|und|et|y|e|и|та)\s/u).some((name) => {
    if (!name.includes(' ') || !folded(text).startsWith(`${folded(name)} `)) return false;
    const rest = text.slice(name.length);
    return ABOUT.test(rest) || ADDRESS.test(rest);
  });
}
