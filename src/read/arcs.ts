import type { Document, Sentence, Token } from './document.ts';

/** An arc between two places of a sentence, drawn from the outside inwards by its height. */
interface Arc {
  readonly from: number;
  readonly to: number;
  readonly head: number;
  readonly height: number;
}

/** Sentences longer than this are not drawn: nobody reads them, and the drawing grows with the square of the length. */
const LONGEST = 120;

/**
 * Draws the tree beside its words, a word a line: `▶` points at a dependent, its relation and tag stand behind the word. Plain
 * text; the width grows with the depth of the nesting, not with the sentence.
 */
export function drawArcs(document: Document, sentence: Sentence): string {
  const words = document.tokens.slice(sentence.firstToken, sentence.endToken);
  if (words.length > LONGEST) return listed(words, sentence);
  const arcs = stacked(words, sentence.firstToken);
  const width = arcs.reduce((most, { height }) => Math.max(most, height), 0) * 2 + 1;
  const grid = words.map(() => new Array<string>(width).fill(' '));
  for (const { from, to, head, height } of arcs) {
    const column = width - 1 - height * 2;
    for (const place of [from, to]) {
      const row = grid[place] as string[];
      for (let x = column + 1; x < width; x++) if (row[x] === ' ' || row[x] === '│') row[x] = '─';
      row[column] = place === from ? joined(row[column], '┌') : joined(row[column], '└');
      if (place !== head) row[width - 1] = '▶';
    }
    for (let place = from + 1; place < to; place++) {
      const row = grid[place] as string[];
      if (row[column] === ' ') row[column] = '│';
      else if (row[column] === '─') row[column] = '┼';
    }
  }
  return words
    .map((word, place) => `${(grid[place] as string[]).join('')} ${described(word)}`.trimEnd())
    .join('\n')
    .concat('\n');
}

/** Two corners in one cell. */
function joined(here: string | undefined, corner: string): string {
  return here !== undefined && '┌└├'.includes(here) && here !== corner ? '├' : corner;
}

function described(word: Token): string {
  return `${word.text}  ${word.upos} ${word.deprel}`;
}

function listed(words: readonly Token[], sentence: Sentence): string {
  return words
    .map(
      (word) =>
        `${described(word)} ← ${word.head < 0 ? 'root' : (words[word.head - sentence.firstToken]?.text ?? '')}\n`,
    )
    .join('');
}

/** Short arcs inside, longer ones outside of all they cover or cross. */
function stacked(words: readonly Token[], first: number): Arc[] {
  const spans = words
    .flatMap((word, place) => (word.head < 0 ? [] : [{ place, head: word.head - first }]))
    .map(({ place, head }) => ({ from: Math.min(place, head), to: Math.max(place, head), head }))
    .sort((a, b) => a.to - a.from - (b.to - b.from) || a.from - b.from);
  const tops = new Int32Array(words.length);
  return spans.map(({ from, to, head }) => {
    let height = 0;
    for (let place = from; place <= to; place++) height = Math.max(height, tops[place] as number);
    height++;
    for (let place = from; place <= to; place++) tops[place] = height;
    return { from, to, head, height };
  });
}
