import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { z } from 'zod';
import { Edtf } from '../../../src/model/index.ts';
import { GoldCondition } from '../gold-schema.ts';

/** A condition of a piece: as in the dossier's gold, and who keeps it up, in words of which each name has one. */
export const PieceCondition = GoldCondition.extend({ by: z.array(z.string()).default([]) });
export type PieceCondition = z.infer<typeof PieceCondition>;

/** One to three sentences, the day that they were published, and what stands by them. */
export const Piece = z.strictObject({
  published: Edtf,
  text: z.string(),
  conditions: z.array(PieceCondition),
});
export type Piece = z.infer<typeof Piece>;

/** Of `held` only figures are looked at; the others were in view while rules were written. */
export const PARTS = ['dev', 'held', 'late', 'fresh'] as const;
export type Part = (typeof PARTS)[number];

/** The pieces of a part, checked against the schema; throws a ZodError on a bad one. */
export function pieces(part: Part): Piece[] {
  return z.array(Piece).parse(parse(readFileSync(new URL(`./${part}.yaml`, import.meta.url), 'utf8')));
}
