import type { Decoded, Page } from '../collect/index.ts';
import { type Edtf, edtf, type Removed } from '../model/index.ts';
import { assemble, type Cleaned } from './assemble.ts';
import { HEAD } from './block-text.ts';
import { storyOf } from './body.ts';
import { areasOf } from './breadcrumbs.ts';
import { nameIn, visibleByline } from './byline.ts';
import { type CaptionBlock, captionOf } from './caption.ts';
import { creditsOf, isSourceLine } from './credits.ts';
import type { DateReading } from './date-finder.ts';
import { dayOrderOf } from './date-order.ts';
import { withoutHouse } from './house-name.ts';
import { type Block, blocksOf } from './html-blocks.ts';
import { contentWords, reasonAgainst } from './injected.ts';
import { languageOf } from './language.ts';
import { type Metadata, metadataOf } from './metadata.ts';
import { pathsOf } from './node-path.ts';
import type { PageContext } from './page-measures.ts';
import { parsePage } from './parse.ts';
import { folded } from './phrases.ts';
import { type Published, publishedOf } from './published.ts';
import { afterMark } from './text-page.ts';
import { articleTime } from './time-marks.ts';
import { titleOf } from './title.ts';
import { type StoryPlace, shownDates } from './visible-dates.ts';

/** Longest text of a removed piece that the record keeps. */
const LONGEST_REMOVED = 2000;

/** A page of HTML → article. */
export function cleanHtml(page: Page, decoded: Decoded): Cleaned {
  const tree = parsePage(decoded);
  const metadata = metadataOf(tree, page.url);
  const blocks = blocksOf(tree);
  const context = contextOf(blocks, metadata, page.url, page.title);
  const title = context.title ?? '';
  const chosen = new Set(storyOf(blocks, context));
  const inside = [...chosen].map((index) => blocks[index] as Block);
  // Only lines that begin like furniture are compared with the rest.
  const words = contentWords(inside.some(({ phrase }) => phrase) ? inside.map(({ text }) => text) : []);
  const heading = folded(title);
  const pathOf = pathsOf(tree);
  const story: Block[] = [];
  const removed: Removed[] = [];
  const related: { title: string; url?: string }[] = [];
  const captions: CaptionBlock[] = [];
  for (const [index, block] of blocks.entries()) {
    const { text, element, linkLength } = block;
    const isHeading = element.tag.heading > 0;
    const take = (reason: Removed['reason']) => {
      removed.push({ text: text.slice(0, LONGEST_REMOVED), reason, source: { path: pathOf(block.element) } });
      if (reason === 'injected-link')
        related.push({ title: afterMark(text), ...(safeUrl(block.href) && { url: block.href as string }) });
      if (reason === 'caption') captions.push({ block, index });
    };
    if (title !== '' && foldedOf(block) === heading) {
      take('repeated-title');
      continue;
    }
    if (!chosen.has(index)) {
      take(block.hint ?? reasonOutside(block));
      continue;
    }
    if (isSourceLine(text)) {
      take('byline');
      continue;
    }
    const reason = reasonAgainst({ text, linkShare: linkLength / text.length, isHeading }, words);
    if (reason) {
      take(reason);
      continue;
    }
    story.push(block);
  }
  const language = page.language ?? languageOf(story.map(({ text }) => text).join('\n'), metadata.language);
  const place = storyPlace(blocks, chosen, title);
  const writer = metadata.byline
    ? (nameIn(metadata.byline) ?? metadata.byline)
    : visibleByline(blocks, place);
  const byline = writer && withoutHouse(writer, metadata.outlet);
  const caption = captionOf(captions, place);
  const credits = creditsOf({
    paragraphs: story.map(({ text }) => text),
    lines: removed
      .filter(({ reason }) => reason === 'byline' || reason === 'boilerplate')
      .map(({ text }) => text),
    byline: metadata.byline ?? writer,
    source: metadata.source,
    outlet: metadata.outlet,
  });
  const dates = datesOf(metadata, blocks, place, language);
  const url = page.url ?? metadata.canonical;
  const areas = areasOf(metadata.breadcrumbs, title, metadata.outlet);
  return assemble({
    known: {
      id: page.id,
      title,
      language,
      areas:
        areas.length > 0 || !metadata.section
          ? areas
          : areasOf(metadata.section.split(/\s*[,;>|]\s+/), title, metadata.outlet),
      related,
      ...(url && { url }),
      ...(byline && { byline }),
      ...(metadata.outlet && { outlet: metadata.outlet }),
      ...(page.published
        ? { published: edtf(page.published), publishedBasis: 'given' as const }
        : dates.published && { published: dates.published, publishedBasis: dates.publishedBasis }),
      ...(dates.modified && { modified: dates.modified }),
      ...(caption && { caption }),
      ...(credits.length > 0 && { credits }),
    },
    paragraphs: story.map(({ text, element }) => ({ text, source: { path: pathOf(element) } })),
    removed,
    notes: [...decoded.notes, ...dates.notes],
  });
}

/** The whole text folded, of which long blocks have no more than the beginning ready. */
function foldedOf({ text, folded: words }: Block): string {
  return text.length > HEAD ? folded(text) : words;
}

/** Where headline and story stand among the blocks. */
function storyPlace(blocks: readonly Block[], chosen: ReadonlySet<number>, title: string): StoryPlace {
  let [from, to] = [-1, -1];
  for (const index of chosen) {
    if (from < 0 || index < from) from = index;
    if (index > to) to = index;
  }
  const heading = folded(title);
  // The headline nearest before the story: it may stand in the page's menu or trail too.
  const end = from < 0 ? blocks.length : from + 1;
  const isTitle = ({ folded: words, kind, hint }: Block) =>
    words === heading || (kind === 'h1' && hint === null && heading.startsWith(words));
  let titleAt = -1;
  if (heading !== '')
    for (let index = 0; index < end; index++) {
      const block = blocks[index] as Block;
      const isBetter = block.kind === 'h1' || block.kind === 'h2' || titleAt < 0;
      if (isBetter && block.text.length < 1000 && isTitle(block)) titleAt = index;
    }
  return { titleAt, from, to };
}

function datesOf(
  metadata: Metadata,
  blocks: readonly Block[],
  place: StoryPlace,
  language: string,
): Published {
  const { jsonLdDate, metaDate, urlDay, times, modified } = metadata;
  const known = [jsonLdDate?.day, metaDate?.day, urlDay].filter(
    (day): day is Edtf => day !== undefined && day !== null,
  );
  const lines = blocks.filter(({ text }) => text.length < 120).map(({ text }) => text);
  const declared =
    metadata.language && languageTag(metadata.language) === language ? metadata.language : language;
  const reading: DateReading = { language, order: dayOrderOf(lines, known, declared) };
  return publishedOf({
    jsonLd: jsonLdDate,
    meta: metaDate,
    time: articleTime(times, blocks, place, reading),
    url: urlDay,
    shown: shownDates(blocks, place, reading),
    modified,
  });
}

function languageTag(tag: string): string {
  return tag.split(/[-_]/)[0]?.toLowerCase() ?? '';
}

/** What the page says of its article apart from the blocks. */
export function contextOf(
  blocks: readonly Block[],
  metadata: Metadata,
  url: string | undefined,
  givenTitle?: string,
): PageContext {
  const headingBlocks = blocks.filter(({ kind, hint }) => hint === null && (kind === 'h1' || kind === 'h2'));
  const headings = headingBlocks.map(({ text }) => text);
  const mainHeadings = headingBlocks.filter(({ kind }) => kind === 'h1').map(({ text }) => text);
  return {
    title:
      givenTitle ?? titleOf([metadata.title, metadata.pageTitle], headings, metadata.outlet, mainHeadings),
    description: metadata.description,
    articleBody: metadata.articleBody,
    outlet: metadata.outlet,
    url: url ?? metadata.canonical,
  };
}

function reasonOutside({ phrase }: Block): Removed['reason'] {
  return phrase?.reason ?? 'boilerplate';
}

function safeUrl(href: string | undefined): boolean {
  return href !== undefined && /^(?:https?:\/\/|\/(?!\/))/i.test(href);
}
