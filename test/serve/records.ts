import type { z } from 'zod';
import {
  type Article,
  ArticleRecord,
  articleIdOf,
  quadOf,
  type Span,
  spanOf,
} from '../../src/model/index.ts';

/** Records written by hand, for tests of the server and the desk: short, and with every kind of line. */

interface Written {
  readonly key: string;
  readonly title: string;
  readonly paragraphs: readonly string[];
  readonly article?: Partial<z.input<typeof Article>>;
  readonly lines?: (find: (words: string, nth?: number) => Span) => object;
}

/** Puts a record together; `find` gives the span of words that stand in the text. Checked by the model's schema. */
export function written({ key, title, paragraphs, article = {}, lines }: Written): ArticleRecord {
  const text = paragraphs.join('\n\n');
  const find = (words: string, nth = 0): Span => {
    let at = text.indexOf(words);
    for (let turn = 0; turn < nth; turn++) at = text.indexOf(words, at + 1);
    if (at < 0) throw new Error(`the text of ${key} has no "${words}"`);
    return spanOf(text, at, at + words.length);
  };
  let offset = 0;
  const spans = paragraphs.map((paragraph) => {
    const span = spanOf(text, offset, offset + paragraph.length);
    offset += paragraph.length + 2;
    return span;
  });
  return ArticleRecord.parse({
    article: {
      id: articleIdOf(key),
      title,
      language: 'en',
      areas: [],
      text,
      paragraphs: spans,
      removed: [],
      residue: [],
      related: [],
      ...article,
    },
    actors: [],
    events: [],
    claims: [],
    conditions: [],
    notes: [],
    ...lines?.(find),
  });
}

const SIDES = (find: (words: string) => Span, a: string, b: string) => [
  { id: 'p-a', name: a, kind: 'state', country: 'AZE', sector: 'GOV', mentions: [find(a)] },
  { id: 'p-b', name: b, kind: 'state', country: 'ARM', sector: 'GOV', mentions: [find(b)] },
];

/** Two outlets tell of one clash, and count its dead differently. */
function clash(key: string, outlet: string, published: string, dead: number, status: string): ArticleRecord {
  const sentence = `Azerbaijan and Armenia exchanged fire near the village on 5 March 2023, and ${dead} soldiers were killed.`;
  return written({
    key,
    title: `Fire exchanged near a village (${outlet})`,
    paragraphs: [
      sentence,
      'The defence ministry said that "the other side opened fire first". The other ministry denied it.',
    ],
    article: { outlet, published, url: `https://news.example/${key}` },
    lines: (find) => ({
      actors: SIDES(find, 'Azerbaijan', 'Armenia'),
      dates: [{ ...find('5 March 2023'), edtf: '2023-03-05', basis: 'expression' }],
      events: [
        {
          id: 'e-clash',
          type: 'ASSAULT',
          mode: 'firearms',
          quad: quadOf('ASSAULT'),
          contexts: ['military'],
          actors: ['p-a'],
          recipients: ['p-b'],
          date: { edtf: '2023-03-05', text: 'on 5 March 2023', basis: 'expression' },
          place: { name: 'Village' },
          topics: [],
          killed: [{ count: dead, actor: 'p-b' }],
          injured: [],
          status,
          evidence: [find(sentence)],
          trigger: find('exchanged fire'),
          confidence: 0.9,
        },
      ],
      claims: [
        {
          id: 'c-first',
          speaker: 'p-a',
          speakerText: find('The defence ministry'),
          stance: 'accuses',
          cue: find('said'),
          content: find('the other side opened fire first'),
          quoted: true,
          topics: [],
          about: ['e-clash'],
          evidence: find('The defence ministry said that "the other side opened fire first".'),
        },
        {
          id: 'c-denial',
          speaker: null,
          speakerText: find('The other ministry'),
          stance: 'denies',
          cue: find('denied'),
          content: find('denied it'),
          quoted: false,
          topics: [],
          about: ['e-clash'],
          evidence: find('The other ministry denied it.'),
        },
      ],
    }),
  });
}

export const talks = written({
  key: 'talks',
  title: 'Delegations meet on the road',
  paragraphs: [
    'Azerbaijan and Armenia sent delegations who met on 1 March 2023 under the peacekeepers’ command.',
    'The road has been closed for 80 days. Talks may go on [entro la fine del mese] in spring.',
    'Observers expect little, they said, and wrote it in a long report that nobody has read to the end.',
  ],
  article: {
    outlet: 'Valley Herald',
    published: '2023-03-02',
    byline: 'A. Reporter',
    areas: ['World', 'Caucasus'],
    url: 'https://news.example/talks',
    removed: [
      { text: 'Home | World | Sport', reason: 'navigation' },
      { text: 'See also: Ten lakes to swim in this summer', reason: 'injected-link' },
    ],
    related: [{ title: 'Ten lakes to swim in', url: 'https://news.example/lakes' }],
  },
  lines: (find) => ({
    actors: [
      ...SIDES(find, 'Azerbaijan', 'Armenia'),
      {
        id: 'p-c',
        name: 'Peacekeepers',
        kind: 'armed-force',
        country: 'RUS',
        mentions: [find('peacekeepers')],
      },
    ],
    events: [
      {
        id: 'e-talks',
        type: 'CONSULT',
        mode: 'multilateral',
        quad: quadOf('CONSULT'),
        contexts: ['diplomatic'],
        actors: ['p-a'],
        recipients: ['p-b'],
        overseers: ['p-c'],
        date: { edtf: '2023-03-01', text: 'on 1 March 2023', basis: 'expression' },
        topics: [],
        killed: [],
        injured: [],
        status: 'reported',
        evidence: [
          find(
            'Azerbaijan and Armenia sent delegations who met on 1 March 2023 under the peacekeepers’ command.',
          ),
        ],
        trigger: find('met'),
        confidence: 0.95,
      },
    ],
    conditions: [
      {
        id: 'k-road',
        kind: 'blockade',
        on: { thing: 'road' },
        since: '2022-12-12',
        days: 80,
        asOf: '2023-03-02',
        exceptions: ['aid'],
        status: 'stands',
        evidence: [find('The road has been closed for 80 days.')],
      },
    ],
    notes: [{ kind: 'dates', message: 'The year of one date comes from the day of publication.' }],
  }),
});
talks.article.residue.push({
  ...spanOf(
    talks.article.text,
    talks.article.text.indexOf('[entro'),
    talks.article.text.indexOf('[entro') + '[entro la fine del mese]'.length,
  ),
  language: 'it',
});

/** A page that wants to be markup wherever it can. */
export const hostile = written({
  key: 'hostile',
  title: '<img src=x onerror="window.hacked = true">',
  paragraphs: ['<script>window.hacked = true</script> Nobody met "anybody" & <b>nothing</b> was agreed.'],
  article: {
    outlet: '"><svg onload="window.hacked = true">',
    url: 'javascript:window.hacked=true',
    byline: '</script><script>window.hacked=true</script>',
    related: [{ title: 'Innocent', url: 'javascript:window.hacked=true' }],
    removed: [{ text: '<iframe srcdoc="<script>parent.hacked=true</script>">', reason: 'markup' }],
  },
  lines: (find) => ({
    actors: [
      { id: 'p-x', name: '<img src=x onerror=alert(1)>', kind: 'unknown', mentions: [find('Nobody')] },
    ],
    events: [
      {
        id: '"><script>window.hacked=true</script>',
        type: 'REJECT',
        quad: quadOf('REJECT'),
        contexts: [],
        actors: ['p-x'],
        recipients: [],
        date: { edtf: 'XXXX', basis: 'none' },
        topics: [],
        killed: [],
        injured: [],
        status: 'negated',
        evidence: [
          find('<script>window.hacked = true</script> Nobody met "anybody" & <b>nothing</b> was agreed.'),
        ],
        trigger: find('agreed'),
        confidence: 0.2,
      },
    ],
  }),
});

export const clashOfHerald = clash('clash-one', 'Valley Herald', '2023-03-06', 2, 'reported');

export const italian = written({
  key: 'italian',
  title: 'I negoziati continuano a Bruxelles',
  paragraphs: ['Le due delegazioni si sono incontrate ancora una volta.'],
  article: { language: 'it', outlet: 'Gazzetta del Lago', published: '2023-05' },
});

export const RECORDS: readonly ArticleRecord[] = [
  talks,
  clashOfHerald,
  clash('clash-two', 'Morning Post', '2023-03-07', 5, 'alleged'),
  italian,
  hostile,
];
