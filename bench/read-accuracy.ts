import { existsSync } from 'node:fs';
import type { Article } from '../src/model/index.ts';
import { read, toConllu } from '../src/read/index.ts';
import { type ConllScores, conllScores } from '../src/read/train/conll-score.ts';
import { type GoldSentence, parseConllu, readConllu } from '../src/read/train/conllu.ts';
import { paragraphsOf } from '../src/read/train/sentences.ts';
import { table } from './table.ts';

const COLUMNS = ['sentences', 'words', 'upos', 'feats', 'lemmas', 'uas', 'las'] as const;

/** Figures that others published for the English EWT test from raw text (as the tracker's issue on the reader quotes them). */
const PEERS = [
  ['  UDPipe 1.2 (CoNLL 2018 baseline), published', '', '', '93.6', '', '95', '', '77.6'],
  ['  Stanza with vectors, published', '', '', '95.4', '', '', '', '83.6'],
];

interface TestSet {
  readonly name: string;
  readonly language: string;
  readonly file: string;
  readonly keep?: (documentId: string) => boolean;
}

const SETS: readonly TestSet[] = [
  { name: 'English EWT test', language: 'en', file: 'UD_English-EWT/test.conllu.gz' },
  {
    name: 'English GUM test, news',
    language: 'en',
    file: 'UD_English-GUM/test.conllu.gz',
    keep: (id) => id.startsWith('GUM_news'),
  },
  { name: 'English GUM test', language: 'en', file: 'UD_English-GUM/test.conllu.gz' },
  { name: 'English ParTUT test', language: 'en', file: 'UD_English-ParTUT/test.conllu.gz' },
  { name: 'French Sequoia test', language: 'fr', file: 'UD_French-Sequoia/test.conllu.gz' },
  { name: 'Turkish BOUN test', language: 'tr', file: 'UD_Turkish-BOUN/test.conllu.gz' },
  { name: 'Armenian BSUT test', language: 'hy', file: 'UD_Armenian-BSUT/test.conllu.gz' },
  { name: 'Armenian ArmTDP test', language: 'hy', file: 'UD_Armenian-ArmTDP/test.conllu.gz' },
];

/** Reads a test set from its raw text and scores it; null where the engine has no trees for its language. */
export function scoresFromRaw(gold: readonly GoldSentence[], language: string): ConllScores | null {
  const document = read(rawArticle(gold, language));
  return document.hasTrees ? conllScores(gold, parseConllu(toConllu(document))) : null;
}

/** The text of a treebank as one article, a paragraph as the treebank marks them. */
export function rawArticle(gold: readonly GoldSentence[], language: string): Article {
  let text = '';
  const paragraphs = paragraphsOf(gold).map((paragraph) => {
    if (text !== '') text += '\n\n';
    const start = text.length;
    text += paragraph.text;
    return { start, end: text.length, text: paragraph.text };
  });
  return {
    id: 'raw',
    title: '',
    language,
    areas: [],
    text,
    paragraphs,
    removed: [],
    residue: [],
    related: [],
  };
}

function kept(gold: readonly GoldSentence[], keep: (documentId: string) => boolean): GoldSentence[] {
  let isKept = false;
  return gold.filter(({ opensDocument, documentId }) => {
    if (opensDocument) isKept = keep(documentId ?? '');
    return isKept;
  });
}

export function accuracyTable(data: string): string {
  const rows = SETS.flatMap(({ name, language, file, keep }) => {
    const path = `${data}/ud/${file}`;
    if (!existsSync(path)) return [[`${name}: not there`, ...COLUMNS.map(() => '')]];
    const all = readConllu(path);
    const scores = scoresFromRaw(keep ? kept(all, keep) : all, language);
    if (!scores) return [];
    const row = [name, ...COLUMNS.map((column) => (100 * scores[column].f1).toFixed(2))];
    return name === 'English EWT test' ? [row, ...PEERS] : [row];
  });
  return table(['F1 from raw text', ...COLUMNS], rows);
}
