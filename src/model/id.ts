import { hash } from 'node:crypto';

/**
 * Ids are hashes of what they name, so that the same input gives the same id on every run and machine.
 * Crockford base 32 in lower case, five bits a character.
 */
const ALPHABET = '0123456789abcdefghjkmnpqrstvwxyz';

function digest(parts: readonly (string | number)[], length: number): string {
  // One call with text in and out: several times faster than a hash that is fed piece by piece.
  const bytes = hash('sha256', `${parts.join('\u0000')}\u0000`, 'binary');
  let text = '';
  for (let index = 0; index < length; index++) text += ALPHABET[bytes.charCodeAt(index) & 31];
  return text;
}

/** The SHA-256 of raw bytes in lower-case hexadecimal: how collected bytes are addressed. */
export function hashOfBytes(bytes: Uint8Array): string {
  return hash('sha256', bytes, 'hex');
}

/** The id of an article: `a` and 14 characters, from the hash of its raw bytes. */
export function articleIdOf(hash: string): string {
  return `a${digest([hash], 14)}`;
}

/** What an id inside a record names. */
export type IdKind = 'actor' | 'event' | 'claim' | 'condition';

const PREFIX: Record<IdKind, string> = { actor: 'p', event: 'e', claim: 'c', condition: 'k' };

/**
 * Gives out the ids of one record. An id is made of the article's id, the kind and the parts that tell the thing
 * (its type and the place of its trigger, say), so it stays the same while those do, whatever else is found.
 * The same parts asked for twice give two ids.
 */
export function idMaker(articleId: string): (kind: IdKind, ...parts: (string | number)[]) => string {
  const given = new Set<string>();
  return (kind, ...parts) => {
    for (let turn = 0; ; turn++) {
      const id = `${PREFIX[kind]}${digest([articleId, kind, ...parts, turn], 12)}`;
      if (given.has(id)) continue;
      given.add(id);
      return id;
    }
  };
}
