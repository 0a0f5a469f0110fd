import { type KeyboardEvent, type RefObject, useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { number, t, tn } from '../messages/index.ts';
import { dateInWords } from '../shared/dates.ts';
import { useWidth } from '../shared/useWidth.ts';
import { coloursOf, onThemeChange } from '../time/colours.ts';
import { isoDay } from '../time/interval.ts';
import { moved, type TimeWindow, zoomed } from '../time/window.ts';
import type { LaneCounts } from './density.ts';
import { type Drawn, hit, type Layout, layoutOf } from './layout.ts';
import type { ConditionBar, Lane, LaneMarks } from './marks.ts';
import { paint } from './paint.ts';

interface Props {
  readonly lanes: Readonly<Record<Lane, LaneMarks | LaneCounts>>;
  /** Lines of events, all together. */
  readonly count: number;
  readonly bars: readonly ConditionBar[];
  readonly window: TimeWindow;
  readonly onWindow: (change: (window: TimeWindow) => TimeWindow) => void;
  readonly onAll: () => void;
  readonly onOpen: (one: Drawn) => void;
}

/**
 * The lanes. Wheel zooms at the pointer, drag moves, keys do both; each frame draws once. Whoever cannot see it has the
 * list below, which holds the same events.
 */
export function TimelineCanvas(props: Props) {
  const { window, onWindow, onOpen } = props;
  const box = useRef<HTMLDivElement>(null);
  const canvas = useRef<HTMLCanvasElement>(null);
  const layout = useRef<Layout | null>(null);
  const [pointed, setPointed] = useState<{ one: Drawn; x: number; y: number } | null>(null);
  const width = useWidth(box);
  useFrames({ ...props, canvas, layout, width, pointed: pointed?.one });
  usePointer(box, { layout, onWindow, onOpen, onPoint: setPointed });

  const onKey = (press: KeyboardEvent) => {
    const change = keyChange(press.key);
    if (change) onWindow(change);
    else if (press.key === 'Home') props.onAll();
    else if (press.key === 'Enter') {
      const nearest = inTheMiddle(layout.current, width);
      if (nearest) onOpen(nearest);
    } else return;
    press.preventDefault();
  };
  const said = t('timeline.canvas', {
    count: number(props.count),
    first: isoDay(window.start),
    last: isoDay(window.end),
  });
  return (
    <div
      ref={box}
      className="lanes"
      role="application"
      aria-label={said}
      aria-roledescription={t('timeline.canvas.role')}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: arrow keys move the axis
      tabIndex={0}
      onKeyDown={onKey}
    >
      <canvas ref={canvas} />
      {pointed && <Tip one={pointed.one} x={pointed.x} y={pointed.y} width={width} />}
    </div>
  );
}

function keyChange(key: string): ((window: TimeWindow) => TimeWindow) | null {
  if (key === 'ArrowLeft') return (window) => moved(window, -0.15);
  if (key === 'ArrowRight') return (window) => moved(window, 0.15);
  if (key === '+' || key === '=' || key === 'ArrowUp') return (window) => zoomed(window, 0.7);
  if (key === '-' || key === 'ArrowDown') return (window) => zoomed(window, 1 / 0.7);
  return null;
}

/** What stands nearest to the middle of the axis: what Enter opens. */
function inTheMiddle(layout: Layout | null, width: number): Drawn | null {
  // A bar goes through all of the picture, and would be nearest to any middle.
  const distance = (one: Drawn) =>
    Math.abs(one.x + one.width / 2 - width / 2) + (one.shape === 'bar' ? width : 0);
  return (
    layout?.drawn.reduce<Drawn | null>(
      (best, one) => (best === null || distance(one) < distance(best) ? one : best),
      null,
    ) ?? null
  );
}

/** Draws when something changed, at most once a frame. */
function useFrames(
  props: Props & {
    canvas: RefObject<HTMLCanvasElement | null>;
    layout: RefObject<Layout | null>;
    width: number;
    pointed: Drawn | undefined;
  },
): void {
  const { lanes, bars, window, canvas, layout, width, pointed } = props;
  const [theme, setTheme] = useState(0);
  useEffect(() => onThemeChange(() => setTheme((before) => before + 1)), []);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another theme has other colours
  const look = useMemo(
    () =>
      width > 0
        ? { colours: coloursOf(document.body), font: getComputedStyle(document.body).fontFamily }
        : null,
    [width, theme],
  );
  useEffect(() => {
    const element = canvas.current;
    const context = element?.getContext('2d');
    if (!element || !context || !look) return;
    const frame = requestAnimationFrame(() => {
      const next = layoutOf(lanes, bars, window, width);
      layout.current = next;
      const ratio = devicePixelRatio || 1;
      const [w, h] = [Math.round(width * ratio), Math.round(next.height * ratio)];
      if (element.width !== w || element.height !== h) {
        element.width = w;
        element.height = h;
        element.style.blockSize = `${next.height}px`;
      }
      context.setTransform(ratio, 0, 0, ratio, 0, 0);
      paint({ ...look, context, width, window, layout: next, pointed, today: Date.now() });
    });
    return () => cancelAnimationFrame(frame);
  }, [canvas, layout, lanes, bars, window, width, pointed, look]);
}

interface PointerActions {
  readonly layout: RefObject<Layout | null>;
  readonly onWindow: Props['onWindow'];
  readonly onOpen: Props['onOpen'];
  readonly onPoint: (at: { one: Drawn; x: number; y: number } | null) => void;
}

function usePointer(box: RefObject<HTMLElement | null>, actions: PointerActions): void {
  const latest = useRef(actions);
  latest.current = actions;
  const place = useCallback((event: MouseEvent, element: HTMLElement) => {
    const { left, top, width } = element.getBoundingClientRect();
    return { x: event.clientX - left, y: event.clientY - top, width };
  }, []);
  useEffect(() => {
    const element = box.current;
    if (!element) return;
    const held = new Map<number, number>();
    let travelled = 0;
    const down = (event: PointerEvent) => {
      if (event.button !== 0) return;
      held.set(event.pointerId, event.clientX);
      travelled = 0;
      element.setPointerCapture(event.pointerId);
    };
    const move = (event: PointerEvent) => {
      const { x, y, width } = place(event, element);
      const before = held.get(event.pointerId);
      if (before === undefined) {
        const one = latest.current.layout.current && hit(latest.current.layout.current.drawn, x, y);
        element.style.cursor = one ? 'pointer' : '';
        latest.current.onPoint(one ? { one, x, y } : null);
        return;
      }
      const others = [...held].filter(([id]) => id !== event.pointerId);
      const other = others[0]?.[1];
      travelled += Math.abs(event.clientX - before);
      held.set(event.pointerId, event.clientX);
      if (other !== undefined) {
        const [was, is] = [Math.abs(before - other), Math.abs(event.clientX - other)];
        if (was > 10 && is > 10) latest.current.onWindow((window) => zoomed(window, was / is));
      } else latest.current.onWindow((window) => moved(window, (before - event.clientX) / width));
      latest.current.onPoint(null);
    };
    const up = (event: PointerEvent) => {
      if (!held.delete(event.pointerId) || travelled > 5 || event.type !== 'pointerup') return;
      const { x, y } = place(event, element);
      const one = latest.current.layout.current && hit(latest.current.layout.current.drawn, x, y);
      if (one) latest.current.onOpen(one);
    };
    const wheel = (event: WheelEvent) => {
      event.preventDefault();
      const { x, width } = place(event, element);
      if (event.shiftKey || Math.abs(event.deltaX) > Math.abs(event.deltaY)) {
        const by = (event.deltaX || event.deltaY) / width;
        latest.current.onWindow((window) => moved(window, by));
      } else {
        const factor = Math.exp(Math.max(-1, Math.min(1, event.deltaY / 300)));
        latest.current.onWindow((window) => zoomed(window, factor, x / width));
      }
    };
    const leave = () => latest.current.onPoint(null);
    element.addEventListener('pointerdown', down);
    element.addEventListener('pointermove', move);
    element.addEventListener('pointerup', up);
    element.addEventListener('pointercancel', up);
    element.addEventListener('pointerleave', leave);
    element.addEventListener('wheel', wheel, { passive: false });
    return () => {
      element.removeEventListener('pointerdown', down);
      element.removeEventListener('pointermove', move);
      element.removeEventListener('pointerup', up);
      element.removeEventListener('pointercancel', up);
      element.removeEventListener('pointerleave', leave);
      element.removeEventListener('wheel', wheel);
    };
  }, [box, place]);
}

function Tip({ one, x, y, width }: { one: Drawn; x: number; y: number; width: number }) {
  const lines =
    one.shape === 'bar'
      ? [one.bar.label]
      : one.shape === 'mark'
        ? [one.mark.label]
        : one.marks.length > 0
          ? one.marks.slice(0, 5).map(({ label }) => label)
          : [inNumbers(one)];
  const more = 'marks' in one && one.marks.length > 0 ? one.count - lines.length : 0;
  const isFar = x > width - 260;
  return (
    <div
      className="tip"
      aria-hidden="true"
      style={{ top: y + 14, ...(isFar ? { right: width - x + 8 } : { left: x + 12 }) }}
    >
      {lines.map((line, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: lines may be the same
        <p key={index}>
          <bdi>{line}</bdi>
        </p>
      ))}
      {more > 0 && <p className="quiet">{tn('timeline.more', more)}</p>}
    </div>
  );
}

/** What stands behind a tower whose events are not loaded. */
function inNumbers({ lane, from, to, count }: Extract<Drawn, { count: number }>): string {
  const [first, last] = [isoDay(from), isoDay(to - 1)];
  const when =
    first === last
      ? dateInWords(first, 'short')
      : t('date.range', { first: dateInWords(first, 'short'), last: dateInWords(last, 'short') });
  return `${t(`lane.${lane}`)}, ${when}: ${tn('timeline.lines', count)}`;
}
