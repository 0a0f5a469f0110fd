import type { Decoded, Page } from '../collect/index.ts';
import { type Edtf, edtf, type Removed } from '../model/index.ts';
import { assemble, type Cleaned } from './assemble.ts';
import { storyOf } from './body.ts';
import { areasOf } from './breadcrumbs.ts';
import { nameIn, visibleByline, withoutRole } from './byline.ts';
import { captionOf } from './caption.ts';
import { creditsOf } from './credits.ts';
import { storyInData } from './data-story.ts';
import type { DateReading } from './date-finder.ts';
import { dayOrderOf } from './date-order.ts';
import { houseKey, withoutHouse } from './house-name.ts';
import { type Block, blocksOf } from './html-blocks.ts';
import { languageOf } from './language.ts';
import { mapped } from './lists.ts';
import { type Metadata, metadataOf } from './metadata.ts';
import { pathOf } from './node-path.ts';
import { dayOfOpening } from './opening-date.ts';
import type { PageContext } from './page-measures.ts';
import { parsePage } from './parse.ts';
import { folded } from './phrases.ts';
import { type Published, publishedOf } from './published.ts';
import { spacedLine } from './spaced-line.ts';
import { sortBlocks } from './story-blocks.ts';
import { articleTime, changeTime } from './time-marks.ts';
import { titleOf } from './title.ts';
import { visibleCrumbs } from './visible-crumbs.ts';
import { type StoryPlace, shownDates } from './visible-dates.ts';

/** Longest text of a removed piece that the record keeps. */
const LONGEST_REMOVED = 2000;
/** Digits that a date in numbers has at least. */
const DATE_DIGITS = 4;
/** Lines among which a source may be named. */
const SIGNED = new Set<Removed['reason']>(['byline', 'dateline', 'boilerplate']);

/** A page of HTML → article. */
export function cleanHtml(page: Page, decoded: Decoded): Cleaned {
  const tree = parsePage(decoded);
  const metadata = metadataOf(tree, page.url);
  const blocks = blocksOf(tree);
  const context = contextOf(blocks, metadata, page.url, page.title);
  const title = context.title ?? '';
  const chosen = new Set(storyOf(blocks, context));
  const place = storyPlace(blocks, chosen, title);
  const writer = writerOf(metadata, blocks, place);
  const byline = writer && withoutRole(withoutHouse(writer, metadata.outlet));
  const trail = metadata.breadcrumbs.length > 0 ? null : visibleCrumbs(blocks, place);
  const sorted = sortBlocks(blocks, chosen, {
    title,
    byline: houseKey(byline ?? '') === houseKey(metadata.outlet ?? '') ? undefined : byline,
    place,
    crumbsAt: trail?.at ?? -1,
    language: metadata.language && languageTag(metadata.language),
  });
  const inData = sorted.story.length === 0 ? storyInData(metadata) : null;
  const paragraphs = inData
    ? mapped(inData.paragraphs, (text) => ({ text, source: { path: pathOf(inData.element) } }))
    : mapped(sorted.story, ({ text, element }) => ({ text, source: { path: pathOf(element) } }));
  const texts = mapped(paragraphs, ({ text }) => text);
  const language = page.language ?? languageOf(texts.join('\n'), metadata.language);
  const caption = captionOf(sorted.captions, place);
  const credits = creditsOf({
    paragraphs: texts,
    lines: mapped(
      sorted.removed.filter(({ reason }) => SIGNED.has(reason)),
      ({ block }) => spacedLine(block),
    ),
    byline: metadata.byline ?? writer,
    source: metadata.source,
    outlet: metadata.outlet,
  });
  const dates = datesOf(metadata, blocks, sorted.story.length > 0 ? place : null, language);
  const opening = dates.published ? null : dayOfOpening(texts[0] ?? '', { language });
  const url = page.url ?? metadata.canonical;
  const areas = areasOf(trail?.crumbs ?? metadata.breadcrumbs, title, metadata.outlet);
  return assemble({
    known: {
      id: page.id,
      title,
      language,
      areas:
        areas.length > 0 || !metadata.section
          ? areas
          : areasOf(metadata.section.split(/\s*[,;>|]\s+/), title, metadata.outlet),
      related: [...sorted.related],
      ...(url && { url }),
      ...(byline && { byline }),
      ...(metadata.outlet && { outlet: metadata.outlet }),
      ...(page.published
        ? { published: edtf(page.published), publishedBasis: 'given' as const }
        : dates.published && { published: dates.published, publishedBasis: dates.publishedBasis }),
      ...(!page.published && opening && { published: opening, publishedBasis: 'visible-text' as const }),
      ...(dates.modified && { modified: dates.modified, modifiedBasis: dates.modifiedBasis }),
      ...(caption && { caption }),
      ...(credits.length > 0 && { credits }),
    },
    paragraphs,
    removed: mapped(sorted.removed, ({ block, reason }) => ({
      text: block.spaced.slice(0, LONGEST_REMOVED),
      reason,
      source: { path: pathOf(block.element) },
    })),
    notes: [
      ...decoded.notes,
      ...(inData
        ? [
            {
              kind: 'cleaning' as const,
              message: 'The page shows no story; the one that its data give (JSON-LD) is used.',
            },
          ]
        : []),
      ...(tree.isCut
        ? [
            {
              kind: 'limits' as const,
              message: 'The page has more elements than are read; what stands behind them is left out.',
            },
          ]
        : []),
      ...dates.notes,
    ],
  });
}

/** Who wrote the article: as the data say, unless they name the house alone where the page names a person. */
function writerOf(metadata: Metadata, blocks: readonly Block[], place: StoryPlace): string | undefined {
  const given = metadata.byline && (nameIn(metadata.byline) ?? metadata.byline);
  if (given && houseKey(given) !== houseKey(metadata.outlet ?? '')) return given;
  return visibleByline(blocks, place) ?? given;
}

/** Where headline and story stand among the blocks. */
function storyPlace(blocks: readonly Block[], chosen: ReadonlySet<number>, title: string): StoryPlace {
  let from = -1;
  let to = -1;
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
  place: StoryPlace | null,
  language: string,
): Published {
  const { jsonLdDate, metaDate, urlDay, times, ldModified, metaModified } = metadata;
  const known = [jsonLdDate?.day, metaDate?.day, urlDay].filter(
    (day): day is Edtf => day !== undefined && day !== null,
  );
  const lines = blocks
    .filter(({ text, digits }) => digits >= DATE_DIGITS && text.length < 120)
    .map(({ text }) => text);
  const declared =
    metadata.language && languageTag(metadata.language) === language ? metadata.language : language;
  const reading: DateReading = { language, order: dayOrderOf(lines, known, declared) };
  return publishedOf({
    jsonLd: jsonLdDate,
    meta: metaDate,
    // Dates on a page without a story are those of other stories.
    time: place && articleTime(times, blocks, place, reading),
    changed: {
      jsonLd: ldModified,
      meta: metaModified,
      time: place && !ldModified && !metaModified ? changeTime(times, blocks, place, reading) : null,
    },
    url: urlDay,
    shown: place ? shownDates(blocks, place, reading) : [],
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
    articleBody: metadata.articleBody,
    url: url ?? metadata.canonical,
  };
}
