import { geoGraticule10, geoPath } from 'd3-geo';
import { type KeyboardEvent, type RefObject, useEffect, useMemo, useRef, useState } from 'react';
import { number, shortNumber, t, term, tn } from '../messages/index.ts';
import { coloursOf, onThemeChange } from '../time/colours.ts';
import { type Camera, cameraFor, closer, projectionOf, shifted } from './camera.ts';
import type { PlaceMark } from './places.ts';
import type { Countries } from './world.ts';

interface Props {
  readonly world: Countries;
  readonly places: readonly PlaceMark[];
  /** All places whatever the time, which the first view is fitted to. */
  readonly all: readonly PlaceMark[];
  readonly onOpen: (place: PlaceMark) => void;
}

/** Land on a canvas, places above it as buttons: so they have names, focus and keys. */
export function MapCanvas({ world, places, all, onOpen }: Props) {
  const box = useRef<HTMLDivElement>(null);
  const canvas = useRef<HTMLCanvasElement>(null);
  const size = useSize(box);
  const [width, height] = size;
  const [moved, setMoved] = useState<Camera | null>(null);
  const home = useMemo(() => cameraFor(all, width, height), [all, width, height]);
  const camera = moved ?? home;
  useLand(canvas, world, camera, size);
  usePointer(box, size, (change) => setMoved((before) => change(before ?? home)));
  const projection = useMemo(() => projectionOf(camera, width, height), [camera, width, height]);
  const change = (next: (camera: Camera) => Camera) => setMoved((before) => next(before ?? home));
  const zoom = (factor: number) => change((one) => closer(one, factor, [width / 2, height / 2], size));
  const onKey = (press: KeyboardEvent) => {
    const step = { ArrowLeft: [-60, 0], ArrowRight: [60, 0], ArrowUp: [0, -60], ArrowDown: [0, 60] }[
      press.key
    ];
    if (step) change((one) => shifted(one, step[0] as number, step[1] as number, size));
    else if (press.key === '+' || press.key === '=') zoom(1.5);
    else if (press.key === '-') zoom(1 / 1.5);
    else if (press.key === 'Home') setMoved(null);
    else return;
    press.preventDefault();
  };
  const placed = places.flatMap((place) => {
    const at = projection([place.lon, place.lat]);
    return at && at[0] > -10 && at[1] > -10 && at[0] < width + 10 && at[1] < height + 10
      ? [{ place, x: at[0], y: at[1] }]
      : [];
  });
  const sizeOf = useMemo(() => sizesOf(all), [all]);
  const named = withRoom(placed, width, sizeOf);
  return (
    // biome-ignore lint/a11y/useSemanticElements: a map has no element of its own
    <div className="map" ref={box} role="group" aria-label={t('map.label', { count: number(places.length) })}>
      <canvas ref={canvas} />
      {placed.map(({ place, x, y }) => (
        <PlaceButton
          key={place.key}
          place={place}
          x={x}
          y={y}
          size={sizeOf(place)}
          hasName={named.has(place.key)}
          kilometre={camera.scale / 6371}
          onOpen={onOpen}
        />
      ))}
      <div
        className="map-keys"
        role="application"
        aria-label={t('map.keys')}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: arrow keys move the map
        tabIndex={0}
        onKeyDown={onKey}
      />
      <div className="map-tools">
        <button type="button" className="icon" aria-label={t('axis.in')} onClick={() => zoom(1.6)}>
          +
        </button>
        <button type="button" className="icon" aria-label={t('axis.out')} onClick={() => zoom(1 / 1.6)}>
          −
        </button>
        <button type="button" className="icon" aria-label={t('map.home')} onClick={() => setMoved(null)}>
          ⌂
        </button>
      </div>
      <p className="map-source">{t('map.source')}</p>
    </div>
  );
}

/** How far around the point the place may truly be, in kilometres. */
const REACH = { exact: 0, near: 8, district: 25, region: 60, country: 150 } as const;

function PlaceButton(props: {
  place: PlaceMark;
  x: number;
  y: number;
  size: number;
  hasName: boolean;
  kilometre: number;
  onOpen: (place: PlaceMark) => void;
}) {
  const { place, x, y, size, hasName, kilometre, onOpen } = props;
  const count = place.events;
  const reach = Math.min(
    Math.max(REACH[place.precision] * kilometre * 2, place.precision === 'exact' ? 0 : size + 8),
    260,
  );
  return (
    <button
      type="button"
      className={`place quad ${place.quad} precision-${place.precision}`}
      style={{ left: x, top: y }}
      data-line
      aria-label={`${place.name}: ${tn('count.events', count)}, ${term('precision', place.precision)}`}
      title={`${place.name} · ${tn('count.events', count)} · ${term('precision', place.precision)}`}
      onClick={() => onOpen(place)}
    >
      {reach > 0 && <span className="place-reach" style={{ inlineSize: reach, blockSize: reach }} />}
      <span
        className="place-dot"
        style={{ inlineSize: size, blockSize: size }}
        data-count={count > 1 ? shortNumber(count) : ''}
      />
      {hasName && (
        <bdi className="place-name" style={{ marginBlockStart: size / 2 + 10 }}>
          {place.name}
        </bdi>
      )}
    </button>
  );
}

const SMALLEST_SIGN = 13;
const LARGEST_SIGN = 47;

/** How large the sign of a place is drawn, in pixels; smaller where there are many places or one with very much. */
type SizeOf = (place: PlaceMark) => number;

function sizesOf(all: readonly PlaceMark[]): SizeOf {
  const most = Math.max(46, ...all.map(({ events }) => events));
  const largest = Math.max(
    30,
    Math.min(LARGEST_SIGN, LARGEST_SIGN * Math.sqrt(30 / Math.max(all.length, 1))),
  );
  return ({ events }) => SMALLEST_SIGN + (largest - SMALLEST_SIGN) * Math.sqrt(events / most);
}

interface Box {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

function overlap(one: Box, other: Box): boolean {
  return one.left < other.right && other.left < one.right && one.top < other.bottom && other.top < one.bottom;
}

/** Which names have room: the busiest places first, none over another, over another's sign or beyond the edge. */
function withRoom(
  placed: readonly { place: PlaceMark; x: number; y: number }[],
  width: number,
  sizeOf: SizeOf,
): ReadonlySet<string> {
  const signs = placed.map(({ place, x, y }) => {
    const half = sizeOf(place) / 2;
    return { key: place.key, left: x - half, right: x + half, top: y - half, bottom: y + half };
  });
  const taken: Box[] = [];
  const named = new Set<string>();
  for (const { place, x, y } of placed.slice(0, 120)) {
    const half = place.name.length * 3.6 + 5;
    const middle = y + sizeOf(place) / 2 + 10;
    const box = { left: x - half, right: x + half, top: middle - 9, bottom: middle + 9 };
    if (box.left < 0 || box.right > width) continue;
    if (taken.some((one) => overlap(one, box))) continue;
    if (signs.some((sign) => sign.key !== place.key && overlap(sign, box))) continue;
    taken.push(box);
    named.add(place.key);
  }
  return named;
}

function useSize(box: RefObject<HTMLElement | null>): readonly [number, number] {
  const [size, setSize] = useState<readonly [number, number]>([0, 0]);
  useEffect(() => {
    const element = box.current;
    if (!element) return;
    const observer = new ResizeObserver(() => setSize([element.clientWidth, element.clientHeight]));
    observer.observe(element);
    return () => observer.disconnect();
  }, [box]);
  return size;
}

const graticule = geoGraticule10();

function useLand(
  canvas: RefObject<HTMLCanvasElement | null>,
  world: Countries,
  camera: Camera,
  [width, height]: readonly [number, number],
): void {
  const [theme, setTheme] = useState(0);
  useEffect(() => onThemeChange(() => setTheme((before) => before + 1)), []);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another theme has other colours
  useEffect(() => {
    const element = canvas.current;
    const context = element?.getContext('2d');
    if (!element || !context || width === 0) return;
    const frame = requestAnimationFrame(() => {
      const ratio = devicePixelRatio || 1;
      element.width = Math.round(width * ratio);
      element.height = Math.round(height * ratio);
      context.setTransform(ratio, 0, 0, ratio, 0, 0);
      const colours = coloursOf(document.body);
      const path = geoPath(projectionOf(camera, width, height), context);
      context.fillStyle = colours('sea');
      context.fillRect(0, 0, width, height);
      context.beginPath();
      path(world);
      context.fillStyle = colours('land');
      context.fill();
      context.strokeStyle = colours('border');
      context.lineWidth = 1;
      context.stroke();
      context.beginPath();
      path(graticule);
      context.globalAlpha = 0.25;
      context.stroke();
      context.globalAlpha = 1;
    });
    return () => cancelAnimationFrame(frame);
  }, [canvas, world, camera, width, height, theme]);
}

function usePointer(
  box: RefObject<HTMLElement | null>,
  size: readonly [number, number],
  change: (change: (camera: Camera) => Camera) => void,
): void {
  const latest = useRef({ size, change });
  latest.current = { size, change };
  useEffect(() => {
    const element = box.current;
    if (!element) return;
    const held = new Map<number, { x: number; y: number }>();
    const down = (event: PointerEvent) => {
      if (event.button !== 0 || (event.target as Element).closest('button')) return;
      held.set(event.pointerId, { x: event.clientX, y: event.clientY });
      element.setPointerCapture(event.pointerId);
    };
    const move = (event: PointerEvent) => {
      const before = held.get(event.pointerId);
      if (!before) return;
      const now = { x: event.clientX, y: event.clientY };
      held.set(event.pointerId, now);
      const other = [...held].find(([id]) => id !== event.pointerId)?.[1];
      const { left, top } = element.getBoundingClientRect();
      latest.current.change((camera) => {
        if (!other) return shifted(camera, before.x - now.x, before.y - now.y, latest.current.size);
        const far = (one: { x: number; y: number }) => Math.hypot(one.x - other.x, one.y - other.y);
        return closer(
          camera,
          far(now) / Math.max(far(before), 10),
          [other.x - left, other.y - top],
          latest.current.size,
        );
      });
    };
    const up = (event: PointerEvent) => void held.delete(event.pointerId);
    const wheel = (event: WheelEvent) => {
      event.preventDefault();
      const { left, top } = element.getBoundingClientRect();
      const factor = Math.exp(-Math.max(-1, Math.min(1, event.deltaY / 300)));
      const point = [event.clientX - left, event.clientY - top] as const;
      latest.current.change((camera) => closer(camera, factor, point, latest.current.size));
    };
    element.addEventListener('pointerdown', down);
    element.addEventListener('pointermove', move);
    element.addEventListener('pointerup', up);
    element.addEventListener('pointercancel', up);
    element.addEventListener('wheel', wheel, { passive: false });
    return () => {
      element.removeEventListener('pointerdown', down);
      element.removeEventListener('pointermove', move);
      element.removeEventListener('pointerup', up);
      element.removeEventListener('pointercancel', up);
      element.removeEventListener('wheel', wheel);
    };
  }, [box]);
}
