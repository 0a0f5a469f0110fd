import { runOf } from './block-worth.ts';
import {
  between,
  formOf,
  type LineFeatures,
  nearestOver,
  running,
  STRIDE,
  squeezed,
} from './line-features.ts';
import { nearness, topicOf } from './line-topic.ts';

/** A line at least so likely is taken for the story's when others are judged by it. */
const SURE = 0.6;
const LEAST = 0.4;
const LONGEST = 600;
const STEPS = 6;
const CHANCES = Array.from({ length: 2 * STEPS + 1 }, (_, at) => ({
  step: at - STEPS,
  name: `chance${at - STEPS}`,
}));
const WINDOWS = [3, 8, 20].flatMap((width) =>
  ['Before', 'After'].map((side) => ({
    width,
    isBefore: side === 'Before',
    likely: `likely${side}${width}`,
    chances: `chances${side}${width}`,
  })),
);

/**
 * Features for the second look at each line: those of the first, and what the first look made of the lines around it (stacked
 * generalization, Wolpert 1992). A list between two paragraphs of the story is told by this, and so is a comment that reads like one. Written
 * into the rows, behind those of the first look; returns the names of all. Linear.
 */
export function secondLook(
  { values, count, names, shapes, keys }: LineFeatures,
  chances: readonly number[],
): readonly string[] {
  const lengths = shapes.map(({ length }) => Math.min(length, LONGEST));
  const worth = chances.map((chance, at) => (chance - LEAST) * Math.sqrt(lengths[at] as number));
  const run = runOf(worth);
  const [from, to] = run ? [run.from, run.to] : [count, -1];
  const isSure = chances.map((chance) => chance > SURE);
  const topic = topicOf(keys.filter((_, at) => isSure[at]));
  const near = keys.map((own, at) => nearness(own, topic, isSure[at] as boolean));
  const length = running(lengths);
  const chance = running(chances);
  const weighed = running(chances.map((value, at) => value * (lengths[at] as number)));
  const positive = running(worth.map((value) => Math.max(0, value)));
  const all = Math.max(1, positive[count] as number);
  const [before, after] = nearestOver(chances, SURE);
  const forms = shapes.map(formOf);
  const alike = new Map<string, [number, number]>();
  forms.forEach((form, at) => {
    const [sum, times] = alike.get(form) ?? [0, 0];
    alike.set(form, [sum + (chances[at] as number), times + 1]);
  });
  const more: string[] = [];
  let place = 0;
  for (let at = 0; at < count; at++) {
    place = at * STRIDE + names.length;
    const put = (name: string, value: number) => {
      if (at === 0) more.push(name);
      values[place++] = value;
    };
    for (const { step, name } of CHANCES) put(name, chances[at + step] ?? -1);
    for (const { width, isBefore, likely, chances: mean } of WINDOWS) {
      const [low, high] = isBefore ? [at - width, at] : [at + 1, at + 1 + width];
      put(likely, between(weighed, low, high) / Math.max(1, between(length, low, high)));
      put(mean, between(chance, low, high) / width);
    }
    put('inLikely', at >= from && at <= to ? 1 : 0);
    put('fromLikely', run ? squeezed(at - from) : 0);
    put('toLikely', run ? squeezed(at - to) : 0);
    put('likelyPlace', (positive[at] as number) / all);
    put('likelyShare', run ? between(positive, from, to + 1) / all : 0);
    put('sharedLikely', near[at]?.shared ?? 0);
    put('oftenLikely', near[at]?.often ?? 0);
    const [last, next] = [before[at] as number, after[at] as number];
    put('sureBefore', last < 0 ? 99 : squeezed(at - last));
    put('sureAfter', next < 0 ? 99 : squeezed(next - at));
    put('gap', last < 0 || next < 0 ? 99 : squeezed(next - last));
    put('gapBefore', last < 0 ? 99 : squeezed(between(length, last + 1, at)));
    put('gapAfter', next < 0 ? 99 : squeezed(between(length, at + 1, next)));
    put('nearSureBefore', last < 0 ? 0 : (near[last]?.shared ?? 0));
    put('nearSureAfter', next < 0 ? 0 : (near[next]?.shared ?? 0));
    const [sum, times] = alike.get(forms[at] as string) as [number, number];
    put('alikeChance', sum / times);
    put('alikeTimes', squeezed(times));
  }
  if (names.length + more.length > STRIDE) throw new Error('rows of lines are longer than their room');
  return [...names, ...more];
}
