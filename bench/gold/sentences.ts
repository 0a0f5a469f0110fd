import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { z } from 'zod';
import { recordOf } from '../../src/extract/index.ts';
import type { ArticleRecord, Claim, Event } from '../../src/model/index.ts';

const GoldSentence = z.strictObject({
  text: z.string(),
  events: z.array(z.string().regex(/^[A-Z]+\??$/)),
  claims: z.array(z.string().regex(/^\S+ [a-z]+\??$/)),
});
export type GoldSentence = z.infer<typeof GoldSentence>;

/** A line of the record with whether the gold has it. */
export interface Judgement<Line> {
  readonly line: Line;
  readonly right: boolean;
}

export interface JudgedSentence {
  readonly text: string;
  readonly record: ArticleRecord;
  readonly events: readonly Judgement<Event>[];
  readonly claims: readonly Judgement<Claim>[];
  readonly missed: { readonly events: readonly string[]; readonly claims: readonly string[] };
}

const FILE = new URL('../../test/gold/agency/sentences.yaml', import.meta.url);
const PUBLISHED = '2024-06-12';

/** The sentences of test/gold/agency, each read as an article of its own and held against what they tell. */
export function judgedSentences(): JudgedSentence[] {
  return z
    .array(GoldSentence)
    .parse(parse(readFileSync(FILE, 'utf8')))
    .map(judged);
}

function judged({ text, events, claims }: GoldSentence, index: number): JudgedSentence {
  const bytes = Buffer.from(text);
  const record = recordOf({
    id: `agency-${index}`,
    bytes,
    hash: '',
    origin: 'test/gold/agency',
    text,
    format: 'text',
    published: PUBLISHED,
    language: 'en',
    asIs: true,
  });
  const left = { events: [...events], claims: [...claims] };
  const speakerOf = ({ speaker, speakerText }: Claim): string =>
    `${record.actors.find(({ id }) => id === speaker)?.name ?? ''} ${speakerText?.text ?? ''}`.toLowerCase();
  return {
    text,
    record,
    events: record.events.map((line) => ({ line, right: take(left.events, (gold) => gold === line.type) })),
    claims: record.claims.map((line) => ({
      line,
      right: take(left.claims, (gold) => {
        const [who = '', stance] = gold.split(' ');
        return stance === line.stance && speakerOf(line).includes(who.toLowerCase());
      }),
    })),
    missed: { events: left.events.filter(isWanted), claims: left.claims.filter(isWanted) },
  };
}

const isWanted = (gold: string): boolean => !gold.endsWith('?');

/** Takes the first fitting line of the gold, one that is wanted before one that may be left out. */
function take(left: string[], fits: (gold: string) => boolean): boolean {
  const wanted = left.findIndex((gold) => isWanted(gold) && fits(gold));
  const at = wanted >= 0 ? wanted : left.findIndex((gold) => !isWanted(gold) && fits(gold.slice(0, -1)));
  if (at < 0) return false;
  left.splice(at, 1);
  return true;
}

/** Prints precision and recall over all sentences, and where `brief` is false what is wrong and what is missed. */
export function printSentences(brief: boolean): void {
  const sentences = judgedSentences();
  const rows = (['events', 'claims'] as const).map((kind) => {
    const lines = sentences.flatMap((sentence) => [...sentence[kind]]);
    const right = lines.filter((line) => line.right).length;
    const missed = sentences.reduce((sum, sentence) => sum + sentence.missed[kind].length, 0);
    const share = (part: number, all: number) => ((100 * part) / all).toFixed(1).padStart(8);
    return `${kind.padEnd(12)}${String(lines.length).padStart(6)}${String(lines.length - right).padStart(7)}${String(missed).padStart(8)}${share(right, lines.length)}${share(right, right + missed)}`;
  });
  if (!brief) {
    for (const { text, events, claims, missed } of sentences) {
      const notes = [
        ...events
          .filter(({ right }) => !right)
          .map(({ line }) => `  + event ${line.type}: ${line.trigger.text}`),
        ...claims
          .filter(({ right }) => !right)
          .map(
            ({ line }) =>
              `  + claim of ${line.speakerText?.text ?? '?'}, ${line.stance}: ${line.content.text}`,
          ),
        ...missed.events.map((type) => `  - event ${type}`),
        ...missed.claims.map((claim) => `  - claim ${claim}`),
      ];
      if (notes.length > 0) console.log([text, ...notes].join('\n'));
    }
  }
  console.log(`\nsingle sentences (test/gold/agency: ${sentences.length}; types and stances)`);
  console.log(`${'line'.padEnd(12)} found  wrong  missed precis.  recall`);
  for (const row of rows) console.log(row);
}
