import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { drawArcs, plainArticle, read, toConllu } from '../../../src/read/index.ts';

/** The checks of level 1 and 2 of the UD validator that apply to what we write. */
function expectValid(conllu: string): void {
  for (const block of conllu.split('\n\n').slice(0, -1)) {
    const lines = block.split('\n');
    const rows = lines.filter((line) => !line.startsWith('#')).map((line) => line.split('\t'));
    const text = lines.find((line) => line.startsWith('# text = '))?.slice('# text = '.length);
    const words = rows.filter(([id]) => !id?.includes('-'));
    let built = '';
    let covered = 0;
    for (const row of rows) {
      expect(row).toHaveLength(10);
      for (const column of row) expect(column).toMatch(/^\S(?:.*\S)?$/su);
      const [id = '', form = '', , , , , , , , misc = ''] = row;
      const isRange = id.includes('-');
      if (isRange || Number(id) > covered) built += form + (misc.includes('SpaceAfter=No') ? '' : ' ');
      if (isRange) covered = Number(id.split('-')[1]);
    }
    expect(built.trim().replace(/\s+/gu, ' ')).toBe(text?.trim());
    words.forEach(([id, , lemma, upos, , feats = '', head, deprel], place) => {
      expect(Number(id)).toBe(place + 1);
      expect(lemma).not.toBe('');
      expect(upos).toMatch(
        /^(ADJ|ADP|ADV|AUX|CCONJ|DET|INTJ|NOUN|NUM|PART|PRON|PROPN|PUNCT|SCONJ|SYM|VERB|X)$/,
      );
      expect(feats).toMatch(/^(_|[A-Z][A-Za-z0-9]*=[^|=]+(\|[A-Z][A-Za-z0-9]*=[^|=]+)*)$/);
      expect(Number(head)).toBeLessThanOrEqual(words.length);
      expect(head).not.toBe(id);
      expect(deprel === 'root').toBe(head === '0');
      expect(deprel).toMatch(/^[a-z]+(:[a-z]+)?$/);
    });
    expect(words.filter((row) => row[6] === '0')).toHaveLength(1);
  }
}

describe('CoNLL-U', () => {
  test('is valid, with ranges for clitics and spaces as they were', () => {
    const conllu = toConllu(
      read(plainArticle("It didn't work (yet). We can't, Baku's envoy said.\n\nThe end.")),
    );
    expectValid(conllu);
    expect(conllu).toContain("2-3\tdidn't\t_\t_\t_\t_\t_\t_\t_\tTokenRange=3:9");
    expect(conllu).toContain('SpaceAfter=No|TokenRange=');
    expect(conllu.match(/^# newpar/gm)).toHaveLength(2);
    expect(conllu.match(/^# newdoc/gm)).toHaveLength(1);
  });

  test('is valid for any text', () => {
    const words = fc.constantFrom(
      'He',
      "won't",
      'go',
      '.',
      '"',
      'U.S.',
      '42',
      '(',
      ')',
      '😀',
      'naïve',
      "'s",
      '\t',
      '\n\n',
    );
    fc.assert(
      fc.property(fc.array(words, { maxLength: 30 }), fc.constantFrom(' ', ''), (parts, glue) =>
        expectValid(toConllu(read(plainArticle(parts.join(glue))))),
      ),
      { numRuns: 100 },
    );
  });
});

describe('arc drawing', () => {
  test('has a line for each word and one word without an arrow: the root', () => {
    const document = read(plainArticle('The ministry denied the claim in Vienna.'));
    const [sentence] = document.sentences;
    if (!sentence) throw new Error('no sentence');
    const lines = drawArcs(document, sentence).trimEnd().split('\n');
    expect(lines).toHaveLength(8);
    expect(lines.filter((line) => !line.includes('▶'))).toEqual([
      expect.stringContaining('denied  VERB root'),
    ]);
  });

  test('of a very long sentence is a list', () => {
    const document = read(plainArticle('word '.repeat(200)));
    const [sentence] = document.sentences;
    if (!sentence) throw new Error('no sentence');
    expect(drawArcs(document, sentence).split('\n')[0]).toContain('← ');
  });
});
