import { runOf } from './block-worth.ts';
import { between, formOf, type LineFeatures, nearestOver, running, squeezed } from './line-features.ts';
import { nearness, topicOf } from './line-topic.ts';

/** A line at least so likely is taken for the story's when others are judged by it. */
const SURE = 0.6;
const LEAST = 0.4;
const LONGEST = 600;
const STEPS = 6;
const WINDOWS = [3, 8, 20];

/**
 * Features for the second look at each line: those of the first, and what the first look made of the lines around it (stacked
 * generalization, Wolpert 1992). A list between two paragraphs of the story is told by this, and so is a comment that reads like one. Linear.
 */
export function secondLook(
  { rows, names, shapes, keys }: LineFeatures,
  chances: readonly number[],
): { readonly rows: readonly (readonly number[])[]; readonly names: readonly string[] } {
  const count = rows.length;
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
  const second = rows.map((first, at) => {
    const row = [...first];
    const put = (name: string, value: number) => {
      if (at === 0) more.push(name);
      row.push(value);
    };
    for (let step = -STEPS; step <= STEPS; step++) put(`chance${step}`, chances[at + step] ?? -1);
    for (const width of WINDOWS) {
      for (const [side, low, high] of [
        ['Before', at - width, at],
        ['After', at + 1, at + 1 + width],
      ] as const) {
        put(`likely${side}${width}`, between(weighed, low, high) / Math.max(1, between(length, low, high)));
        put(`chances${side}${width}`, between(chance, low, high) / width);
      }
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
    return row;
  });
  return { rows: second, names: [...names, ...more] };
}
