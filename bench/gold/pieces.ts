import { recordOf } from '../../src/extract/index.ts';
import type { ArticleRecord, Condition } from '../../src/model/index.ts';
import {
  PARTS,
  type Part,
  type Piece,
  type PieceCondition,
  pieces,
} from '../../test/gold/conditions/pieces.ts';
import { type Matching, matchedConditions } from './matching.ts';
import { Share, Tally } from './tally.ts';

export interface JudgedPiece {
  readonly piece: Piece;
  readonly record: ArticleRecord;
  readonly conditions: Matching<PieceCondition, Condition>;
}

/** The pieces of one part of test/gold/conditions, each read as an article of its own and held against its gold. */
export function judgedPieces(part: Part): JudgedPiece[] {
  return pieces(part).map((piece, index) => {
    const record = recordOf({
      id: `conditions-${part}-${index}`,
      bytes: Buffer.from(piece.text),
      hash: '',
      origin: 'test/gold/conditions',
      text: piece.text,
      format: 'text',
      published: piece.published,
      language: 'en',
      asIs: true,
    });
    return { piece, record, conditions: matchedConditions(piece, record) };
  });
}

/** Prints precision, recall and F1 of all parts and how often each field is right; with a part named, what that part misses and has too much. */
export function printPieces(listed?: string): void {
  console.log('\nshort pieces about conditions (test/gold/conditions)');
  for (const part of PARTS) {
    const judged = judgedPieces(part);
    if (part === listed) for (const one of judged) printMisses(one);
    const tally = new Tally(part);
    for (const { conditions } of judged) tally.add(conditions);
    console.log(`${'part'.padEnd(12)}   gold  found covered  wrong  precis.  recall      F1`);
    console.log(tally.row());
    for (const share of sharesOf(judged)) console.log(share.row());
  }
}

/** How often each field of a line that was found is right; a start or a doer that the gold does not have counts as wrong. */
function sharesOf(judged: readonly JudgedPiece[]): Share[] {
  const on = new Share('  on');
  const by = new Share('  by, where either has it');
  const since = new Share('  since, where either has it');
  const until = new Share('  until, where either has it');
  const status = new Share('  status');
  for (const { record, conditions } of judged)
    for (const [wanted, line] of conditions.pairs) {
      const faults = faultsOf(wanted, line, record);
      on.add(!faults.includes('on'));
      if (wanted.by.length > 0 || line.by?.length) by.add(!faults.includes('by'));
      if (wanted.since !== undefined || line.since !== undefined) since.add(!faults.includes('since'));
      if (wanted.until !== undefined || line.until !== undefined) until.add(!faults.includes('until'));
      status.add(!faults.includes('status'));
    }
  return [on, by, since, until, status];
}

/** Fields of a found line that are not as the gold has them. */
function faultsOf(wanted: PieceCondition, line: Condition, record: ArticleRecord): string[] {
  const nameOf = (id: string): string => record.actors.find((actor) => actor.id === id)?.name ?? '';
  const thing = `${line.on.thing ?? ''} ${line.on.place ?? ''} ${nameOf(line.on.actor ?? '')}`;
  const doers = (line.by ?? []).map(nameOf);
  const faults = [];
  if (!hasAny(thing, wanted.on)) faults.push('on');
  if (wanted.by.length > 0 !== doers.length > 0 || !doers.every((name) => hasAny(name, wanted.by)))
    faults.push('by');
  // a length without a day says roughly when: what is made of it is not held against it
  if (line.since !== wanted.since && !(wanted.since === undefined && wanted.days !== undefined))
    faults.push('since');
  if (line.until !== wanted.until) faults.push('until');
  if (line.status !== wanted.status) faults.push('status');
  return faults;
}

function hasAny(text: string, words: readonly string[]): boolean {
  return words.some((word) => text.toLowerCase().includes(word.toLowerCase()));
}

function printMisses({ piece, record, conditions }: JudgedPiece): void {
  const faulty = conditions.pairs.flatMap(([wanted, line]) => {
    const faults = faultsOf(wanted, line, record);
    return faults.length === 0 ? [] : [`  ! ${faults.join(', ')}: ${told(line, record)}`];
  });
  const notes = [
    ...conditions.wrong.map((line) => `  + ${told(line, record)}`),
    ...conditions.missed.map(({ kind, in: words }) => `  - ${kind}: ${words.join(' / ')}`),
    ...faulty,
  ];
  if (notes.length > 0) console.log([`${piece.published} ${piece.text}`, ...notes].join('\n'));
}

function told({ kind, status, on, by, since, until }: Condition, { actors }: ArticleRecord): string {
  const names = (by ?? []).map((id) => actors.find((actor) => actor.id === id)?.name);
  return `${kind} ${status}, on ${on.thing ?? '-'}, by ${names.join('; ') || '-'}, since ${since ?? '-'}, until ${until ?? '-'}`;
}
