import { MOST_STEPS, neighboursOf, stepsToCommon } from './block-neighbours.ts';
import { HEAD, measuresOf, signsOf } from './block-text.ts';
import { containerOf, runOf, worthOf } from './block-worth.ts';
import type { Box } from './box.ts';
import type { Block } from './html-blocks.ts';
import { folded } from './phrases.ts';
import { AROUND } from './tags.ts';

/** What else of the page speaks for or against a block. */
export interface PageContext {
  readonly title?: string | undefined;
  readonly description?: string | undefined;
  /** Text of the story in the page's own data, if it gives one. */
  readonly articleBody?: string | undefined;
  /** Name of the outlet, and the page's address: furniture speaks of its own house. */
  readonly outlet?: string | undefined;
  readonly url?: string | undefined;
}

/** Rows of features, a row a block, in the order of `names`. */
export interface Features {
  readonly rows: readonly (readonly number[])[];
  readonly names: readonly string[];
  /** The block that is the title; -1 where none is. */
  readonly titleAt: number;
}

const HINTS =
  'caption byline author-box share subscription advertisement related-stories hidden boilerplate cookie-notice comment comment-form breadcrumb navigation'.split(
    ' ',
  );
const PHRASES =
  'injected-link related-stories subscription share advertisement comment-form copyright navigation cookie-notice spam-notice'.split(
    ' ',
  );
/** Place of a reason in its list, from 1; what is not in it comes last. */
const codeOf = (list: readonly string[], reason: string) => list.indexOf(reason) + 1 || list.length + 1;
const SURROUNDINGS = ['article', 'main', 'aside', 'header', 'ul', 'table', 'blockquote', 'figure'].map(
  (tag) => [tag, AROUND[tag] as number] as const,
);
const STEPS = [-3, -2, -1, 1, 2, 3].map((step) => ({
  step,
  length: `length${step}`,
  link: `link${step}`,
  worth: `worth${step}`,
  hint: `hint${step}`,
  heading: `heading${step}`,
}));
const BOXES = ['own', 'parent', 'grand', 'great'].map((name) => ({
  prose: `${name}Prose`,
  link: `${name}Link`,
  blocks: `${name}Blocks`,
  twins: `${name}Twins`,
}));
const SHINGLE = 5;
/** Share of the words of one text that must stand in the other for both to be the same story. */
const AGREES = 0.5;

interface Own {
  readonly length: number;
  readonly linkShare: number;
  readonly worth: number;
  readonly hint: number;
  readonly heading: number;
}
const EDGE: Own = { length: 0, linkShare: -1, worth: 0, hint: -1, heading: 0 };

/**
 * Features of all blocks of a page, for the trees of `story-model.ts`: a block's own text, the elements around it, its place, its
 * neighbours, and what the run of greatest worth says. Linear.
 */
export function featuresOf(blocks: readonly Block[], context: PageContext): Features {
  const texts = blocks.map(({ text }) => folded(text.length > HEAD ? text.slice(0, HEAD) : text));
  const measures = blocks.map(({ text }, index) => measuresOf(text, texts[index] as string));
  const worth = blocks.map((block, index) => worthOf(block, measures[index]?.phrase ?? null));
  const own: Own[] = blocks.map(({ text, linkLength, hint, kind }, index) => ({
    length: squeezed(text.length),
    linkShare: Math.min(1, linkLength / text.length),
    worth: worth[index] as number,
    hint: hint ? codeOf(HINTS, hint) : 0,
    heading: headingLevel(kind),
  }));
  const title = folded(context.title ?? '');
  const titleWords = new Set(title.split(' ').filter((word) => word.length > 3));
  const titleAt = placeOfTitle(blocks, texts, title);
  const description = shinglesOf(context.description);
  const inBody = sharesInBody(
    measures.map(({ words }) => words),
    blocks,
    shinglesOf(context.articleBody),
  );
  const house = houseOf(context);
  const copies = new Map<string, number>();
  for (const text of texts) copies.set(text, (copies.get(text) ?? 0) + 1);
  const run = runOf(worth);
  const container = run ? containerOf(blocks, worth, run.from, run.to) : null;
  const around = neighboursOf(
    blocks,
    worth,
    measures.map(({ isSentence }) => isSentence),
  );
  const sums: number[] = [0];
  let allLength = 1;
  blocks.forEach(({ text }, index) => {
    sums.push((sums[index] as number) + Math.max(0, worth[index] as number));
    allLength += text.length;
  });
  const allWorth = Math.max(1, sums.at(-1) as number);
  const sumAtTitle = titleAt < 0 ? 0 : (sums[titleAt] as number);
  const rootProse = Math.max(1, blocks[0] ? rootOf(blocks[0].box).prose : 1);

  const names: string[] = [];
  let row: number[] = [];
  let isFirst = true;
  const put = (name: string, value: number) => {
    if (isFirst) names.push(name);
    row.push(value);
  };
  const rows = blocks.map((block, index) => {
    row = [];
    const { text, box, kind } = block;
    const me = own[index] as Own;
    const { words, phrase, isSentence } = measures[index] as (typeof measures)[number];
    put('length', me.length);
    put('words', squeezed(words.length));
    put('wordLength', text.length / words.length);
    put('linkShare', me.linkShare);
    put('strongShare', Math.min(1, block.strongLength / text.length));
    const signs = signsOf(text);
    put('sentences', signs.sentences);
    put('endsSentence', isSentence ? 1 : 0);
    put('endsColon', signs.endsColon);
    put('commas', signs.commas / words.length);
    put('digitShare', signs.digitShare);
    put('upperShare', signs.upperShare);
    put('startsLower', signs.startsLower);
    put('hasYear', signs.hasYear);
    put('mark', signs.mark);
    put('quote', signs.quote);
    put('credit', signs.credit);
    put('appeal', signs.appeal);
    put('phrase', phrase ? codeOf(PHRASES, phrase.reason) : 0);
    put('phraseWhole', phrase?.isWhole ? 1 : 0);
    const padded = ` ${texts[index]} `;
    put('house', house.some((name) => padded.includes(name)) ? 1 : 0);
    put('isParagraph', kind === 'p' ? 1 : 0);
    put('heading', me.heading);
    put('isItem', kind === 'li' || kind === 'dd' || kind === 'dt' ? 1 : 0);
    put('isDiv', kind === 'div' || kind === 'section' || kind === 'article' ? 1 : 0);
    put('hint', me.hint);
    put('hintSteps', stepsToHint(box));
    for (const [tag, bit] of SURROUNDINGS) put(tag, box.around & bit ? 1 : 0);
    put('toStory', box.toStory < 0 ? 20 : box.toStory);
    put('depth', box.depth);

    put('place', index / blocks.length);
    put('worthPlace', (sums[index] as number) / allWorth);
    put('afterTitle', titleAt < 0 ? 0 : squeezed(index - titleAt));
    put('worthAfterTitle', titleAt < 0 ? -1 : ((sums[index] as number) - sumAtTitle) / allWorth);
    put('copies', copies.get(texts[index] as string) ?? 1);
    put('titleShare', titleShare(words, titleWords));
    put('isTitle', texts[index] === title ? 1 : 0);
    put('inDescription', shareIn(words, description));
    put('inBody', inBody?.[index] ?? -1);

    let at: Box | null = box;
    for (const name of BOXES) {
      put(name.prose, at ? at.prose / rootProse : -1);
      put(name.link, at ? at.linkLength / Math.max(1, at.length) : -1);
      put(name.blocks, at ? squeezed(at.blocks) : -1);
      put(name.twins, at ? squeezed(at.twins) : -1);
      at = at?.parent ?? null;
    }
    const [before, after] = [blocks[index - 1]?.box, blocks[index + 1]?.box];
    put('siblingBefore', before?.parent === box.parent ? 1 : 0);
    put('siblingAfter', after?.parent === box.parent ? 1 : 0);
    put('twinBefore', before?.twinKey === box.twinKey ? 1 : 0);
    put('twinAfter', after?.twinKey === box.twinKey ? 1 : 0);
    for (const name of STEPS) {
      const other = own[index + name.step] ?? EDGE;
      put(name.length, other.length);
      put(name.link, other.linkShare);
      put(name.worth, other.worth);
      put(name.hint, other.hint);
      put(name.heading, other.heading);
    }
    const group = around.groups[index] as (typeof around.groups)[number];
    put('groupShare', group.length / allLength);
    put('groupWorth', group.worth / allWorth);
    put('groupLink', group.linkLength / group.length);
    put('groupCount', squeezed(group.count));
    put('groupSentences', group.sentences / group.count);
    const [bigBefore, bigAfter, heading] = [
      around.bigBefore[index] as number,
      around.bigAfter[index] as number,
      around.headingBefore[index] as number,
    ];
    const stepsTo = (other: number) =>
      other < 0 ? MOST_STEPS : stepsToCommon(box, (blocks[other] as Block).box);
    const isAlike = (other: number) => (other < 0 ? -1 : around.groups[other] === group ? 1 : 0);
    put('bigBefore', bigBefore < 0 ? 50 : squeezed(index - bigBefore));
    put('bigAfter', bigAfter < 0 ? 50 : squeezed(bigAfter - index));
    put('upBefore', stepsTo(bigBefore));
    put('upAfter', stepsTo(bigAfter));
    put('groupBefore', isAlike(bigBefore));
    put('groupAfter', isAlike(bigAfter));
    const headingPhrase = heading < 0 ? null : measures[heading]?.phrase;
    put('headingBefore', heading < 0 ? 50 : squeezed(index - heading));
    put('headingPhrase', headingPhrase ? codeOf(PHRASES, headingPhrase.reason) : 0);
    put('headingUp', stepsTo(heading));
    put('headingLink', heading < 0 ? 0 : (own[heading] as Own).linkShare);

    put('worth', me.worth);
    put('inRun', run && index >= run.from && index <= run.to ? 1 : 0);
    put('fromRun', run ? squeezed(index - run.from) : 0);
    put('toRun', run ? squeezed(index - run.to) : 0);
    put('runShare', run ? ((sums[run.to + 1] as number) - (sums[run.from] as number)) / allWorth : 0);
    put('inContainer', container ? stepsInto(box, container) : -1);
    put('containerShare', container ? container.prose / rootProse : 0);
    put('blocks', squeezed(blocks.length));
    put('allWorth', squeezed(allWorth));
    isFirst = false;
    return row;
  });
  return { rows, names, titleAt };
}

/** Counts are squeezed, so that one threshold means much the same on short and long pages. */
function squeezed(value: number): number {
  return Math.sign(value) * Math.log2(1 + Math.abs(value));
}

function headingLevel(kind: string): number {
  return /^h[1-6]$/.test(kind) ? Number(kind[1]) : 0;
}

/** The first block that is the title, or the first heading that begins it. */
function placeOfTitle(blocks: readonly Block[], texts: readonly string[], title: string): number {
  if (title === '') return -1;
  return blocks.findIndex(({ hint, kind }, index) => {
    const text = texts[index] as string;
    if (text.length < 8) return false;
    return text === title || (hint === null && kind === 'h1' && title.startsWith(text));
  });
}

/** All runs of five words of a text, to tell whether it holds another text's words. */
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

/**
 * For each block the share of its words that the story in the page's data holds; null where the data give none, or one that does not agree
 * with the page: at least half of its words must stand there.
 */
function sharesInBody(
  texts: readonly (readonly string[])[],
  blocks: readonly Block[],
  body: ReadonlySet<string>,
): number[] | null {
  if (body.size === 0) return null;
  let found = 0;
  const shares = texts.map((words, index) => {
    const share = shareIn(words, body);
    // Of a long block only the head was cut into words.
    const length = (blocks[index] as Block).text.length;
    if (share >= AGREES) found += words.length * Math.max(1, length / HEAD);
    return share;
  });
  return found >= AGREES * body.size ? shares : null;
}

function titleShare(words: readonly string[], titleWords: ReadonlySet<string>): number {
  if (titleWords.size === 0 || words.length >= 60) return 0;
  let hits = 0;
  for (const word of words) if (titleWords.has(word)) hits++;
  return hits / titleWords.size;
}

/** Names the house goes by: the outlet's, and the longest part of its host. */
function houseOf({ outlet, url }: PageContext): string[] {
  const host = (/^https?:\/\/([^/:?#]{1,255})/i.exec(url ?? '')?.[1] ?? '').toLowerCase().split('.');
  const label = host
    .slice(0, -1)
    .reduce((longest, part) => (part.length > longest.length ? part : longest), '');
  const name = folded(outlet ?? '');
  return [
    ...(name.length > 1 ? [` ${name} `] : []),
    ...(label.length > 1 ? [` ${label} `] : []),
    ...(label.length > 3 ? [`${label} com`] : []),
  ];
}

function rootOf(box: Box): Box {
  let at = box;
  while (at.parent) at = at.parent;
  return at;
}

function stepsToHint(box: Box): number {
  let steps = 0;
  for (let at: Box | null = box; at && !at.ownHint && steps < 12; at = at.parent) steps++;
  return steps;
}

function stepsInto(box: Box, container: Box): number {
  let steps = 0;
  for (let at: Box | null = box; at && steps < MOST_STEPS; at = at.parent, steps++)
    if (at === container) return steps;
  return -1;
}
