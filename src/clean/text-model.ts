import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { AboutTrees, type Forest, forestOf, Node } from './forest.ts';

/** The file that `npm run train:clean -- --text` writes: trees for the first look at a line and for the second, and the columns they ask for. */
export const TextModel = z.object({
  about: AboutTrees,
  /** Those of the second look; the first knows the ones they begin with. */
  columns: z.array(z.string()),
  first: z.array(z.array(Node)),
  second: z.array(z.array(Node)),
});
export type TextModel = z.infer<typeof TextModel>;

const file = new URL('./text-model.json', import.meta.url);
let forests: readonly [Forest, Forest] | undefined;

/** The trees of both looks, read when they are first asked for. */
export function textForests(): readonly [Forest, Forest] {
  if (!forests) {
    const { first, second } = TextModel.parse(JSON.parse(readFileSync(file, 'utf8')));
    forests = [forestOf(first), forestOf(second)];
  }
  return forests;
}
