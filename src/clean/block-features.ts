import { AROUND, type Block, type Box } from './html-blocks.ts';
import { folded, furniturePhrase } from './phrases.ts';
import { containerOf, runOf, worthOf } from './body.ts';

/** What else of the page speaks for or against a block. */
export interface PageContext {
  readonly title?: string | undefined;
  readonly description?: string | undefined;
  /** Text of the story in the page's own data, if it gives one. */
  readonly articleBody?: string | undefined;
}

const HINTS: { readonly [reason: string]: number } = {
  caption: 1,
  byline: 2,
  'author-box': 3,
  share: 4,
  subscription: 5,
  advertisement: 6,
  'related-stories': 7,
  hidden: 8,
  boilerplate: 9,
  'cookie-notice': 10,
  comment: 11,
  'comment-form': 12,
  breadcrumb: 13,
  navigation: 14,
};
const PHRASES: { readonly [reason: string]: number } = {
  'injected-link': 1,
  'related-stories': 2,
  subscription: 3,
  share: 4,
  advertisement: 5,
  'comment-form': 6,
  copyright: 7,
  navigation: 8,
  'cookie-notice': 9,
  'spam-notice': 10,
};
const SENTENCE_END = /[.!?…。！？][”"»“’')\]」』]*$/u;
const SENTENCE = /[.!?…][”"»’')\]]*\s|[。！？]/gu;
const SHINGLE = 5;

/** A line of words, five in a row, that tells whether one text holds the beginning of another. */
function shinglesOf(text: string | undefined): Set<string> {
  const found = new Set<string>();
  if (!text) return found;
  const words = folded(text.replace(/<[^<>]{0,500}>/g, ' ')).split(' ');
  for (let at = 0; at + SHINGLE <= words.length; at++) found.add(words.slice(at, at + SHINGLE).join(' '));
  return found;
}

function shareIn(words: readonly string[], shingles: ReadonlySet<string>): number {
  if (shingles.size === 0 || words.length < SHINGLE) return 0;
  let hits = 0;
  let looked = 0;
  for (let at = 0; at + SHINGLE <= words.length && looked < 8; at += SHINGLE, looked++)
    if (shingles.has(words.slice(at, at + SHINGLE).join(' '))) hits++;
  return hits / looked;
}

const count = (text: string, pattern: RegExp) => {
  let hits = 0;
  pattern.lastIndex = 0;
  while (pattern.test(text)) hits++;
  return hits;
};
/** Counts are squeezed, so that one threshold means much the same on short and long pages. */
const squeezed = (value: number) => Math.sign(value) * Math.log2(1 + Math.abs(value));
const headingLevel = (kind: string) => (/^h[1-6]$/.test(kind) ? Number(kind[1]) : 0);

/** What is measured of each block on its own, before its neighbours are looked at. */
interface Own {
  readonly length: number;
  readonly linkShare: number;
  readonly worth: number;
  readonly hint: number;
  readonly heading: number;
}

/**
 * Features of all blocks of a page, a row a block, for the forest in `story-model.ts`: its own text, the elements around it, its place,
 * its neighbours, and what the run of greatest worth says. Returns the names of the columns too. Linear.
 */
export function featuresOf(blocks: readonly Block[], context: PageContext): { rows: number[][]; names: string[] } {
  const names: string[] = [];
  const rows: number[][] = [];
  const title = folded(context.title ?? '');
  const titleWords = new Set(title.split(' ').filter((word) => word.length > 3));
  const description = shinglesOf(context.description);
  const body = shinglesOf(context.articleBody);
  const worth = blocks.map(worthOf);
  const run = runOf(worth);
  const container = run ? containerOf(blocks, worth, run.from, run.to) : null;
  const foldedTexts = blocks.map(({ text }) => folded(text.slice(0, 1500)));
  const copies = new Map<string, number>();
  for (const text of foldedTexts) copies.set(text, (copies.get(text) ?? 0) + 1);
  const own: Own[] = blocks.map((block, index) => ({
    length: block.text.length,
    linkShare: Math.min(1, block.linkLength / block.text.length),
    worth: worth[index] as number,
    hint: block.hint ? (HINTS[block.hint] ?? 15) : 0,
    heading: headingLevel(block.kind),
  }));
  let titleAt = -1;
  blocks.forEach(({ hint }, index) => {
    const own = foldedTexts[index] as string;
    if (titleAt >= 0 || title === '' || own.length < 8) return;
    if (own === title || (hint === null && headingLevel(blocks[index]?.kind ?? '') === 1 && title.startsWith(own)))
      titleAt = index;
  });
  const sums: number[] = [0];
  own.forEach(({ worth: value }) => sums.push((sums.at(-1) as number) + Math.max(0, value)));
  const allWorth = Math.max(1, sums.at(-1) as number);
  const sumAtTitle = titleAt < 0 ? 0 : (sums[titleAt] as number);
  let rootProse = 1;
  for (const { box } of blocks) {
    let at: Box = box;
    for (let steps = 0; at.parent && steps < 60; steps++) at = at.parent;
    rootProse = Math.max(rootProse, at.prose);
    break;
  }
  const edge: Own = { length: 0, linkShare: -1, worth: 0, hint: -1, heading: 0 };
  blocks.forEach((block, index) => {
    const { text, box, kind } = block;
    const me = own[index] as Own;
    const row: number[] = [];
    const put = (name: string, value: number) => {
      if (index === 0) names.push(name);
      row.push(value);
    };
    const words = (foldedTexts[index] as string).split(' ');
    put('length', squeezed(me.length));
    put('words', squeezed(words.length));
    put('wordLength', me.length / words.length);
    put('linkShare', me.linkShare);
    put('strongShare', Math.min(1, block.strongLength / me.length));
    const head = text.slice(0, 1500);
    put('sentences', count(head, SENTENCE));
    put('endsSentence', SENTENCE_END.test(text.slice(-8)) ? 1 : 0);
    put('endsColon', /[:：]$/.test(text) ? 1 : 0);
    put('commas', count(head, /[,、，،]/g) / words.length);
    put('digitShare', count(head, /\d/g) / head.length);
    put('upperShare', count(head, /\p{Lu}/gu) / head.length);
    put('startsLower', /^\p{Ll}/u.test(text) ? 1 : 0);
    put('hasYear', /\b(?:19|20)\d\d\b/.test(head) ? 1 : 0);
    put('mark', /[©|@]/.test(head) ? 1 : 0);
    put('quote', /^["“«„「'‘]/.test(text) ? 1 : 0);
    const phrase = furniturePhrase(text);
    put('phrase', phrase ? (PHRASES[phrase.reason] ?? 11) : 0);
    put('phraseWhole', phrase?.isWhole ? 1 : 0);
    put('isParagraph', kind === 'p' ? 1 : 0);
    put('heading', me.heading);
    put('isItem', kind === 'li' || kind === 'dd' || kind === 'dt' ? 1 : 0);
    put('isDiv', kind === 'div' || kind === 'section' || kind === 'article' ? 1 : 0);
    put('hint', me.hint);
    let hintSteps = 0;
    for (let at: Box | null = box; at && hintSteps < 12; at = at.parent, hintSteps++) if (at.ownHint) break;
    put('hintSteps', hintSteps);
    for (const tag of ['article', 'main', 'aside', 'header', 'ul', 'table', 'blockquote', 'figure'])
      put(tag, box.around & (AROUND[tag] as number) ? 1 : 0);
    put('toStory', box.toStory < 0 ? 20 : box.toStory);
    put('depth', box.depth);
    put('place', index / blocks.length);
    put('worthPlace', (sums[index] as number) / allWorth);
    put('afterTitle', titleAt < 0 ? 0 : squeezed(index - titleAt));
    put('worthAfterTitle', titleAt < 0 ? -1 : ((sums[index] as number) - sumAtTitle) / allWorth);
    put('copies', copies.get(foldedTexts[index] as string) ?? 1);
    let titleHits = 0;
    if (words.length < 60) for (const word of words) if (titleWords.has(word)) titleHits++;
    put('titleShare', titleWords.size === 0 ? 0 : titleHits / titleWords.size);
    put('isTitle', foldedTexts[index] === title ? 1 : 0);
    put('inDescription', shareIn(words, description));
    put('inBody', body.size === 0 ? -1 : shareIn(words, body));
    let at: Box | null = box;
    for (const name of ['own', 'parent', 'grand', 'great']) {
      put(`${name}Prose`, at ? at.prose / rootProse : -1);
      put(`${name}Link`, at ? at.linkLength / Math.max(1, at.length) : -1);
      put(`${name}Blocks`, at ? squeezed(at.blocks) : -1);
      put(`${name}Twins`, at ? squeezed(at.twins) : -1);
      at = at?.parent ?? null;
    }
    const isSibling = (other: Block | undefined) => (other?.box.parent === box.parent ? 1 : 0);
    const isTwin = (other: Block | undefined) => (other?.box.twinKey === box.twinKey ? 1 : 0);
    put('siblingBefore', isSibling(blocks[index - 1]));
    put('siblingAfter', isSibling(blocks[index + 1]));
    put('twinBefore', isTwin(blocks[index - 1]));
    put('twinAfter', isTwin(blocks[index + 1]));
    for (const step of [-3, -2, -1, 1, 2, 3]) {
      const other = own[index + step] ?? edge;
      put(`length${step}`, squeezed(other.length));
      put(`link${step}`, other.linkShare);
      put(`worth${step}`, other.worth);
      put(`hint${step}`, other.hint);
      put(`heading${step}`, other.heading);
    }
    put('worth', me.worth);
    put('inRun', run && index >= run.from && index <= run.to ? 1 : 0);
    put('fromRun', run ? squeezed(index - run.from) : 0);
    put('toRun', run ? squeezed(index - run.to) : 0);
    put('runShare', run ? ((sums[run.to + 1] as number) - (sums[run.from] as number)) / allWorth : 0);
    let steps = 0;
    let up: Box | null = box;
    while (up && up !== container && steps < 30) {
      up = up.parent;
      steps++;
    }
    put('inContainer', container && up === container ? steps : -1);
    put('containerShare', container ? container.prose / rootProse : 0);
    put('blocks', squeezed(blocks.length));
    put('allWorth', squeezed(allWorth));
    rows.push(row);
  });
  return { rows, names };
}
