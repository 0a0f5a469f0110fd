import { parseDocument } from 'htmlparser2';
import type { Decoded, Page } from '../collect/index.ts';
import { edtf, type Note, type Removed } from '../model/index.ts';
import { assemble, type Cleaned } from './assemble.ts';
import type { PageContext } from './block-features.ts';
import { storyOf } from './body.ts';
import { dayInWords, dayWithoutYear } from './dates.ts';
import { type Block, blocksOf } from './html-blocks.ts';
import { contentWords, reasonAgainst } from './injected.ts';
import { languageOf } from './language.ts';
import { type Metadata, metadataOf } from './metadata.ts';
import { pathsOf } from './node-path.ts';
import { folded, furniturePhrase } from './phrases.ts';
import { shallow } from './shallow.ts';
import { afterMark } from './text-page.ts';
import { titleOf } from './title.ts';

const CREDITS =
  /\((?:AFP|AP|Reuters|ANSA|TASS|ТАСС|dpa|EFE|Interfax|Интерфакс)\)|^(?:AFP|Reuters|AP|TASS|ANSA)\s[–—-]\s/u;
/** A line that is nothing but the source: `(Source: Valley Wire)`. */
const SOURCE_LINE = /^\((?:source|fonte|fuente|quelle|источник)\s?:\s[^()]{2,60}\)$/iu;
/** Longest text of a removed piece that the record keeps. */
const LONGEST_REMOVED = 2000;

/** A page of HTML → article. */
export function cleanHtml(page: Page, decoded: Decoded): Cleaned {
  const tree = parseDocument(shallow(decoded.text), { lowerCaseTags: true, decodeEntities: true });
  const metadata = metadataOf(tree, page.url);
  const blocks = blocksOf(tree);
  const context = contextOf(blocks, metadata, page.url, page.title);
  const title = context.title ?? '';
  const chosen = new Set(storyOf(blocks, context));
  const words = contentWords([...chosen].map((index) => (blocks[index] as Block).text));
  const pathOf = pathsOf();
  const story: Block[] = [];
  const removed: Removed[] = [];
  const related: { title: string; url?: string }[] = [];
  let caption: string | undefined;
  for (const [index, block] of blocks.entries()) {
    const { text, kind, linkLength } = block;
    const isHeading = /^h[1-6]$/.test(kind);
    const take = (reason: Removed['reason']) => {
      removed.push({ text: text.slice(0, LONGEST_REMOVED), reason, source: { path: pathOf(block.element) } });
      if (reason === 'injected-link')
        related.push({ title: afterMark(text), ...(safeUrl(block.href) && { url: block.href as string }) });
      if (reason === 'caption') caption ??= text;
    };
    if (folded(text) === folded(title) && title !== '') {
      take('repeated-title');
      continue;
    }
    if (!chosen.has(index)) {
      take(block.hint ?? reasonOutside(block));
      continue;
    }
    if (SOURCE_LINE.test(text)) {
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
  const credits = story.flatMap(({ text }) => CREDITS.exec(text)?.[0].replace(/[()\s–—-]/gu, '') ?? []);
  const visible = metadata.published ? null : visibleDay(blocks, chosen);
  const notes: Note[] = [...decoded.notes, ...metadata.notes];
  const url = page.url ?? metadata.canonical;
  return assemble({
    known: {
      id: page.id,
      title,
      language,
      areas: areasOf(metadata.breadcrumbs, title),
      related,
      ...(url && { url }),
      ...(metadata.byline && { byline: metadata.byline.replace(/^by\s+/i, '') }),
      ...(metadata.outlet && { outlet: metadata.outlet }),
      ...(page.published
        ? { published: edtf(page.published), publishedBasis: 'given' as const }
        : metadata.published
          ? {
              published: metadata.published,
              ...(metadata.publishedBasis && { publishedBasis: metadata.publishedBasis }),
            }
          : visible && { published: visible, publishedBasis: 'visible-text' as const }),
      ...(metadata.modified && { modified: metadata.modified }),
      ...(caption && { caption }),
      ...(credits.length > 0 && { credits: [...new Set(credits)] }),
    },
    paragraphs: story.map(({ text, element }) => ({ text, source: { path: pathOf(element) } })),
    removed,
    notes,
  });
}

/** What the page says of its article apart from the blocks. */
export function contextOf(
  blocks: readonly Block[],
  metadata: Metadata,
  url: string | undefined,
  givenTitle?: string,
): PageContext {
  const headings = blocks
    .filter(({ kind, hint }) => hint === null && (kind === 'h1' || kind === 'h2'))
    .map(({ text }) => text);
  return {
    title: givenTitle ?? titleOf([metadata.title, metadata.pageTitle], headings, metadata.outlet),
    description: metadata.description,
    articleBody: metadata.articleBody,
    outlet: metadata.outlet,
    url: url ?? metadata.canonical,
  };
}

function reasonOutside({ text }: Block): Removed['reason'] {
  return furniturePhrase(text)?.reason ?? 'boilerplate';
}

/** A date in a short line near the head of the story. */
function visibleDay(blocks: readonly Block[], chosen: ReadonlySet<number>) {
  const start = Math.min(...chosen);
  if (!Number.isFinite(start)) return null;
  for (let index = Math.max(0, start - 15); index < Math.min(blocks.length, start + 3); index++) {
    const block = blocks[index] as Block;
    const day = block.text.length < 120 ? dayInWords(block.text) : null;
    if (day) return day;
  }
  for (let index = Math.max(0, start - 5); index < start; index++) {
    const { text, hint } = blocks[index] as Block;
    const day =
      hint === 'byline' || (/^(?:by|di)\s/i.test(text) && text.length < 80) ? dayWithoutYear(text) : null;
    if (day) return day;
  }
  return null;
}

function areasOf(crumbs: readonly string[], title: string): string[] {
  return crumbs
    .map((crumb) => crumb.replace(/\s+/g, ' ').trim())
    .filter(
      (crumb) =>
        crumb !== '' &&
        !/^(?:home|homepage|main|главная|inizio|accueil|inicio)$/i.test(crumb) &&
        folded(crumb) !== folded(title),
    );
}

function safeUrl(href: string | undefined): boolean {
  return href !== undefined && /^(?:https?:\/\/|\/(?!\/))/i.test(href);
}
