import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';

export interface GoldWord {
  readonly form: string;
  readonly lemma: string;
  readonly upos: string;
  readonly feats: string;
  /** 0: the root. */
  readonly head: number;
  readonly deprel: string;
}

export interface GoldSentence {
  readonly text: string;
  readonly words: readonly GoldWord[];
  /** Surface tokens: forms with the words they stand for; a token that is no multiword one stands for one word. */
  readonly tokens: readonly { readonly form: string; readonly words: number; readonly isSpaced: boolean }[];
  /** A new paragraph or document begins here. */
  readonly opensParagraph: boolean;
  readonly opensDocument: boolean;
  /** `# newdoc id`, where the sentence opens a document. */
  readonly documentId?: string;
}

/** Reads a CoNLL-U file (gzipped or not). Empty nodes are passed over. */
export function readConllu(path: string): GoldSentence[] {
  const bytes = readFileSync(path);
  return parseConllu((bytes[0] === 0x1f ? gunzipSync(bytes) : bytes).toString('utf8'));
}

/** Reads the text of a CoNLL-U file. */
export function parseConllu(text: string): GoldSentence[] {
  const sentences: GoldSentence[] = [];
  let lines: string[] = [];
  for (const line of `${text}\n`.split('\n')) {
    if (line !== '') lines.push(line);
    else if (lines.length > 0) {
      sentences.push(sentenceOf(lines));
      lines = [];
    }
  }
  return sentences;
}

function sentenceOf(lines: readonly string[]): GoldSentence {
  const words: GoldWord[] = [];
  const tokens: { form: string; words: number; isSpaced: boolean }[] = [];
  let covered = 0;
  let text = '';
  let opensParagraph = false;
  let opensDocument = false;
  let documentId: string | undefined;
  for (const line of lines) {
    if (line.startsWith('#')) {
      if (line.startsWith('# text = ')) text = line.slice(9);
      if (line.startsWith('# newpar')) opensParagraph = true;
      if (line.startsWith('# newdoc')) {
        opensDocument = true;
        documentId = line.split('=')[1]?.trim();
      }
      continue;
    }
    const [id = '', form = '', lemma = '', upos = '', , feats = '', head = '0', deprel = '', , misc = ''] =
      line.split('\t');
    if (id.includes('.')) continue;
    const isSpaced = !misc.includes('SpaceAfter=No');
    if (id.includes('-')) {
      const [first, last] = id.split('-').map(Number) as [number, number];
      tokens.push({ form, words: last - first + 1, isSpaced });
      covered = last;
      continue;
    }
    words.push({ form, lemma, upos, feats: feats === '_' ? '' : feats, head: Number(head), deprel });
    if (Number(id) > covered) tokens.push({ form, words: 1, isSpaced });
  }
  return {
    text,
    words,
    tokens,
    opensParagraph: opensParagraph || opensDocument,
    opensDocument,
    ...(documentId === undefined ? {} : { documentId }),
  };
}
