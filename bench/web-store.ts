import { existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type ArticleRecord, articleIdOf, idMaker, quadOf, type Span, spanOf } from '../src/model/index.ts';
import { openStore, type Store } from '../src/store/index.ts';

/**
 * A store of made-up news for measuring the desk: two countries that do not exist, three years, four events an
 * article. The same number gives the same store.
 */
const SIDES = ['Ostrava Plains', 'Velmark', 'Teshka', 'Norrin', 'Ulland', 'Sarmia', 'Kestria', 'Dovania'];
const CODES = ['ARM', 'AZE', 'RUS', 'TUR', 'IRN', 'FRA', 'USA', 'GEO'];
const OFFICES = ['foreign ministry', 'defence ministry', 'army', 'border guard', 'mission', 'red shield'];
const STEMS = ['Var', 'Gor', 'Les', 'Tam', 'Ber', 'Kal', 'Mir', 'Sho', 'Ard', 'Dzo', 'Pel', 'Nak'];
const ENDS = ['da', 'is', 'vand', 'ashen', 'kert', 'aghbur', 'ovan', 'idzor', 'mala', 'itsa'];
const TYPES = [
  'CONSULT',
  'ASSAULT',
  'ACCUSE',
  'REQUEST',
  'THREATEN',
  'COERCE',
  'AGREE',
  'AID',
  'MOBILIZE',
] as const;
const VERBS = [
  'met',
  'fired on',
  'accused',
  'asked',
  'threatened',
  'blocked',
  'agreed with',
  'aided',
  'massed before',
];
const STANCES = ['states', 'accuses', 'denies', 'demands', 'threatens', 'offers', 'supports'] as const;
const KINDS = ['blockade', 'ceasefire', 'outage', 'closure', 'deployment', 'detention'] as const;
const STATUSES = ['reported', 'reported', 'reported', 'alleged', 'denied', 'planned'] as const;
const TOPICS = ['prisoners', 'the road', 'gas', 'the border', 'mines', 'water', 'refugees', 'transit'];
const FILLER =
  'Observers said the week had been quiet until then and that both sides kept their posts along the river. ' +
  'Traders waited at the crossing with their lorries while the council discussed the harvest and the price of fuel. ';
const FIRST_DAY = Date.UTC(2021, 0, 1);
const DAYS = 1095;

/** Numbers that look random and are the same each time (mulberry32). */
function dice(seed: number): (sides: number) => number {
  let state = seed >>> 0;
  return (sides) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) % sides;
  };
}

function placeOf(number: number) {
  const name = `${STEMS[number % STEMS.length]}${ENDS[Math.floor(number / STEMS.length) % ENDS.length]}`;
  return { name, lat: 39 + (number % 31) / 12, lon: 44 + (number % 43) / 10, precision: 'near' as const };
}

export function madeUpRecord(number: number): ArticleRecord {
  const roll = dice(number);
  const pick = <Item>(items: readonly Item[]): Item => items[roll(items.length)] as Item;
  const id = articleIdOf(`bench ${number}`);
  const idOf = idMaker(id);
  const day = new Date(FIRST_DAY + Math.floor((number * DAYS) / 50_000 + roll(5)) * 86_400_000);
  const published = day.toISOString().slice(0, 10);
  let text = '';
  const sentence = (words: string): Span => {
    const start = text.length;
    text += `${words} `;
    return spanOf(text, start, start + words.length);
  };
  const sides = [roll(SIDES.length), roll(SIDES.length)].map((side, nr) => ({
    id: idOf('actor', nr),
    name: `${SIDES[side]}${nr === 0 ? '' : ` ${pick(OFFICES)}`}`,
    kind: nr === 0 ? ('state' as const) : ('government' as const),
    country: CODES[side] as string,
    sector: 'GOV' as const,
    mentions: [] as Span[],
  }));
  const person = {
    id: idOf('actor', 'person'),
    name: `${pick(STEMS)}${pick(ENDS)} ${pick(STEMS)}yan ${roll(40)}`,
    kind: 'person' as const,
    affiliation: sides[1]?.id as string,
    mentions: [] as Span[],
  };
  const [one, other] = sides as [(typeof sides)[0], (typeof sides)[0]];
  const events = Array.from({ length: 4 }, (_, nr) => {
    const type = roll(TYPES.length);
    const at = placeOf(roll(120));
    const on = new Date(day.getTime() - roll(4) * 86_400_000).toISOString().slice(0, 10);
    const told = sentence(
      `${one.name} ${VERBS[type]} the ${other.name} near ${at.name} on ${on}, over ${pick(TOPICS)}.`,
    );
    const name = TYPES[type] as (typeof TYPES)[number];
    return {
      id: idOf('event', nr),
      type: name,
      quad: quadOf(name),
      contexts: [],
      actors: [one.id],
      recipients: [other.id],
      date: {
        edtf: (nr === 3 && roll(5) === 0 ? on.slice(0, 7) : on) as never,
        basis: 'expression' as const,
      },
      place: at,
      topics: [pick(TOPICS)],
      killed: name === 'ASSAULT' && roll(3) === 0 ? [{ count: roll(9) + 1, actor: other.id }] : [],
      injured: [],
      status: pick(STATUSES),
      evidence: [told],
      trigger: spanOf(text, told.start, told.start + one.name.length),
      confidence: (40 + roll(60)) / 100,
    };
  });
  const claims = Array.from({ length: 3 }, (_, nr) => {
    const said = sentence(`The ${other.name} said of ${pick(TOPICS)} that case ${roll(9999)} was settled.`);
    return {
      id: idOf('claim', nr),
      speaker: other.id,
      speakerText: said,
      addressee: one.id,
      stance: pick(STANCES),
      cue: said,
      content: said,
      quoted: roll(2) === 0,
      topics: [pick(TOPICS)],
      about: [events[nr]?.id as string],
      evidence: said,
      ...(roll(40) === 0 && {
        deadline: new Date(day.getTime() + 20 * 86_400_000).toISOString().slice(0, 10) as never,
      }),
    };
  });
  const blocked = sentence(`The road at ${placeOf(number % 40).name} has been shut since ${published}.`);
  const conditions = [
    {
      id: idOf('condition', 0),
      kind: pick(KINDS),
      on: { place: placeOf(number % 40).name },
      by: [other.id],
      since: published as never,
      asOf: published as never,
      exceptions: [],
      status: roll(6) === 0 ? ('ended' as const) : ('stands' as const),
      evidence: [blocked],
    },
  ];
  text += FILLER.repeat(4);
  person.mentions.push(blocked);
  return {
    article: {
      id,
      title: `${one.name} and ${other.name}: ${pick(TOPICS)} at ${placeOf(roll(120)).name}`,
      outlet: `${pick(STEMS)}${pick(ENDS)} ${pick(['Herald', 'Post', 'Wire', 'Gazette', 'Monitor'])}`,
      url: `https://news.example/${number}`,
      published: published as never,
      language: roll(10) === 0 ? pick(['ru', 'it', 'tr']) : 'en',
      areas: [],
      text,
      paragraphs: [spanOf(text, 0, text.length)],
      removed: [],
      residue: [],
      related: [],
    },
    actors: [...sides, person],
    events,
    claims,
    conditions,
    notes: [],
  };
}

const GROUP = 250;

/** Opens the store of `articles` made-up articles in `folder`, making it where it is not there yet (minutes). */
export async function madeUpStore(folder: string, articles: number): Promise<Store> {
  const data = join(folder, `store-${articles}`);
  if (!existsSync(join(data, 'done'))) {
    const unfinished = `${data}.unfinished`;
    rmSync(unfinished, { recursive: true, force: true });
    rmSync(data, { recursive: true, force: true });
    mkdirSync(folder, { recursive: true });
    const store = await openStore({ data: unfinished, create: true });
    for (let from = 0; from < articles; from += GROUP) {
      const numbers = Array.from({ length: Math.min(GROUP, articles - from) }, (_, nr) => from + nr);
      await store.addMany(numbers.map((number) => ({ record: madeUpRecord(number) })));
      if (from % 5000 === 0) process.stderr.write(`${from} of ${articles} articles made\n`);
    }
    await store.dossiers.create(
      'The border',
      { parties: ['ARM', 'AZE'], partiesNeeded: 2, places: [], words: [], sources: [] },
      'bench',
    );
    await store.dossiers.create(
      'One town',
      {
        parties: [],
        places: ['Varda'],
        words: ['prisoners'],
        sources: [],
        match: 'all',
        since: '2023-06-01',
      },
      'bench',
    );
    await store.close();
    writeFileSync(join(unfinished, 'done'), '');
    renameSync(unfinished, data);
  }
  return openStore({ data });
}
