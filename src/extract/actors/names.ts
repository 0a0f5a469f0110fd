import type { Document, Entity, Token } from '../../read/index.ts';
import { foldedName } from '../places/gazetteer.ts';
import { knownPlaces } from '../places/known-places.ts';
import { type CountryWord, countries, countryWord } from './countries.ts';
import { actorKnowledge, type KnownActor } from './knowledge.ts';

/** A name in the text, with what is known of it. Names don't overlap. */
export interface Name {
  readonly firstToken: number;
  readonly endToken: number;
  readonly head: number;
  readonly text: string;
  readonly type: 'PER' | 'ORG' | 'LOC' | 'NORP' | 'MISC';
  readonly known?: KnownActor;
  readonly country?: CountryWord;
  readonly entity?: Entity;
}

/**
 * The names of a document: its named entities, and beside them the actors and countries that the lexicon knows, so that
 * a name which the tagger missed is still found. Longer names win.
 */
export function namesOf(document: Document): Name[] {
  const taken = new Uint8Array(document.tokens.length);
  const names: Name[] = [];
  const add = (name: Name) => {
    for (let index = name.firstToken; index < name.endToken; index++) taken[index] = 1;
    names.push(name);
  };
  const spotted = spotKnown(document);
  const entityLength = new Uint8Array(document.tokens.length);
  for (const entity of document.entities)
    for (let index = entity.firstToken; index < entity.endToken; index++)
      entityLength[index] = Math.min(255, entity.endToken - entity.firstToken);
  for (const entity of document.entities)
    if (isPair(document, entity)) entityLength.fill(0, entity.firstToken, entity.endToken);
  for (const name of spotted) {
    let longest = 0;
    for (let index = name.firstToken; index < name.endToken; index++)
      longest = Math.max(longest, entityLength[index] as number);
    if (longest <= name.endToken - name.firstToken) add(name);
  }
  for (const entity of document.entities) {
    let free = true;
    for (let index = entity.firstToken; index < entity.endToken; index++) if (taken[index]) free = false;
    if (!free) continue;
    const text = entity.text.replace(/^(?:the|The)\s+/, '').replace(/['’]s$/, '');
    const known = actorKnowledge().byName.get(text.toLowerCase());
    const country = countryWord(text);
    add({
      firstToken: entity.firstToken,
      endToken: entity.endToken,
      head: entity.head,
      text,
      type: entity.type === 'PER' && isKnownPlace(document, entity) ? 'LOC' : entity.type,
      entity,
      ...(known && { known }),
      ...(country && { country }),
    });
  }
  return names.sort((a, b) => a.firstToken - b.firstToken);
}

/** 'Lashkar-e-Taiba and Jaish-e-Mohammed', tagged as one body: what the lexicon knows of it counts. */
function isPair({ tokens }: Document, { firstToken, endToken, type }: Entity): boolean {
  if (type !== 'ORG' || endToken - firstToken < 3) return false;
  for (let at = firstToken + 1; at < endToken - 1; at++) if (tokens[at]?.upos === 'CCONJ') return true;
  return false;
}

/** 'Cabo Delgado', 'Second Thomas Shoal', taken for a person: a place of several words that our list has. */
function isKnownPlace({ tokens, article }: Document, { firstToken, end, text }: Entity): boolean {
  const { byName } = knownPlaces();
  if (text.includes(' ') && byName.has(foldedName(text))) return true;
  const before = tokens[firstToken - 1];
  const isName = before !== undefined && /^\p{Lu}/u.test(before.text);
  return isName && byName.has(foldedName(article.text.slice(before.start, end)));
}

/** Names of the lexicon in the text, leftmost and longest first. Each token starts at most `longest` look-ups. */
function spotKnown(document: Document): Name[] {
  const { tokens } = document;
  const knowledge = actorKnowledge();
  const most = Math.max(knowledge.longest, countries().longest);
  const names: Name[] = [];
  for (let start = 0; start < tokens.length; ) {
    const first = tokens[start] as Token;
    const isOpening = /^[\p{Lu}]/u.test(first.text) || first.text.toLowerCase() === 'al';
    const lengths = isOpening ? openings().get(openingOf(first.text)) : undefined;
    const isWhole = lengths !== undefined && !isBehindParticle(document, start);
    const name = isWhole ? longestFrom(document, start, most, lengths) : null;
    if (name) names.push(name);
    start = name ? name.endToken : start + 1;
  }
  return names;
}

/** The Praia of 'Mocimboa da Praia' is none by itself. */
function isBehindParticle({ tokens }: Document, index: number): boolean {
  return (
    /^(?:da|do|dos|das)$/.test(tokens[index - 1]?.text ?? '') &&
    /^\p{Lu}/u.test(tokens[index - 2]?.text ?? '')
  );
}

/** How long in UTF-16 units the names are that begin with a word, and the longest of them. */
interface Lengths {
  readonly all: Set<number>;
  longest: number;
}

let loaded: Map<string, Lengths> | null = null;

/** How the names of the lexicon begin: a word that begins none needs no look-up of what follows it, and a run of another length none itself. */
function openings(): ReadonlyMap<string, Lengths> {
  if (loaded) return loaded;
  loaded = new Map();
  for (const names of [actorKnowledge().byName, countries().words])
    for (const name of names.keys()) {
      const opening = openingOf(name);
      const lengths = loaded.get(opening) ?? { all: new Set(), longest: 0 };
      lengths.all.add(name.length);
      lengths.longest = Math.max(lengths.longest, name.length);
      loaded.set(opening, lengths);
    }
  return loaded;
}

/** The first letters and digits of a name, in lower case: `al` of al-Shabaab, `u` of U.S. */
function openingOf(name: string): string {
  return (/^[^\p{L}\p{N}]*([\p{L}\p{N}]+)/u.exec(name)?.[1] ?? name).toLowerCase();
}

function longestFrom(
  document: Document,
  start: number,
  most: number,
  { all, longest }: Lengths,
): Name | null {
  const { tokens, article } = document;
  const first = tokens[start] as Token;
  let best: Name | null = null;
  for (let end = start + 1; end <= Math.min(tokens.length, start + most * 2); end++) {
    const last = tokens[end - 1] as Token;
    if (last.sentence !== first.sentence || last.end - first.start > Math.min(80, longest + POSSESSIVE))
      break;
    const length = last.end - first.start;
    const text = article.text.slice(first.start, last.end);
    if (!all.has(length) && !all.has(length - POSSESSED) && ASCII.test(text)) continue;
    const known = actorKnowledge().byName.get(text.toLowerCase());
    const country = countryWord(text);
    if (!known && (!country || (country.form === 'demonym' && last.upos === 'ADJ'))) continue;
    if (
      known &&
      known.kind !== 'person' &&
      end === start + 1 &&
      text.length <= 4 &&
      text !== text.toUpperCase() &&
      known.names.some((name) => name === text.toUpperCase())
    )
      continue;
    best = {
      firstToken: start,
      endToken: end,
      head: headOf(document, start, end),
      text: text.replace(/['’]s$/, ''),
      type: known
        ? known.kind === 'person'
          ? 'PER'
          : isSeatOf(known, text)
            ? 'LOC'
            : 'ORG'
        : country?.form === 'demonym'
          ? 'NORP'
          : 'LOC',
      ...(known && { known }),
      ...(country && { country }),
    };
  }
  return best;
}

/** What may stand behind a name and belongs to it, `'s`, in UTF-16 units; with room for letters that grow shorter in lower case. */
const POSSESSIVE = 4;

/** The length of `'s`. */
const POSSESSED = 2;

/** Text that is as long in lower case as it is written. */
const ASCII = /^[^\u0080-\uffff]*$/;

/** The token of a run whose head lies outside it. */
export function headOf(document: Document, start: number, end: number): number {
  for (let index = start; index < end; index++) {
    const head = (document.tokens[index] as Token).head;
    if (head < start || head >= end) return index;
  }
  return end - 1;
}

/** Is this name of a known actor the place that stands for it? */
export function isSeatOf(known: KnownActor, name: string): boolean {
  return known.seats?.some((seat) => seat.toLowerCase() === name.toLowerCase()) ?? false;
}

/** Is this a word for the actor's people and things: 'Houthi' of the Houthis? */
export function isAdjectiveOf(known: KnownActor, name: string): boolean {
  return known.adjectives?.some((adjective) => adjective.toLowerCase() === name.toLowerCase()) ?? false;
}

/** Is this a side whose statehood is in dispute: one that places stand for, of no country and no sector? */
export function isDisputedSide(known: KnownActor | undefined): boolean {
  return known?.seats !== undefined && known.country === undefined && known.sector === undefined;
}
