import { number, shortNumber, t } from '../messages/index.ts';
import { type Colours, QUAD_TOKEN } from '../time/colours.ts';
import { type Tick, ticksOf } from '../time/ticks.ts';
import type { TimeWindow } from '../time/window.ts';
import { type Drawn, type Layout, SIZES } from './layout.ts';
import type { TimelineMark } from './marks.ts';

interface Scene {
  readonly context: CanvasRenderingContext2D;
  readonly colours: Colours;
  readonly font: string;
  readonly width: number;
  readonly window: TimeWindow;
  readonly layout: Layout;
  readonly pointed: Drawn | undefined;
  readonly today: number;
}

/** Draws one frame. Colour never stands alone: shapes tell the quad class, outlines what is not certain. */
export function paint(scene: Scene): void {
  const { context, colours, width, layout } = scene;
  context.clearRect(0, 0, width, layout.height);
  context.fillStyle = colours('raised');
  context.fillRect(0, 0, width, layout.height);
  paintAxis(scene);
  for (const one of layout.drawn) {
    if (one.shape === 'mark') paintMark(scene, one);
    else if (one.shape === 'tower') paintTower(scene, one);
    else if (one.shape === 'stretch') paintStretch(scene, one);
    else paintBar(scene, one);
  }
  paintNames(scene);
}

function paintAxis({ context, colours, font, width, window, layout, today }: Scene): void {
  const x = (time: number) => ((time - window.start) / (window.end - window.start)) * width;
  context.textBaseline = 'middle';
  context.textAlign = 'start';
  const ticks = ticksOf(window, width);
  const first = paintFirstPeriod(context, colours, font, ticks, x);
  for (const tick of ticks) {
    const { time, isMajor } = tick;
    const label = tick === first ? tick.inFull : tick.label;
    const at = Math.round(x(time)) + 0.5;
    context.strokeStyle = colours(isMajor ? 'line-strong' : 'line');
    context.globalAlpha = isMajor ? 0.55 : 0.8;
    context.lineWidth = 1;
    context.beginPath();
    context.moveTo(at, isMajor ? 6 : 14);
    context.lineTo(at, layout.height);
    context.stroke();
    context.globalAlpha = 1;
    context.font = `${isMajor ? 600 : 400} 12px ${font}`;
    context.fillStyle = colours(isMajor ? 'ink' : 'quiet');
    // A word that the edge would cut is left out.
    if (at >= 0 && at + 5 + context.measureText(label).width <= width) context.fillText(label, at + 5, 15);
  }
  const now = x(today);
  if (now < 0 || now > width) return;
  context.strokeStyle = colours('accent');
  context.setLineDash([3, 3]);
  context.beginPath();
  context.moveTo(now, SIZES.axis);
  context.lineTo(now, layout.height);
  context.stroke();
  context.setLineDash([]);
}

/**
 * What the axis begins in, where there is room before its first mark, so that the year is always said. Else gives back
 * the mark that says it, where it has room.
 */
function paintFirstPeriod(
  context: CanvasRenderingContext2D,
  colours: Colours,
  font: string,
  [before, next]: readonly Tick[],
  x: (time: number) => number,
): Tick | undefined {
  if (!before) return undefined;
  context.font = `600 12px ${font}`;
  context.fillStyle = colours('ink');
  const room = (next ? x(next.time) : Number.POSITIVE_INFINITY) - 12 - Math.max(x(before.time), 0);
  if (context.measureText(before.inFull).width >= room) return undefined;
  if (x(before.time) >= 0) return before;
  context.fillText(before.inFull, 6, 15);
  return undefined;
}

function paintNames({ context, colours, font, width, layout }: Scene): void {
  context.textAlign = 'start';
  context.textBaseline = 'middle';
  for (const { lane, y } of layout.lanes) {
    context.strokeStyle = colours('line');
    context.beginPath();
    context.moveTo(0, y + 0.5);
    context.lineTo(width, y + 0.5);
    context.stroke();
    const name = t(`lane.${lane}`);
    context.font = `600 12px ${font}`;
    context.fillStyle = colours('raised');
    context.globalAlpha = 0.85;
    context.fillRect(4, y + 3, context.measureText(name).width + 10, 15);
    context.globalAlpha = 1;
    context.fillStyle = colours('quiet');
    context.fillText(name, 9, y + 11);
  }
}

/** Round for cooperation, edged for conflict; open for words, full for acts. */
function paintSymbol(
  { context, colours }: Scene,
  mark: Pick<TimelineMark, 'quad' | 'status'>,
  x: number,
  y: number,
  size: number,
): void {
  const isWord = mark.quad.startsWith('verbal');
  const isGood = mark.quad.endsWith('cooperation');
  const colour = colours(QUAD_TOKEN[mark.quad]);
  const r = size / 2;
  context.beginPath();
  if (isGood) context.arc(x, y, r, 0, 2 * Math.PI);
  else {
    context.moveTo(x, y - r * 1.15);
    context.lineTo(x + r * 1.15, y);
    context.lineTo(x, y + r * 1.15);
    context.lineTo(x - r * 1.15, y);
    context.closePath();
  }
  context.lineWidth = 1.6;
  context.strokeStyle = colour;
  context.fillStyle = isWord ? colours('raised') : colour;
  if (mark.status !== 'reported' && mark.status !== 'contested') context.globalAlpha = 0.45;
  context.fill();
  context.stroke();
  context.globalAlpha = 1;
  if (mark.status === 'contested') {
    context.lineWidth = 1;
    context.beginPath();
    context.arc(x, y, r + 2.6, 0, 2 * Math.PI);
    context.stroke();
  }
}

function paintMark(scene: Scene, one: Extract<Drawn, { shape: 'mark' }>): void {
  const { context, colours, font, pointed } = scene;
  if (pointed?.shape === 'mark' && pointed.mark === one.mark) halo(scene, one);
  const middle = one.y + one.height / 2;
  paintSymbol(scene, one.mark, one.x + SIZES.mark / 2, middle, SIZES.mark - 5);
  if (!one.hasLabel) return;
  context.font = `12px ${font}`;
  context.fillStyle = colours('ink');
  context.textBaseline = 'middle';
  context.fillText(cut(context, one.mark.label, one.width - SIZES.mark - 6), one.x + SIZES.mark + 4, middle);
}

function paintTower(scene: Scene, one: Extract<Drawn, { shape: 'tower' }>): void {
  const { context, colours, font, pointed } = scene;
  if (isPointed(pointed, one)) halo(scene, one);
  let y = one.y + one.height;
  for (const { quad, count } of one.shares) {
    const part = (count / one.count) * one.height;
    y -= part;
    context.fillStyle = colours(`${QUAD_TOKEN[quad]}-soft`);
    context.fillRect(one.x, y, one.width, part);
    context.strokeStyle = colours(QUAD_TOKEN[quad]);
    context.lineWidth = 1;
    context.strokeRect(one.x + 0.5, y + 0.5, one.width - 1, Math.max(part - 1, 0));
  }
  context.font = `600 11px ${font}`;
  context.textAlign = 'center';
  context.textBaseline = 'middle';
  context.fillStyle = colours('ink');
  const words = [number(one.count), shortNumber(one.count)].find(
    (text) => context.measureText(text).width <= one.width + 6,
  );
  if (words) context.fillText(words, one.x + one.width / 2, one.y - 6);
  context.textAlign = 'start';
}

/** Somewhere in this stretch, more is not known: faint, its ends fading, the symbols in the middle. */
function paintStretch(scene: Scene, one: Extract<Drawn, { shape: 'stretch' }>): void {
  const { context, colours, font, pointed } = scene;
  if (isPointed(pointed, one)) halo(scene, one);
  const colour = colours(QUAD_TOKEN[one.quad]);
  const y = one.y + one.height / 2;
  const fade = context.createLinearGradient(one.x, 0, one.x + one.width, 0);
  const clear = colour.replace(/^rgb\((.*)\)$/, 'rgba($1, 0.1)');
  fade.addColorStop(0, clear);
  fade.addColorStop(0.5, colour);
  fade.addColorStop(1, clear);
  context.strokeStyle = fade;
  context.lineWidth = 2;
  context.setLineDash([4, 4]);
  context.beginPath();
  context.moveTo(one.x, y);
  context.lineTo(one.x + one.width, y);
  context.stroke();
  context.setLineDash([]);
  const middle = Math.min(Math.max(one.x + one.width / 2, 12), scene.width - 24);
  paintSymbol(scene, one.marks[0] ?? { quad: one.quad, status: 'reported' }, middle, y, SIZES.mark - 6);
  if (one.count < 2 || one.width < 40) return;
  context.font = `11px ${font}`;
  context.fillStyle = colours('ink');
  context.textBaseline = 'middle';
  context.fillText(number(one.count), middle + 9, y + 0.5);
}

/** Full as far as somebody confirmed it, dashed from there on. */
function paintBar(scene: Scene, one: Extract<Drawn, { shape: 'bar' }>): void {
  const { context, colours, font, pointed } = scene;
  if (pointed?.shape === 'bar' && pointed.bar === one.bar) halo(scene, one);
  context.fillStyle = colours('accent-soft');
  context.fillRect(one.x, one.y, one.sureWidth, one.height);
  context.strokeStyle = colours('accent');
  context.lineWidth = 1;
  if (!one.bar.isStartKnown) context.setLineDash([2, 2]);
  context.strokeRect(one.x + 0.5, one.y + 0.5, one.sureWidth - 1, one.height - 1);
  context.setLineDash([3, 3]);
  if (one.width > one.sureWidth + 2) {
    context.strokeRect(one.x + one.sureWidth, one.y + 0.5, one.width - one.sureWidth, one.height - 1);
  }
  context.setLineDash([]);
  if (one.labelRoom === 0) return;
  context.font = `12px ${font}`;
  context.fillStyle = colours('ink');
  context.textBaseline = 'middle';
  context.fillText(cut(context, one.bar.label, one.labelRoom), one.labelX, one.y + one.height / 2 + 0.5);
}

function isPointed(pointed: Drawn | undefined, one: Extract<Drawn, { shape: 'tower' | 'stretch' }>): boolean {
  return (
    pointed?.shape === one.shape &&
    pointed.lane === one.lane &&
    pointed.from === one.from &&
    pointed.to === one.to &&
    pointed.y === one.y
  );
}

function halo({ context, colours }: Scene, { x, y, width, height }: Drawn): void {
  context.fillStyle = colours('hot');
  context.strokeStyle = colours('hot-line');
  context.lineWidth = 1;
  context.beginPath();
  context.roundRect(x - 2.5, y - 1.5, width + 5, height + 3, 4);
  context.fill();
  context.stroke();
}

function cut(context: CanvasRenderingContext2D, text: string, room: number): string {
  if (context.measureText(text).width <= room) return text;
  let low = 0;
  let high = text.length;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (context.measureText(`${text.slice(0, middle)}…`).width <= room) low = middle;
    else high = middle - 1;
  }
  return `${text.slice(0, low)}…`;
}
