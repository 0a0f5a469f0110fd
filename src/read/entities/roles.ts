import { z } from 'zod';
import { readDataFile } from '../../model/data-file.ts';

const words = z.array(z.string()).transform((list) => new Set(list));

const Roles = z.strictObject({
  roles: words,
  titles: words,
  modifiers: words,
  links: words,
  bodies: words,
  ministries: words,
  contingents: words,
  places: words,
  courtesies: words,
  offices: words,
  institutions: words,
  withArticle: words,
  calendar: words,
});
/** Words of office and rank of a language (`roles.<language>.yaml`). */
export type Roles = z.output<typeof Roles>;

/** Reads and checks them; throws where the file is missing or wrong. */
export function rolesOf(language: string): Roles {
  return Roles.parse(readDataFile(new URL(`./roles.${language}.yaml`, import.meta.url)));
}
