import { plain, shortened } from './terminal.ts';

export interface Column<Row> {
  readonly head: string;
  readonly value: (row: Row) => string;
  /** Right for numbers. */
  readonly align?: 'left' | 'right';
  /** Most characters; the last column takes what the width leaves. */
  readonly most?: number;
}

/** Rows as aligned text, ending with a line feed. `width` null: nothing is shortened. */
export function printedTable<Row>(
  rows: readonly Row[],
  columns: readonly Column<Row>[],
  width: number | null,
  headed: (text: string) => string = (text) => text,
): string {
  const cells = rows.map((row) =>
    columns.map(({ value, most }) => {
      const text = plain(value(row));
      return width !== null && most !== undefined ? shortened(text, most) : text;
    }),
  );
  const widths = columns.map(({ head }, index) =>
    Math.max(head.length, ...cells.map((line) => line[index]?.length ?? 0)),
  );
  const before = widths.slice(0, -1).reduce((sum, one) => sum + one + 2, 0);
  const line = (texts: readonly string[]) =>
    texts
      .map((text, index) => {
        const size = widths[index] ?? 0;
        if (index === columns.length - 1)
          return width === null ? text : shortened(text, Math.max(10, width - before));
        return columns[index]?.align === 'right' ? text.padStart(size) : text.padEnd(size);
      })
      .join('  ')
      .trimEnd();
  return `${[headed(line(columns.map(({ head }) => head))), ...cells.map(line)].join('\n')}\n`;
}
