import { memo, useEffect, useMemo, useRef } from 'react';
import type { Article } from '../api/client.ts';
import { t, tn } from '../messages/index.ts';
import { languageName } from '../shared/names.ts';
import { SENTENCES, WORDS } from './layers.ts';
import type { Line } from './line-index.ts';
import { type Mark, marksByParagraph, type Segment, segmentsOf } from './segments.ts';

const NONE: readonly Mark[] = [];
/** Marks of the looked-at line only; all others are always there. */
const DETAILS: ReadonlySet<string> = new Set(['trigger', 'content', 'actor', 'date']);

interface Props {
  readonly article: Article;
  readonly marks: readonly Mark[];
  /** The line that is looked at, if any. */
  readonly line: Line | undefined;
  /** A sentence is pointed at (null: no longer), or chosen. */
  readonly onPoint: (ids: readonly string[] | null) => void;
  readonly onChoose: (id: string) => void;
}

/**
 * The story, with the sentence of every line marked, and where actors and dates are named; the marks of the looked-at
 * line stand out.
 */
export function ArticleText({ article, marks, line, onPoint, onChoose }: Props) {
  const text = useRef<HTMLDivElement>(null);
  const paragraphs = useMemo(
    () =>
      article.paragraphs.length > 0
        ? article.paragraphs
        : [{ start: 0, end: article.text.length, text: article.text }],
    [article],
  );
  const standing = useMemo(() => marksByParagraph(paragraphs, marks), [paragraphs, marks]);
  const details = useMemo(
    () => (line ? marksByParagraph(paragraphs, line.details) : null),
    [paragraphs, line],
  );
  usePointing(text, onPoint, onChoose);
  if (article.text === '') return <p className="quiet">{t('reader.empty')}</p>;
  return (
    <div className="text" ref={text} lang={article.language} dir="auto">
      {paragraphs.map((paragraph, index) => {
        const own = standing[index] ?? NONE;
        const mine = details?.[index];
        const isHot = line !== undefined && own.some(({ kind, of }) => SENTENCES.has(kind) && of === line.id);
        return (
          <Paragraph
            key={paragraph.start}
            paragraph={paragraph}
            standing={own}
            details={mine && mine.length > 0 ? mine : NONE}
            hot={isHot ? line.id : null}
            onChoose={onChoose}
          />
        );
      })}
    </div>
  );
}

/**
 * Tells which lines the words under the pointer belong to, and chooses the actor or the date that is clicked. The
 * keyboard has the buttons behind the sentences, and the record.
 */
function usePointing(
  text: { readonly current: HTMLElement | null },
  onPoint: Props['onPoint'],
  onChoose: Props['onChoose'],
): void {
  useEffect(() => {
    const element = text.current;
    if (!element) return;
    const linesAt = (target: EventTarget | null) =>
      target instanceof Element
        ? target.closest<HTMLElement>('[data-of]')?.dataset.of?.split(' ')
        : undefined;
    const over = (event: PointerEvent) => {
      if (event.pointerType === 'mouse') onPoint(linesAt(event.target) ?? null);
    };
    const leave = () => onPoint(null);
    const click = (event: MouseEvent) => {
      if (!(event.target instanceof Element) || getSelection()?.isCollapsed === false) return;
      if (event.target.closest('button')) return;
      const word = event.target.closest<HTMLElement>('[data-word]')?.dataset.word;
      if (word !== undefined) onChoose(word);
    };
    element.addEventListener('pointerover', over);
    element.addEventListener('pointerleave', leave);
    element.addEventListener('click', click);
    return () => {
      element.removeEventListener('pointerover', over);
      element.removeEventListener('pointerleave', leave);
      element.removeEventListener('click', click);
    };
  }, [text, onPoint, onChoose]);
}

interface ParagraphProps {
  readonly paragraph: { readonly start: number; readonly end: number; readonly text: string };
  readonly standing: readonly Mark[];
  readonly details: readonly Mark[];
  readonly hot: string | null;
  readonly onChoose: (id: string) => void;
}

const Paragraph = memo(function Paragraph({ paragraph, standing, details, hot, onChoose }: ParagraphProps) {
  const segments = useMemo(
    () => segmentsOf(paragraph, [...standing, ...details]),
    [paragraph, standing, details],
  );
  return (
    <p>
      {segments.map((segment) => (
        <Stretch key={segment.start} segment={segment} hot={hot} onChoose={onChoose} />
      ))}
    </p>
  );
});

function Stretch({
  segment,
  hot,
  onChoose,
}: { segment: Segment } & Pick<ParagraphProps, 'hot' | 'onChoose'>) {
  const lines = idsOf(segment.marks, SENTENCES);
  const words = idsOf(segment.marks, WORDS);
  const ending = idsOf(segment.ending, SENTENCES);
  const residue = segment.marks.find(({ kind }) => kind === 'residue');
  const names = [
    lines.length > 0 && 'evidence',
    hot !== null && lines.includes(hot) && 'hot',
    ...segment.marks.map(({ kind }) => (DETAILS.has(kind) ? `detail-${kind}` : `of-${kind}`)),
  ].filter(Boolean);
  const footnote = ending.length > 0 && (
    <button
      type="button"
      className={`footnote${hot !== null && ending.includes(hot) ? ' hot' : ''}`}
      data-of={ending.join(' ')}
      aria-label={tn('count.lines', ending.length)}
      title={tn('count.lines', ending.length)}
      onClick={() => onChoose(following(ending, hot))}
    >
      {ending.length}
    </button>
  );
  if (names.length === 0) return segment.text;
  const mark = (text: string, at: number) => (
    <span
      className={[...new Set(names)].join(' ')}
      data-of={lines.length + words.length > 0 ? [...lines, ...words].join(' ') : undefined}
      data-word={words.at(-1)}
      data-at={at}
      lang={residue?.of}
      title={residue && t('reader.residue.title', { language: languageName(residue.of) })}
    >
      {text}
    </span>
  );
  if (!footnote) return mark(segment.text, segment.start);
  const [begin, last] = beforeLastWord(segment.text);
  return (
    <>
      {begin !== '' && mark(begin, segment.start)}
      <span className="keep">
        {last !== '' && mark(last, segment.start + begin.length)}
        {footnote}
      </span>
    </>
  );
}

/** Cuts off the last word, which keeps the button behind it from standing alone on a line. */
function beforeLastWord(text: string): [begin: string, last: string] {
  const cut = text.trimEnd().lastIndexOf(' ') + 1;
  return text.length - cut > 30 ? [text, ''] : [text.slice(0, cut), text.slice(cut)];
}

function idsOf(marks: readonly Mark[], kinds: ReadonlySet<string>): string[] {
  return [...new Set(marks.filter(({ kind }) => kinds.has(kind)).map(({ of }) => of))];
}

/** The line to go to from a sentence: the first, or the one after that which is looked at already. */
function following(ids: readonly string[], hot: string | null): string {
  const at = hot === null ? -1 : ids.indexOf(hot);
  return ids[(at + 1) % ids.length] as string;
}
