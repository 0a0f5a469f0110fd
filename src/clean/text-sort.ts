import type { RemovalReason } from '../model/index.ts';
import type { Forest } from './forest.ts';
import { bareLine, reasonAgainst, StoryWords } from './injected.ts';
import type { LineShape } from './line-shape.ts';
import { isSpoke, threadStart } from './line-thread.ts';
import { CRUMBS } from './line-title.ts';
import { folded, furniturePhrase } from './phrases.ts';
import { isDateLine } from './text-dates.ts';
import type { SourceLine } from './text-lines.ts';
import { heldTogether, strayHeadlines } from './text-rescue.ts';
import { storyLines, type TextStory } from './text-story.ts';
import { writerIn } from './text-writer.ts';

/** The lines of a scraped text: what is the story, where it stands, and why each of the others is not a part of it. */
export interface SortedLines {
  /** Place of the line that is the title; -1 where none is. */
  readonly titleAt: number;
  /** Places of the first line of the story and of the last; `to` is less than `from` where there is no story. */
  readonly from: number;
  readonly to: number;
  /** For each line the reason why it goes, or null where it stays. The title goes, as what is repeated. */
  readonly reasons: readonly (RemovalReason | null)[];
}

const COMMENTS_HEAD =
  /^(?:\d{1,5}\s+(?:comments?|thoughts?|replies|responses|commenti|комментари\p{L}{0,3}|коментар\p{L}{0,3}|commentaires?|comentarios?|comentários?|kommentare?|yorum|şərh|մեկնաբանություն\p{L}{0,4}|تعليق\p{L}{0,3})(?![\p{L}]).{0,200}|comments? \(\d{1,5}\):?)$/iu;
const CAPTION =
  /^(?:photos?|image|picture|foto|caption|file photo|archive photo|фото|снимок|bild|լուսանկար\p{L}?|fotoğraf|şəkil|صورة|foto di)\s{0,2}[:/(]|^\(?(?:photo|image|media|video|foto) ?(?:by|credit|courtesy|copyright|caption|source)(?![a-z])|^(?:image|media) caption/iu;
/** A caption that ends with whom the picture is from. */
const CREDITED =
  /[([](?:[^()[\]]{0,40}[\s/:])?(?:image|photo|picture|foto|fotos|getty|credit|courtesy|pool|handout|фото|снимок|bild)(?![\p{L}])[^()[\]]{0,60}[)\]]\.?$/iu;
const LONGEST_CAPTION = 500;
/** A line of so many characters that stands in a text twice is furniture. */
const COPIED = 30;
/** Lines behind `About …` that tell about the writer, and the share of the story that comes before. */
const ABOUT_LINES = 4;
const ABOUT_BEHIND = 0.5;
const SENTENCE_END = /[.!?…։。！？।؟][”"»“’')\]」]*$/u;
/** Phrases that are believed among comments too. */
const OF_FORMS = new Set<RemovalReason>(['comment-form', 'spam-notice', 'cookie-notice', 'copyright']);
/** Lines before the story, nearer than this to its title, that may be about it. */
const HEAD = 12;

/**
 * Sorts the lines of a scraped text. The trees say what is likely the story (`text-story.ts`); on top of that no line of furniture that is known by
 * its words stays, nor the title where it is repeated. `forests` are for training. Linear.
 */
export function sortLines(
  lines: readonly SourceLine[],
  givenTitle?: string,
  forests?: readonly [Forest, Forest],
): SortedLines {
  const texts = lines.map(({ text }) => text);
  return sortedBy(texts, storyLines(texts, givenTitle, forests), givenTitle);
}

/** The lines sorted where it is known which ones are likely the story. */
export function sortedBy(
  texts: readonly string[],
  { isStory: picked, chances, titleAt: likelyTitle, shapes }: TextStory,
  givenTitle: string | undefined,
): SortedLines {
  const isStory = [...picked];
  const first = isStory.indexOf(true);
  // What stands behind the first line of the story is none of its titles.
  const titleAt = isStory[likelyTitle] && first < likelyTitle ? -1 : likelyTitle;
  const title = folded(givenTitle ?? texts[titleAt] ?? '');
  const thread = threadStart(texts, shapes);
  for (const at of heldTogether(texts, shapes, isStory, chances, titleAt, thread)) isStory[at] = true;
  const stray = new Set(strayHeadlines(shapes, isStory));
  const words = new StoryWords(texts.filter((_, at) => isStory[at]));
  const about = aboutBox(shapes, isStory);
  const seen = new Set<string>();
  const reasons: (RemovalReason | null)[] = texts.map((text, at) => {
    const { folded: low, length } = shapes[at] as LineShape;
    const isCopy = length >= COPIED && seen.has(low);
    if (at >= first) seen.add(low);
    if (!isStory[at]) return null;
    if (at === titleAt && givenTitle === undefined) return 'repeated-title';
    if (title !== '' && low === title) return 'repeated-title';
    if (at >= thread) return 'comment';
    if (isCopy) return 'boilerplate';
    if (stray.has(at)) return 'injected-link';
    if (about.has(at)) return 'author-box';
    if ((CAPTION.test(text) && length < 300) || (length < LONGEST_CAPTION && CREDITED.test(text)))
      return 'caption';
    return reasonAgainst(bareLine(text), words);
  });
  reasons.forEach((reason, at) => {
    if (reason !== null) isStory[at] = false;
  });
  const from = isStory.indexOf(true) < 0 ? texts.length : isStory.indexOf(true);
  const to = isStory.lastIndexOf(true);
  /** What the part of the page is about that a line behind the story stands in. */
  let part: RemovalReason | null = null;
  texts.forEach((text, at) => {
    if (isStory[at] || reasons[at] !== null) return;
    if (at > to) part = at >= thread ? 'comment' : partAfter(text, part);
    if (about.has(at)) reasons[at] = 'author-box';
    else reasons[at] = reasonFor(text, at);
  });
  return { titleAt, from, to, reasons };

  function reasonFor(text: string, at: number): RemovalReason {
    if (title !== '' && folded(text) === title) return 'repeated-title';
    const isHead = at < from && (titleAt < 0 || Math.abs(at - titleAt) <= HEAD);
    if (at < from && isCrumbs(text)) return 'breadcrumb';
    const phrase = furniturePhrase(text);
    if (phrase)
      return at > to &&
        part === 'comment' &&
        !phrase.isWhole &&
        text.length > 60 &&
        !OF_FORMS.has(phrase.reason)
        ? 'comment'
        : phrase.reason;
    if (isHead && text.length < 120 && (writerIn(text) !== undefined || isDateLine(text))) return 'byline';
    if (CAPTION.test(text)) return 'caption';
    if (COMMENTS_HEAD.test(text)) return 'comment';
    const isWordy = text.split(/\s+/, 4).length >= 4;
    if (at < from) return isHead && at > titleAt && isWordy ? 'caption' : 'navigation';
    if (at < to) return isWordy && !SENTENCE_END.test(text) ? 'injected-link' : 'boilerplate';
    if (part === 'comment' || part === 'related-stories') return part;
    return isWordy ? 'boilerplate' : 'navigation';
  }
}

/** The lines that tell about the writer: `About …` in the second half of the story, and what stands behind it. */
function aboutBox(shapes: readonly LineShape[], isStory: readonly boolean[]): Set<number> {
  const found = new Set<number>();
  let all = 0;
  shapes.forEach(({ length }, at) => {
    if (isStory[at]) all += length;
  });
  let before = 0;
  shapes.forEach(({ length, isAbout }, at) => {
    if (isAbout && before > all * ABOUT_BEHIND)
      for (let each = at; each <= at + ABOUT_LINES && each < shapes.length; each++) found.add(each);
    if (isStory[at]) before += length;
  });
  return found;
}

/** Comments and lists of other stories go on until something else begins. */
function partAfter(text: string, part: RemovalReason | null): RemovalReason | null {
  if (COMMENTS_HEAD.test(text.slice(0, 260)) || isSpoke(text)) return 'comment';
  const reason = text.length < 80 ? furniturePhrase(text)?.reason : undefined;
  if (reason === 'related-stories' || reason === 'injected-link') return 'related-stories';
  if (reason === 'comment-form') return part;
  return reason === 'copyright' || reason === 'cookie-notice' ? null : part;
}

/** A line of breadcrumbs: short parts, no sentence. */
export function isCrumbs(text: string): boolean {
  return text.length < 300 && CRUMBS.test(text) && !(SENTENCE_END.test(text) && text.length > 150);
}
