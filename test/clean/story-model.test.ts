import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Features, featuresOf } from '../../src/clean/block-features.ts';
import { storyOf } from '../../src/clean/body.ts';
import { chanceOf, forestOf, isLikely, type Tree } from '../../src/clean/forest.ts';
import { blocksOf } from '../../src/clean/html-blocks.ts';
import { parsePage } from '../../src/clean/parse.ts';

const MODEL = JSON.parse(
  readFileSync(new URL('../../src/clean/story-model.json', import.meta.url), 'utf8'),
) as {
  columns: string[];
};
const PAGE = `<header><nav><a href="/a">World</a> <a href="/b">Sport</a></nav></header>
<main><article><h1>Envoys meet on the road</h1>
<p>Delegations of Norland and Sudria met on Tuesday at the bridge near Belpar, the first meeting since the road was closed in March.</p>
<p>They spoke for three hours about the prisoners, about the mines along the river and about the two villages without bread, an envoy said.</p>
<p>The talks will go on next week, the ministry in Varda announced, but no date has been set for the opening of the road.</p>
</article><aside><h2>More stories</h2><ul><li><a href="/1">Ten lakes to swim in</a></li><li><a href="/2">The cup draw</a></li></ul></aside></main>
<footer><p>Copyright Valley Post. All rights reserved.</p></footer>`;

function columnOf({ names, values }: Pick<Features, 'names' | 'values'>, name: string): number[] {
  return [...values].filter((_, at) => at % names.length === names.indexOf(name));
}

describe('the trees that tell the story from the rest', () => {
  it('know the columns that features are written in, in their order', () => {
    const blocks = blocksOf(parsePage(PAGE));
    const { names, values } = featuresOf(blocks, {});
    expect(names).toEqual(MODEL.columns);
    const column = (name: string) => columnOf({ names, values }, name);
    for (const [index, { kind, text, box }] of blocks.entries()) {
      expect(column('isParagraph')[index]).toBe(kind === 'p' ? 1 : 0);
      expect(column('depth')[index]).toBe(box.depth);
      expect(column('ownTwins')[index]).toBe(Math.log2(1 + box.twins));
      expect(column('place')[index]).toBe(index / blocks.length);
      expect(column('length1')[index]).toBe(column('length')[index + 1] ?? 0);
      expect(column('endsSentence')[index]).toBe(text.endsWith('.') ? 1 : 0);
      expect(column('blocks')[index]).toBe(Math.log2(1 + blocks.length));
    }
    expect(column('allWorth').length).toBe(blocks.length);
  });

  it('use the story in the page’s data only where it agrees with the page', () => {
    const blocks = blocksOf(parsePage(PAGE));
    const inBody = (articleBody: string) => {
      return columnOf(featuresOf(blocks, { articleBody }), 'inBody');
    };
    const own = blocks.filter(({ kind, text }) => kind === 'p' && !text.startsWith('Copyright'));
    const shares = inBody(own.map(({ text }) => text).join('\n'));
    for (const [index, block] of blocks.entries())
      expect([block.text, shares[index]]).toEqual([block.text, own.includes(block) ? 1 : 0]);
    const another =
      'Farmers of the plain have sold more apples this year than in any of the ten before, and the market hall of the capital is too small for them all, its keeper told the Valley Post on Sunday.';
    expect(new Set(inBody(another))).toEqual(new Set([-1]));
    // One sentence of this page in a longer text about something else.
    expect(new Set(inBody(`${own[0]?.text} ${`${another} `.repeat(3)}`))).toEqual(new Set([-1]));
    expect(new Set(inBody(''))).toEqual(new Set([-1]));
  });

  it('find a plain story, and none of what stands around it', () => {
    const blocks = blocksOf(parsePage(PAGE));
    const story = storyOf(blocks, { title: 'Envoys meet on the road' }).map(
      (index) => blocks[index]?.text ?? '',
    );
    expect(story.join('\n')).toContain('Delegations of Norland');
    expect(story.join('\n')).toContain('no date has been set');
    expect(story.join('\n')).not.toMatch(/Ten lakes|Copyright|Sport/);
  });

  it('have finite features for any text', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ maxLength: 60 }), { maxLength: 12 }), (texts) => {
        const html = texts.map((text) => `<p>${text.replace(/[<&]/g, ' ')}</p>`).join('');
        const { values } = featuresOf(blocksOf(parsePage(html)), {});
        expect(values.every(Number.isFinite)).toBe(true);
      }),
      { numRuns: 60 },
    );
  });
});

describe('a forest', () => {
  const forest = forestOf([
    [[0, 2, 1, 2], [-1], [1]],
    [[1, 0.5, 1, 2], [0], [2]],
  ]);
  it.each([
    [[2, 0], -1],
    [[2, 1], 1],
    [[3, 0], 1],
    [[3, 1], 3],
  ])('adds up its leaves: %j', (row, margin) =>
    expect(chanceOf(forest, row)).toBeCloseTo(1 / (1 + Math.exp(-margin)), 12),
  );

  it('tells what is likely with fewer trees, and says the same', () => {
    const leaf = fc.integer({ min: -8, max: 8 }).map((worth) => worth / 4 + 1 / 32);
    const tree = fc
      .tuple(fc.nat(2), fc.integer({ min: -3, max: 3 }), leaf, leaf)
      .map(([column, border, low, high]): Tree => [[column, border, 1, 2], [low], [high]]);
    const row = fc.array(fc.integer({ min: -4, max: 4 }), { minLength: 3, maxLength: 3 });
    fc.assert(
      fc.property(fc.array(tree, { maxLength: 12 }), row, (trees, values) => {
        const some = forestOf(trees);
        expect(isLikely(some, Float64Array.from([9, ...values]), 1)).toBe(chanceOf(some, values) > 0.5);
      }),
    );
  });
});
