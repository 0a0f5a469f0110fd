import { type KeyboardEvent, type RefObject, useEffect, useMemo, useRef, useState } from 'react';
import { number, shortNumber, t, term, tn } from '../messages/index.ts';
import { coloursOf, onThemeChange } from '../time/colours.ts';
import { apart } from './apart.ts';
import { type Camera, cameraFor, closer, projectionOf, shifted } from './camera.ts';
import { type Box, namesWithRoom, type Offset, spacingOf } from './labels.ts';
import { paintLand } from './land.ts';
import type { PlaceMark } from './places.ts';
import { type Country, countryAt } from './world.ts';

interface Props {
  readonly world: readonly Country[];
  /** Name, longitude and latitude, the largest first. */
  readonly towns: readonly (readonly [string, number, number])[];
  readonly places: readonly PlaceMark[];
  /** All places whatever the time, which the first view is fitted to. */
  readonly all: readonly PlaceMark[];
  readonly onOpen: (place: PlaceMark) => void;
}

/** Land on a canvas, places above it as buttons: so they have names, focus and keys. */
export function MapCanvas({ world, towns, places, all, onOpen }: Props) {
  const box = useRef<HTMLDivElement>(null);
  const canvas = useRef<HTMLCanvasElement>(null);
  const size = useSize(box);
  const [width, height] = size;
  const [moved, setMoved] = useState<Camera | null>(null);
  const home = useMemo(() => cameraFor(all, width, height), [all, width, height]);
  const camera = moved ?? home;
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
  const inView = places.flatMap((place) => {
    const at = projection([place.lon, place.lat]);
    return at && at[0] > -10 && at[1] > -10 && at[0] < width + 10 && at[1] < height + 10
      ? [{ place, x: at[0], y: at[1] }]
      : [];
  });
  const spacing = spacingOf(inView);
  const sizeOf = useMemo(() => sizesOf(all, spacing), [all, spacing]);
  const placed = apart(inView, sizeOf);
  const { offsets, taken } = namesWithRoom(placed, size, sizeOf);
  const within = useMemo(() => countriesWithin(places, world), [places, world]);
  useLand(canvas, { world, towns, camera, size, within, taken });
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
          name={offsets.get(place.key)}
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

/** How far around the point the place may truly be, in kilometres. What is somewhere in a country tints the country. */
const REACH = { exact: 0, near: 8, district: 25, region: 60, country: 0 } as const;
const WIDEST = 900;

function PlaceButton(props: {
  place: PlaceMark;
  x: number;
  y: number;
  size: number;
  /** Where the name stands; left out where it has no room. */
  name: Offset | undefined;
  kilometre: number;
  onOpen: (place: PlaceMark) => void;
}) {
  const { place, x, y, size, name, kilometre, onOpen } = props;
  const count = place.events;
  const reach = Math.min(
    Math.max(REACH[place.precision] * kilometre * 2, place.precision === 'exact' ? 0 : size + 8),
    WIDEST,
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
        data-count={
          count > 1 && size >= (count > 99 ? NUMBERED_SIGN + 6 : NUMBERED_SIGN) ? shortNumber(count) : ''
        }
      />
      {name && (
        <bdi className="place-name" style={{ marginLeft: name.x, marginTop: name.y }}>
          {place.name}
        </bdi>
      )}
    </button>
  );
}

const SMALLEST_SIGN = 12;
const LARGEST_SIGN = 47;
/** A number has no room in a smaller one. */
const NUMBERED_SIGN = 17;

/** How large the sign of a place is drawn, in pixels. */
type SizeOf = (place: PlaceMark) => number;

/** By how much happened, as large as lets most signs stand apart. */
function sizesOf(all: readonly PlaceMark[], spacing: number): SizeOf {
  const most = Math.max(46, ...all.map(({ events }) => events));
  const largest = Math.max(SMALLEST_SIGN + 4, Math.min(LARGEST_SIGN, spacing));
  return ({ events }) => SMALLEST_SIGN + (largest - SMALLEST_SIGN) * Math.sqrt(events / most);
}

/** Countries somewhere in which something happened, with the class of most of it. */
function countriesWithin(
  places: readonly PlaceMark[],
  world: readonly Country[],
): ReadonlyMap<string, PlaceMark['quad']> {
  return new Map(
    places.flatMap(({ precision, lon, lat, quad }) => {
      const country = precision === 'country' ? countryAt(world, [lon, lat]) : undefined;
      return country ? [[country.id, quad] as const] : [];
    }),
  );
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

function useLand(
  canvas: RefObject<HTMLCanvasElement | null>,
  scene: {
    readonly world: readonly Country[];
    readonly towns: Props['towns'];
    readonly camera: Camera;
    readonly size: readonly [number, number];
    readonly within: ReadonlyMap<string, PlaceMark['quad']>;
    readonly taken: readonly Box[];
  },
): void {
  const [theme, setTheme] = useState(0);
  useEffect(() => onThemeChange(() => setTheme((before) => before + 1)), []);
  const latest = useRef(scene);
  latest.current = scene;
  const { world, towns, camera, size, within } = scene;
  // Where names stand follows from the places and from these.
  const names = scene.taken.length;
  // biome-ignore lint/correctness/useExhaustiveDependencies: another theme has other colours
  useEffect(() => {
    const element = canvas.current;
    const context = element?.getContext('2d');
    const [width, height] = size;
    if (!element || !context || width === 0) return;
    const frame = requestAnimationFrame(() => {
      const ratio = devicePixelRatio || 1;
      element.width = Math.round(width * ratio);
      element.height = Math.round(height * ratio);
      context.setTransform(ratio, 0, 0, ratio, 0, 0);
      const { fontFamily: font } = getComputedStyle(document.body);
      paintLand({ ...latest.current, context, colours: coloursOf(document.body), font });
    });
    return () => cancelAnimationFrame(frame);
  }, [canvas, world, towns, camera, size, within, names, theme]);
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
