import { parseDocument } from 'htmlparser2';
import type { Decoded, Page } from '../collect/index.ts';
import { edtf, type Note, type Removed } from '../model/index.ts';
import { assemble, type Cleaned } from './assemble.ts';
import { storyOf } from './body.ts';
import { dayInWords, dayWithoutYear } from './dates.ts';
import { type Block, blocksOf } from './html-blocks.ts';
import { contentWords, reasonAgainst } from './injected.ts';
import { languageOf } from './language.ts';
import { metadataOf } from './metadata.ts';
import { pathsOf } from './node-path.ts';
import { folded, furniturePhrase } from './phrases.ts';
import { shallow } from './shallow.ts';
import { afterMark } from './text-page.ts';
import { titleOf } from './title.ts';

const CREDITS =
  /\((?:AFP|AP|Reuters|ANSA|TASS|ТАСС|dpa|EFE|Interfax|Интерфакс)\)|^(?:AFP|Reuters|AP|TASS|ANSA)\s[–—-]\s/u;
/** Longest text of a removed piece that the record keeps. */
const LONGEST_REMOVED = 2000;

/** A page of HTML → article. */
export function cleanHtml(page: Page, decoded: Decoded): Cleaned {
  const tree = parseDocument(shallow(decoded.text), { lowerCaseTags: true, decodeEntities: true });
  const metadata = metadataOf(tree, page.url);
  const blocks = blocksOf(tree);
  const headings = blocks
    .filter(({ kind, hint }) => /^h[12]$/.test(kind) && hint === null)
    .map(({ text }) => text);
  const title = page.title ?? titleOf([metadata.title, metadata.pageTitle], headings, metadata.outlet);
  const chosen = new Set(storyOf(blocks));
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
