import { afterAll, describe, expect, it } from 'vitest';
import { ArticleRecord } from '../../src/model/index.ts';
import { Host } from './program.ts';

const text = (number: number) =>
  `  Round ${number} of the talks was held in Varda.\r\n\r\nThe envoy said “nothing was agreed”.\n`;

const host = new Host();
afterAll(() => host.close());

async function batch(lines: readonly (object | string)[], ...flags: string[]) {
  const input = lines.map((line) => (typeof line === 'string' ? line : JSON.stringify(line))).join('\n');
  const ran = await host.run(['read', '--batch', '-', ...flags], { input });
  const records = ran.stdout
    .split('\n')
    .filter(Boolean)
    .map((line) => ArticleRecord.parse(JSON.parse(line)));
  return { ...ran, records };
}

describe('truceline read --batch', () => {
  it('gives one record a line, in order, under the given ids', async () => {
    const lines = Array.from({ length: 60 }, (_, index) => ({ id: `n${index}`, text: text(index) }));
    const { records, code, stderr } = await batch(lines);
    expect(records.map(({ article }) => article.id)).toEqual(lines.map(({ id }) => id));
    expect(records[7]?.article.text).toContain('Round 7');
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  });

  it('takes text verbatim where asIs is set', async () => {
    const verbatim = `\uFEFF${text(1)} \u0007 end`;
    const { records } = await batch([{ id: 'v', text: verbatim, asIs: true }]);
    expect(records[0]?.article.text).toBe(verbatim);
    expect(records[0]?.article.removed).toEqual([]);
  });

  it('uses what is known of each line', async () => {
    const html =
      '<html><head><title>Other</title></head><body><p>The delegations met on Tuesday in Varda to talk.</p></body></html>';
    const { records } = await batch([
      { id: 'a', html, url: 'https://news.example/1', published: '2023-03-09', title: 'Given title' },
    ]);
    expect(records[0]?.article).toMatchObject({
      url: 'https://news.example/1',
      published: '2023-03-09',
      publishedBasis: 'given',
      title: 'Given title',
    });
  });

  it('reports bad lines, passes over them and ends with 3', async () => {
    const { records, code, stderr } = await batch([
      { id: 'good', text: text(1) },
      'not json',
      { id: 'neither' },
      { id: 'both', text: 'a', html: 'b' },
      { text: 'no id' },
      { id: 'date', text: 'x', published: 'soon' },
      '',
      { id: 'last', text: text(2) },
    ]);
    expect(records.map(({ article }) => article.id)).toEqual(['good', 'last']);
    for (const line of [2, 3, 4, 5, 6]) expect(stderr).toContain(`line ${line}: `);
    expect(stderr).toContain('5 of 7 inputs');
    expect(code).toBe(3);
  });

  it('gives byte-identical output however many cores are used', async () => {
    const lines = Array.from({ length: 12 }, (_, index) => ({
      id: `n${index}`,
      text: text(index),
      published: '2023-03-09',
    }));
    const one = await batch(lines, '--workers', '1');
    const two = await batch(lines, '--workers', '2');
    expect(two.stdout).toBe(one.stdout);
  });

  it('says when the file is not there', async () => {
    const ran = await host.run(['read', '--batch', 'nowhere.jsonl']);
    expect(ran).toMatchObject({ code: 4, stdout: '' });
    expect(ran.stderr).toContain('nowhere.jsonl: no such file');
  });
});
