const TOKEN = /[\p{L}\p{N}\p{M}_]+/gu;
/** Share of a piece's words that must stand in the gold text in one piece with it. */
const ENOUGH = 0.6;

/**
 * Which pieces of a page a gold text holds: aligns the words of all pieces with its words (longest common subsequence, neighbours on both
 * sides preferred) and marks the pieces most of whose words are matched. Quadratic: for training only.
 */
export function piecesOf(pieces: readonly string[], body: string): boolean[] {
  const gold: string[] = body.match(TOKEN) ?? [];
  const own: string[] = [];
  const owner: number[] = [];
  pieces.forEach((text, index) => {
    for (const token of text.match(TOKEN) ?? []) {
      own.push(token);
      owner.push(index);
    }
  });
  const [rows, columns] = [own.length, gold.length];
  const width = columns + 1;
  // A match is worth 2, one more where the words before match too: whole sentences beat scattered words.
  const moves = new Uint8Array((rows + 1) * width);
  let before = new Int32Array(width);
  let ranBefore = new Uint8Array(width);
  for (let row = 1; row <= rows; row++) {
    const now = new Int32Array(width);
    const ran = new Uint8Array(width);
    for (let column = 1; column <= columns; column++) {
      let best = before[column] as number;
      let move = 1;
      if ((now[column - 1] as number) > best) {
        best = now[column - 1] as number;
        move = 2;
      }
      if (own[row - 1] === gold[column - 1]) {
        const value = (before[column - 1] as number) + 2 + (ranBefore[column - 1] ? 1 : 0);
        if (value >= best) {
          best = value;
          move = 3;
        }
      }
      now[column] = best;
      ran[column] = move === 3 ? 1 : 0;
      moves[row * width + column] = move;
    }
    before = now;
    ranBefore = ran;
  }
  const matched = new Array<number>(pieces.length).fill(0);
  const all = new Array<number>(pieces.length).fill(0);
  for (const index of owner) all[index] = (all[index] ?? 0) + 1;
  for (let row = rows, column = columns; row > 0 && column > 0; ) {
    const move = moves[row * width + column];
    if (move === 3) {
      const index = owner[row - 1] as number;
      matched[index] = (matched[index] ?? 0) + 1;
      row--;
      column--;
    } else if (move === 1) row--;
    else column--;
  }
  return matched.map((count, index) => count > 0 && count >= ENOUGH * (all[index] ?? 0));
}
