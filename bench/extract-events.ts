/**
 * Events against the PLOVER gold sentences: type, who did it to whom, and how many false ones. Prints; asserts nothing.
 * npm run bench:events -- [--data DIR] [--misses N] [--parties N]
 */
import { existsSync, readFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { z } from 'zod';
import { recordOf } from '../src/extract/index.ts';
import { type Actor, hashOfBytes, type PloverType } from '../src/model/index.ts';

const { values } = parseArgs({
  options: {
    data: { type: 'string', default: process.env.TRUCELINE_DATA ?? '../shared/data' },
    misses: { type: 'string', default: '0' },
    parties: { type: 'string', default: '0' },
  },
});

const Party = z.union([
  z.array(z.object({ actorText: z.string().default('') })),
  z.object({ actorText: z.string().default('') }).transform((one) => [one]),
  z.string().transform(() => []),
]);
const GoldSentence = z.object({
  id: z.string(),
  text: z.string(),
  event: z.string(),
  source: Party.default([]),
  target: Party.default([]),
});

/** The classes of the gold's old version under today's names. */
const TODAY: { readonly [old: string]: PloverType } = {
  FIGHT: 'ASSAULT',
  DISAPPROVE: 'ACCUSE',
  DEMAND: 'REQUEST',
  INVESTIGATE: 'ACCUSE',
  YIELD: 'RETREAT',
};

class Score {
  right = 0;
  found = 0;
  gold = 0;

  row(name: string): string {
    const precision = this.right / (this.found || 1);
    const recall = this.right / (this.gold || 1);
    const f1 = (2 * precision * recall) / (precision + recall || 1);
    const rates = [precision, recall, f1].map((rate) => (100 * rate).toFixed(1).padStart(8));
    return `${name.padEnd(22)}${String(this.gold).padStart(6)}${String(this.found).padStart(6)}${rates.join('')}`;
  }
}

function bench(file: string): void {
  if (!existsSync(file)) {
    console.log(`no ${file}: events are not measured (say --data DIR or TRUCELINE_DATA)`);
    return;
  }
  const sentences = readFileSync(file, 'utf8')
    .trim()
    .split('\n')
    .map((line) => GoldSentence.parse(JSON.parse(line)));
  const types = new Map<string, Score>();
  const all = new Score();
  const actors = new Score();
  const recipients = new Score();
  let extra = 0;
  let silent = 0;
  let misses = Number(values.misses);
  let partyMisses = Number(values.parties);
  for (const { id, text, event, source, target } of sentences) {
    const wanted = TODAY[event] ?? event;
    const bytes = new TextEncoder().encode(text);
    const record = recordOf({
      id,
      bytes,
      hash: hashOfBytes(bytes),
      origin: id,
      text,
      format: 'text',
      published: '2000-01-01',
      language: 'en',
      asIs: true,
    });
    const found = record.events.find(({ type }) => type === wanted);
    const score = types.get(wanted) ?? new Score();
    types.set(wanted, score);
    for (const each of [all, score]) {
      each.gold += 1;
      if (found) each.right += 1;
    }
    all.found += record.events.length;
    for (const { type } of record.events) {
      const own = types.get(type) ?? new Score();
      types.set(type, own);
      own.found += 1;
    }
    extra += record.events.length - (found ? 1 : 0);
    if (record.events.length === 0) silent += 1;
    const others = record.events
      .filter((event) => event !== found)
      .map(({ type, trigger, status }) => `${type} ${status} “${trigger.text}”`);
    if ((!found || others.length > 0) && misses-- > 0)
      console.log(
        `${found ? '+' : '-'} ${wanted}, ${found ? 'beside it' : 'found'} ${others.join(', ') || 'none'}: ${text}`,
      );
    if (!found) continue;
    const names = (ids: readonly string[]) =>
      ids.map((id) => namesOf(record.actors.find((actor) => actor.id === id)));
    const parties = [
      count(actors, source, names(found.actors)),
      count(recipients, target, names(found.recipients)),
    ];
    if (parties.some((all) => !all) && parties.length > 0 && partyMisses-- > 0)
      console.log(
        `~ ${wanted} “${found.trigger.text}”: ${said(source)} → ${said(target)}, found ${names(found.actors).map(([name]) => name)} → ${names(found.recipients).map(([name]) => name)}: ${text}`,
      );
  }
  console.log(
    `${cpus()[0]?.model ?? 'unknown processor'}, Node ${process.version}; ${sentences.length} sentences of PLOVER\n`,
  );
  console.log(`${''.padEnd(22)}  gold found precis.  recall      F1`);
  for (const [type, score] of [...types].sort(([a], [b]) => (a < b ? -1 : 1))) console.log(score.row(type));
  console.log(all.row('all types'));
  console.log(actors.row('actor, head word'));
  console.log(recipients.row('recipient, head word'));
  console.log(
    `\nevents beyond the coded one  ${(extra / sentences.length).toFixed(2)} a sentence (the gold codes one a sentence)`,
  );
  console.log(`sentences without any event  ${silent}`);
}

/** Parties of events whose type is right, by the head word of the name or of any way in which the sentence names them. */
function count(
  score: Score,
  wanted: readonly { actorText: string }[],
  found: readonly (readonly string[])[],
): boolean {
  const heads = new Set(wanted.map(({ actorText }) => headOf(actorText)).filter((head) => head !== ''));
  const right = [...heads].filter((head) =>
    found.some((names) => names.some((name) => headOf(name) === head)),
  ).length;
  score.gold += heads.size;
  score.found += found.length;
  score.right += right;
  return right === heads.size && right === found.length;
}

function namesOf(actor: Actor | undefined): string[] {
  return actor ? [actor.name, ...actor.mentions.map(({ text }) => text)] : [];
}

function said(parties: readonly { actorText: string }[]): string {
  return parties.map(({ actorText }) => actorText).join(' + ') || '∅';
}

function headOf(name: string): string {
  return (
    name
      .toLowerCase()
      .replace(/\s(?:of|in|from|for)\s.*$/, '')
      .split(/[\s-]+/)
      .at(-1) ?? ''
  ).replace(/[^\p{L}]/gu, '');
}

bench(join(values.data, 'plover/gsr-cameo.shared.jsonl'));
