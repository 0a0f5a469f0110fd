import type { Article } from '../../model/index.ts';
import type { Entity, EntityType, Sentence, Token } from '../document.ts';
import { attributesOf, type Surroundings } from './attributes.ts';
import { byWordsBeside } from './beside.ts';
import { loadClusters } from './clusters.ts';
import { consistent } from './consistency.ts';
import { type Draft, withoutOverlaps } from './draft.ts';
import { type Gazetteer, loadGazetteer, type Marks } from './gazetteer.ts';
import { hyphenatedNames } from './given-names.ts';
import { standsForGovernment } from './governments.ts';
import { joined, listedNames, listedPeoples, settled } from './groups.ts';
import { institutions, parted, unbundled } from './institutions.ts';
import { loadNameWords, NAME_WORD, type NameWords } from './name-words.ts';
import { type Roles, rolesOf } from './roles.ts';
import { type Seats, seatsOf } from './seats.ts';
import { EntityTagger } from './tagger.ts';
import { WordBook, type WordFacts } from './words.ts';

/** Languages with a trained model of names in lang/. */
const LANGUAGES = new Set(['en']);

interface Engine {
  readonly tagger: EntityTagger;
  readonly book: WordBook;
  readonly gazetteer: Gazetteer;
  readonly roles: Roles;
  readonly seats: Seats;
  readonly nameWords: NameWords;
}

const engines = new Map<string, Engine>();

/** The trained tagger of a language, by itself; throws where there is none. */
export function entityTaggerOf(language: string): EntityTagger {
  return engineOf(language).tagger;
}

/** Whether lists know a first name as a man's or a woman's; null where they know it as neither or as both. */
export function sexOfFirstName(language: string, name: string): 'he' | 'she' | null {
  const listed = engineOf(language).nameWords.listed(name.toLowerCase());
  const [he, she] = [(listed & NAME_WORD.he) !== 0, (listed & NAME_WORD.she) !== 0];
  return he === she ? null : he ? 'he' : 'she';
}

/** Loaded at first use. */
function engineOf(language: string): Engine {
  const known = engines.get(language);
  if (known) return known;
  const folder = new URL(`../lang/${language}/`, import.meta.url);
  const gazetteer = loadGazetteer(new URL('gazetteer.bin', folder));
  const nameWords = loadNameWords(new URL('name-words.bin', folder));
  const book = new WordBook(loadClusters(new URL('clusters.bin', folder)), nameWords, gazetteer);
  const engine = {
    tagger: new EntityTagger(new URL('entities.bin', folder), book, gazetteer),
    book,
    gazetteer,
    roles: rolesOf(language),
    seats: seatsOf(language),
    nameWords,
  };
  engines.set(language, engine);
  return engine;
}

/**
 * The named entities of an article in text order: persons, bodies and places by a trained tagger, peoples and groups by the
 * gazetteer, made consistent over the article, with roles, affiliations and acronyms as written beside them. An entity
 * never crosses a sentence and no two overlap. Sentences in a language without a model have none.
 */
export function findEntities(
  article: Pick<Article, 'text'>,
  sentences: readonly Sentence[],
  tokens: readonly Token[],
): Entity[] {
  const spoken = sentences.find((sentence) => LANGUAGES.has(sentence.language));
  if (!spoken) return [];
  const { tagger, book, gazetteer, roles, seats, nameWords } = engineOf(spoken.language);
  const drafts: Draft[] = [];
  for (const sentence of sentences) {
    if (!LANGUAGES.has(sentence.language)) continue;
    const { firstToken: first, endToken: end } = sentence;
    const facts: WordFacts[] = [];
    for (let at = first; at < end; at++) facts.push(book.factsOf((tokens[at] as Token).text));
    const marks = gazetteer.mark(facts);
    const raw = taggedNames(tagger, facts, marks, first).flatMap((draft) => untitled(draft, tokens, roles));
    const plain = settled(
      tokens,
      raw
        .flatMap((draft) => unbundled(draft, tokens, roles))
        .flatMap((draft) => parted(draft, tokens, first, roles, book, gazetteer)),
      book,
      gazetteer,
    );
    const peoples = listedPeoples(tokens, first, marks);
    const bodies = withoutOverlaps([
      ...institutions(tokens, first, end, plain, roles),
      ...peoples,
      ...hyphenatedNames(tokens, first, end),
    ]);
    const tagged = [...bodies, ...outside(plain, bodies)];
    drafts.push(...tagged, ...listedNames(tokens, first, tagged, marks));
  }
  const told = byWordsBeside(tokens, withoutOverlaps(drafts), { roles, nameWords, book, gazetteer });
  const whole = joined(tokens, told, roles);
  const names = withoutOverlaps(consistent(tokens, whole)).filter(
    ({ first, end }) => end - first > 1 || !INVOKED.has((tokens[first] as Token).text),
  );
  return finished(article.text, sentences, tokens, names, roles, seats);
}

/** Names that are called upon and do nothing that the news tells. */
const INVOKED: ReadonlySet<string> = new Set(['God', 'Allah', 'Lord', 'Jesus', 'Christ']);

/** The drafts that touch none of the bodies; both are in text order. */
function outside(drafts: readonly Draft[], bodies: readonly Draft[]): Draft[] {
  let next = 0;
  return drafts.filter((draft) => {
    while (next < bodies.length && (bodies[next] as Draft).end <= draft.first) next++;
    const body = bodies[next];
    return body === undefined || draft.end <= body.first;
  });
}

function taggedNames(
  tagger: EntityTagger,
  facts: readonly WordFacts[],
  marks: Marks,
  first: number,
): Draft[] {
  const drafts: Draft[] = [];
  const tags = tagger.tagWords(facts, marks);
  let start = first;
  for (let index = 0; index < tags.length; index++) {
    const tag = tags[index] as number;
    if (tag === 0) continue;
    const name = tagger.tags[tag] as string;
    const place = name.charAt(0);
    if (place === 'B' || place === 'S') start = first + index;
    if (place === 'E' || place === 'S')
      drafts.push({ type: name.slice(2) as EntityType, first: start, end: first + index + 1 });
  }
  return drafts;
}

/** Takes 'Mr' and 'President' from the front of a person's name, 'The' from that of a body or a place. */
function untitled(draft: Draft, tokens: readonly Token[], roles: Roles): Draft[] {
  let first = draft.first;
  const word = (at: number) => (tokens[at] as Token).text.toLowerCase();
  if (draft.type !== 'PER') {
    const article = draft.end - first > 1 && word(first) === 'the' && !roles.withArticle.has(word(first + 1));
    return [article ? { ...draft, first: first + 1 } : draft];
  }
  while (first < draft.end - 1 && roles.titles.has((tokens[first] as Token).text.toLowerCase())) first++;
  return [{ ...draft, first }];
}

function finished(
  text: string,
  sentences: readonly Sentence[],
  tokens: readonly Token[],
  drafts: readonly Draft[],
  roles: Roles,
  seats: Seats,
): Entity[] {
  const draftAt = new Int32Array(tokens.length).fill(-1);
  drafts.forEach(({ first, end }, index) => {
    draftAt.fill(index, first, end);
  });
  const around: Surroundings = { text, tokens, roles, draftAt, drafts };
  return drafts.map((draft, index) => {
    const { first, end, type } = draft;
    const top = tokens.slice(first, end).find((token) => token.head < first || token.head >= end);
    const head = top?.index ?? end - 1;
    const sentence = sentences[(tokens[first] as Token).sentence] as Sentence;
    const [start, stop] = [(tokens[first] as Token).start, (tokens[end - 1] as Token).end];
    return {
      index,
      type,
      start,
      end: stop,
      text: text.slice(start, stop),
      firstToken: first,
      endToken: end,
      head,
      ...(type === 'LOC' && standsForGovernment(tokens, head, text.slice(start, stop), seats)
        ? { standsFor: 'government' as const }
        : {}),
      ...attributesOf(draft, around, sentence.firstToken, sentence.endToken),
    };
  });
}
