import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { AboutTrees, type Forest, forestOf, Node } from './forest.ts';

/** The file that `npm run train:clean` writes: trees, the columns they ask for by name, and what they were made from. */
export const StoryModel = z.object({
  about: AboutTrees,
  columns: z.array(z.string()),
  trees: z.array(z.array(Node)),
});
export type StoryModel = z.infer<typeof StoryModel>;

const { columns, trees } = StoryModel.parse(
  JSON.parse(readFileSync(new URL('./story-model.json', import.meta.url), 'utf8')),
);

/** Names of the features that the trees know, in their order. */
export const STORY_COLUMNS: readonly string[] = columns;
export const storyForest: Forest = forestOf(trees);
