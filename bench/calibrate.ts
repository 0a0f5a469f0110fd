/**
 * Fits what a line's confidence says to how often such lines are right, and prints how well it holds by cross-validation.
 * npm run calibrate -- [--data DIR] [--step N] [--write]
 * --step: every Nth document of PolNeAR train (16); --write: put the numbers into src/extract/confidence/weights.yaml.
 * Fitted to: the demonstration dossier, single sentences and short pieces about conditions (test/gold, ours) and, for events, PLOVER's sentences (CC BY-SA 4.0). PolNeAR is for research
 * only: nothing is fitted to it; its claims show what the numbers say of another kind of text.
 */
import { writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { parseArgs } from 'node:util';
import { stringify } from 'yaml';
import { probability } from '../src/extract/confidence/index.ts';
import { crossValidated, fitted, reliability } from './confidence/fit.ts';
import {
  type JudgedLines,
  judgedAgency,
  judgedConditionPieces,
  judgedDossier,
  judgedPlover,
  judgedPolnear,
} from './confidence/judged.ts';

const { values } = parseArgs({
  options: {
    data: { type: 'string', default: process.env.TRUCELINE_DATA ?? '../shared/data' },
    step: { type: 'string', default: '16' },
    write: { type: 'boolean', default: false },
  },
});

/** The classes of the PLOVER gold's old version under today's names. */
const TODAY = {
  FIGHT: 'ASSAULT',
  DISAPPROVE: 'ACCUSE',
  DEMAND: 'REQUEST',
  INVESTIGATE: 'ACCUSE',
  YIELD: 'RETREAT',
};

const lines: JudgedLines = { claims: [], events: [], conditions: [] };
await judgedDossier(lines);
judgedAgency(lines);
judgedConditionPieces(lines);
const elsewhere: JudgedLines = { claims: [], events: [], conditions: [] };
const articles = judgedPolnear(elsewhere, values.data, Number(values.step));
const sentences = judgedPlover(lines, values.data, TODAY);
console.log(
  `${cpus()[0]?.model ?? 'unknown processor'}, Node ${process.version}; the dossier, single sentences, short pieces, ${articles} articles of PolNeAR train, ${sentences} sentences of PLOVER`,
);
if (articles === 0 || sentences === 0)
  console.log('some gold sets are not there: say --data DIR or TRUCELINE_DATA');
const models = {
  claims: fitted(lines.claims),
  events: fitted(lines.events),
  conditions: fitted(lines.conditions),
};
for (const kind of ['claims', 'events', 'conditions'] as const) {
  const judged = lines[kind];
  const right = judged.filter((one) => one.right).length;
  console.log(
    `\n${kind}: ${judged.length} judged, ${((100 * right) / judged.length).toFixed(1)} % right; by cross-validation:`,
  );
  for (const row of reliability(crossValidated(judged))) console.log(row);
}
if (articles > 0) {
  console.log(`\nclaims of PolNeAR, which nothing was fitted to: ${elsewhere.claims.length}`);
  const said = elsewhere.claims.map(({ features, right }) => ({
    said: Math.min(0.98, probability(models.claims, features)),
    right,
  }));
  for (const row of reliability(said)) console.log(row);
}
if (values.write) {
  const head =
    '# Made by `npm run calibrate -- --write`: one number a feature, see README.md. Nothing else of the gold sets is in here.\n';
  writeFileSync(new URL('../src/extract/confidence/weights.yaml', import.meta.url), head + stringify(models));
  console.log('\nwritten: src/extract/confidence/weights.yaml');
}
