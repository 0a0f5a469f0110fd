import type { Entity } from '../document.ts';
import type { ReferenceWords } from './lexicon.ts';

/** A name for comparison: lower case, no article, no possessive, plain apostrophes. */
export function plainName(text: string): string {
  return text
    .toLowerCase()
    .replaceAll('’', "'")
    .replace(/\s+/g, ' ')
    .replace(/^the /, '')
    .replace(/'s?$/, '');
}

/**
 * Gives each entity the key of its chain: the same name, an alias, an acronym introduced beside the name, a person's last
 * (or first) name where one full name of the article ends in it (begins with it), a body's short name where one longer name ends in it
 * ('Defense Ministry' for 'Azerbaijani Defense Ministry'). Two candidates are none.
 */
export function nameKeys(entities: readonly Entity[], words: ReferenceWords): string[] {
  const alias = aliasesOf(words);
  const canonical = (name: string) => alias.get(name) ?? name;
  const surnames = new Map<string, Set<string>>();
  const endings = new Map<string, Set<string>>();
  const acronyms = new Map<string, Set<string>>();
  const firsts = new Map<string, Set<string>>();
  const initials = new Map<string, Set<string>>();
  const note = (map: Map<string, Set<string>>, key: string, name: string) => {
    const set = map.get(key);
    if (set) set.add(name);
    else map.set(key, new Set([name]));
  };
  for (const entity of entities) {
    const name = plainName(entity.text);
    const parts = name.split(' ');
    if (entity.acronym) note(acronyms, plainName(entity.acronym), canonical(name));
    if (parts.length < 2) continue;
    if (entity.type === 'PER') {
      const surname = parts.at(-1) as string;
      note(surnames, surname, name);
      // 'al-Burhan', then 'Burhan'
      const bare = surname.replace(/^(?:al|el|as|ad|ar|at|az|an|ash)-/, '');
      if (bare !== surname) note(surnames, bare, name);
      note(firsts, parts[0] as string, name);
    }
    if (entity.type === 'ORG' || entity.type === 'LOC')
      note(initials, initialsOf(entity.text), canonical(name));
    if (entity.type === 'ORG') {
      for (let from = 1; from < parts.length && from < 6; from++) {
        if (parts.length - from >= 2) note(endings, parts.slice(from).join(' '), canonical(name));
      }
      // 'the Church' for the Church of N, 'the Foundation' for the N Foundation.
      for (const part of [parts[0], parts.at(-1)] as string[])
        if (words.bodies.has(part)) note(endings, part, canonical(name));
    }
  }
  const only = (set: Set<string> | undefined) => (set?.size === 1 ? ([...set][0] as string) : undefined);
  // 'CBC' where the article names the Canadian Broadcasting Corporation and nothing else of those letters.
  const spelledOut = (text: string) =>
    /^\p{Lu}{3,6}$/u.test(text) && canonical(plainName(text)) === plainName(text)
      ? only(initials.get(text))
      : undefined;
  return entities.map((entity) => {
    const name = plainName(entity.text);
    switch (entity.type) {
      case 'PER': {
        const alone = !name.includes(' ');
        const full = alone
          ? (only(surnames.get(name)) ?? (surnames.has(name) ? undefined : only(firsts.get(name))))
          : undefined;
        return `PER ${full ?? name}`;
      }
      case 'ORG':
      case 'MISC':
        return `ORG ${only(acronyms.get(name)) ?? only(endings.get(name)) ?? spelledOut(entity.text) ?? canonical(name)}`;
      case 'LOC':
        return `LOC ${canonical(name)}`;
      default:
        return `NORP ${name}`;
    }
  });
}

const aliases = new WeakMap<ReferenceWords, ReadonlyMap<string, string>>();

/** Other names of what is called by several, with the first of them. */
function aliasesOf(words: ReferenceWords): ReadonlyMap<string, string> {
  let known = aliases.get(words);
  if (!known) {
    known = new Map(words.aliases.flatMap((set) => set.map((name) => [name, set[0] as string] as const)));
    aliases.set(words, known);
  }
  return known;
}

/** The capitals that a name's words begin with. */
function initialsOf(text: string): string {
  return [...text.matchAll(/(?<![\p{L}\d])\p{Lu}/gu)].map(([letter]) => letter).join('');
}
