import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';

/** A mention as GUM marks it; offsets are UTF-16 units into its document's text. */
export interface GoldMention {
  readonly chain: string;
  /** 'person', 'organization', 'place', 'time', … */
  readonly type: string;
  /** How it refers: 'coref', 'ana', 'appos', 'pred', 'disc', … */
  readonly link: string;
  readonly start: number;
  readonly end: number;
  /** The word of the mention whose head lies outside of it. */
  readonly head: { readonly start: number; readonly text: string; readonly upos: string };
  /** Two and more side by side: its head is that of its first part. */
  readonly isCoordinated: boolean;
}

export interface GoldDocument {
  readonly id: string;
  /** Paragraphs parted by an empty line. */
  readonly text: string;
  readonly mentions: readonly GoldMention[];
}

interface Word {
  readonly start: number;
  readonly end: number;
  readonly form: string;
  readonly upos: string;
  readonly head: number;
  readonly deprel: string;
  readonly marks: string;
}

/** Documents of a GUM file (CoNLL-U with `Entity=` in the last column) whose id begins with `prefix`. */
export function readGoldDocuments(path: string, prefix = ''): GoldDocument[] {
  const bytes = readFileSync(path);
  const text = (bytes[0] === 0x1f ? gunzipSync(bytes) : bytes).toString('utf8');
  const documents: GoldDocument[] = [];
  for (const part of text.split(/^# newdoc id = /m).slice(1)) {
    const id = part.slice(0, part.indexOf('\n')).trim();
    if (id.startsWith(prefix)) documents.push(documentOf(id, part));
  }
  return documents;
}

function documentOf(id: string, part: string): GoldDocument {
  let text = '';
  const mentions: GoldMention[] = [];
  for (const block of part.split('\n\n')) {
    if (!/^1[\t-]/m.test(block)) continue;
    if (/^# newpar/m.test(block) && text !== '') text = `${text.trimEnd()}\n\n`;
    const words: Word[] = [];
    let covered = 0;
    let token = { start: 0, end: 0 };
    for (const line of block.split('\n')) {
      if (!/^\d/.test(line)) continue;
      const columns = line.split('\t');
      const [key = '', form = '', , upos = '', , , head = '0', deprel = '', , misc = ''] = columns;
      if (key.includes('.')) continue;
      const last = key.includes('-') ? Number(key.split('-')[1]) : Number(key);
      if (key.includes('-') || last > covered) {
        token = { start: text.length, end: text.length + form.length };
        text += form + (misc.includes('SpaceAfter=No') ? '' : ' ');
        covered = last;
      }
      if (key.includes('-')) continue;
      const marks = /(?:^|\|)Entity=([^|]*)/.exec(misc)?.[1] ?? '';
      words.push({ ...token, form, upos, head: Number(head), deprel, marks });
    }
    mentions.push(...mentionsOf(words));
  }
  return { id, text: text.trimEnd(), mentions };
}

function mentionsOf(words: readonly Word[]): GoldMention[] {
  const open: { id: string; type: string; link: string; first: number }[] = [];
  const found: GoldMention[] = [];
  const close = (mention: (typeof open)[number], last: number) => {
    const inside = words.slice(mention.first, last + 1);
    const at = inside.findIndex(({ head }) => head - 1 < mention.first || head - 1 > last);
    const head = inside[at < 0 ? 0 : at] as Word;
    const place = mention.first + (at < 0 ? 0 : at) + 1;
    found.push({
      chain: mention.id,
      type: mention.type,
      link: mention.link,
      start: (inside[0] as Word).start,
      end: (inside.at(-1) as Word).end,
      head: { start: head.start, text: head.form, upos: head.upos },
      isCoordinated: inside.some((word) => word.deprel === 'conj' && word.head === place),
    });
  };
  words.forEach(({ marks }, at) => {
    for (const [piece] of marks.matchAll(/\([^()]*|[^()]*\)/g)) {
      if (piece.startsWith('(')) {
        const [id = '', type = '', , , , , link = ''] = piece.slice(1).split('-');
        open.push({ id, type, link, first: at });
        continue;
      }
      const id = piece.slice(0, -1);
      const place = id === '' ? open.length - 1 : open.findLastIndex((mention) => mention.id === id);
      const [mention] = open.splice(place, 1);
      if (mention) close(mention, at);
    }
  });
  return found;
}
