import { createHash } from 'node:crypto';
import { ArticleRecord, articleIdOf, edtf, hashOfBytes, idMaker, spanOf } from '../../src/model/index.ts';
import type { SourcePage } from '../../src/store/index.ts';

export interface Made {
  readonly record: ArticleRecord;
  readonly page: SourcePage;
}

export interface Wish {
  readonly title?: string;
  readonly text?: string;
  readonly published?: string;
  readonly language?: string;
  readonly outlet?: string;
  readonly url?: string;
  /** EDTF of the event. */
  readonly on?: string;
  readonly type?: 'CONSULT' | 'ASSAULT' | 'ACCUSE';
}

/** A small true record: one meeting or clash, one claim, one condition, two actors. The same number, the same record. */
export function made(number: number, wish: Wish = {}): Made {
  const salt = createHash('sha256').update(`article ${number}`).digest('hex').slice(0, 12);
  const text =
    wish.text ??
    `Delegations of Armenia and Azerbaijan met in Varda on day ${number}. The Ardan ministry denied that road ${salt} was closed. The road has been blocked for ${number % 90} days.`;
  const title = wish.title ?? `Talks in Varda, round ${number}`;
  const bytes = Buffer.from(`${title}\n\n${text}`);
  const hash = hashOfBytes(bytes);
  const id = articleIdOf(hash);
  const idOf = idMaker(id);
  const sentences = text.split(/(?<=\.) /);
  let at = 0;
  const spans = sentences.map((sentence) => {
    const start = text.indexOf(sentence, at);
    at = start + sentence.length;
    return spanOf(text, start, at);
  });
  const [first, second = first, third = first] = spans as [(typeof spans)[0], ...typeof spans];
  const armenia = idOf('actor', 'Armenia');
  const ministry = idOf('actor', 'ministry');
  const event = idOf('event', first.start);
  const type = wish.type ?? 'CONSULT';
  const record = ArticleRecord.parse({
    article: {
      id,
      ...(wish.url && { url: wish.url }),
      title,
      ...(wish.outlet && { outlet: wish.outlet }),
      ...(wish.published && { published: edtf(wish.published), publishedBasis: 'meta' }),
      language: wish.language ?? 'en',
      areas: [],
      text,
      paragraphs: [spanOf(text, 0, text.length)],
      removed: [],
      residue: [],
      related: [],
    },
    actors: [
      { id: armenia, name: 'Armenia', kind: 'state', country: 'ARM', mentions: [first] },
      { id: ministry, name: 'Ardan Ministry', kind: 'government', affiliation: armenia, mentions: [second] },
    ],
    events: [
      {
        id: event,
        type,
        contexts: [],
        actors: [armenia],
        recipients: [],
        date: { edtf: edtf(wish.on ?? 'XXXX-03-01'), basis: 'expression' },
        place: { name: 'Varda' },
        topics: ['roads'],
        killed: type === 'ASSAULT' ? [{ count: 3, actor: armenia }] : [],
        injured: [],
        status: 'reported',
        quad: type === 'ASSAULT' ? 'material-conflict' : 'verbal-cooperation',
        evidence: [first],
        trigger: first,
        confidence: 0.75,
      },
    ],
    claims: [
      {
        id: idOf('claim', second.start),
        speaker: ministry,
        speakerText: second,
        stance: 'denies',
        cue: second,
        content: second,
        quoted: false,
        topics: [],
        about: [event],
        evidence: second,
      },
    ],
    conditions: [
      {
        id: idOf('condition', third.start),
        kind: 'blockade',
        on: { place: 'Varda road', thing: 'road' },
        by: [ministry],
        exceptions: [],
        status: 'stands',
        days: number % 90,
        evidence: [third],
      },
    ],
    notes: [],
  });
  return {
    record,
    page: { bytes, hash, origin: `pages/${number}.txt`, ...(wish.url && { url: wish.url }) },
  };
}
