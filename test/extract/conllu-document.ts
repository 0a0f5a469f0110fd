import type { Article } from '../../src/model/index.ts';
import { spanOf } from '../../src/model/index.ts';
import type { Document, Sentence, Token, Upos } from '../../src/read/document.ts';

/**
 * A document from hand-made trees in CoNLL-U (ten columns, or seven: id, form, lemma, UPOS, feats, head, deprel; parted by
 * tabs or two and more spaces). `# newpar` begins a paragraph; `SpaceAfter=No` in the last column joins words; without a
 * last column, punctuation joins as usual.
 */
export function documentOfTrees(conllu: string, article: Partial<Article> = {}): Document {
  const sentences: Sentence[] = [];
  const tokens: Token[] = [];
  const paragraphs: { start: number; end: number }[] = [];
  let text = '';
  for (const block of conllu.trim().split(/\n\s*\n/)) {
    const lines = block.split('\n').map((line) => line.trim());
    const newParagraph = paragraphs.length === 0 || lines.some((line) => line.startsWith('# newpar'));
    const rows = lines.filter((line) => /^\d+\s/.test(line)).map((line) => line.split(/\t|\s{2,}/));
    if (rows.length === 0) continue;
    if (newParagraph) {
      if (text !== '') text += '\n\n';
      paragraphs.push({ start: text.length, end: text.length });
    } else text += ' ';
    const firstToken = tokens.length;
    const start = text.length;
    rows.forEach((row, position) => {
      const full = row.length >= 10;
      const [, form, lemma, upos] = row as [string, string, string, string];
      const feats = (full ? row[5] : row[4]) as string;
      const head = Number(full ? row[6] : row[5]);
      const deprel = (full ? row[7] : row[6]) as string;
      const next = rows[position + 1]?.[1];
      const joined = full
        ? (row[9] as string).includes('SpaceAfter=No')
        : next === undefined || /^(?:[.,;:!?)”’]|['’]s|n['’]t)$/.test(next) || /^[(“]$/.test(form);
      tokens.push({
        index: tokens.length,
        sentence: sentences.length,
        start: text.length,
        end: text.length + form.length,
        text: form,
        lemma,
        upos: upos as Upos,
        feats: feats === '_' ? '' : feats,
        head: head === 0 ? -1 : firstToken + head - 1,
        deprel,
        children: [],
      });
      text += form;
      if (!joined && position < rows.length - 1) text += ' ';
    });
    const endToken = tokens.length;
    const root = tokens.findIndex((token, index) => index >= firstToken && token.head === -1);
    const paragraph = paragraphs.length - 1;
    sentences.push({
      index: sentences.length,
      start,
      end: text.length,
      firstToken,
      endToken,
      root,
      paragraph,
      language: 'en',
    });
    (paragraphs[paragraph] as { end: number }).end = text.length;
  }
  const children: number[][] = tokens.map(() => []);
  for (const token of tokens) if (token.head >= 0) children[token.head]?.push(token.index);
  return {
    article: {
      id: 'test',
      title: '',
      language: 'en',
      areas: [],
      text,
      paragraphs: paragraphs.map(({ start, end }) => spanOf(text, start, end)),
      removed: [],
      residue: [],
      related: [],
      ...article,
    },
    language: 'en',
    hasTrees: true,
    sentences,
    tokens: tokens.map((token, index) => ({ ...token, children: children[index] as number[] })),
    entities: [],
    chains: [],
    dates: [],
    numbers: [],
  };
}
