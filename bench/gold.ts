/**
 * Records of the English example articles against the hand-made ones in test/gold, single sentences as agencies write them
 * (test/gold/agency), and short pieces about conditions (test/gold/conditions). Prints; asserts nothing.
 * npm run bench:gold -- [--only WORD] [--brief] [--pieces dev|held|late|fresh]
 * --only: pages whose name has WORD; --brief: no list of what was missed and what is wrong; --pieces: that list for one part of the
 * pieces, and nothing but the pieces.
 */
import { cpus } from 'node:os';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { readFilePage } from '../src/collect/index.ts';
import { recordOf } from '../src/extract/index.ts';
import type { Casualties } from '../src/model/index.ts';
import { goldRecords, PAGES } from '../test/gold/gold-records.ts';
import type { GoldEvent } from '../test/gold/gold-schema.ts';
import { matchedClaims, matchedConditions, matchedEvents } from './gold/matching.ts';
import { printPieces } from './gold/pieces.ts';
import { printSentences } from './gold/sentences.ts';
import { Share, Tally } from './gold/tally.ts';

const { values } = parseArgs({
  options: {
    only: { type: 'string', default: '' },
    brief: { type: 'boolean', default: false },
    pieces: { type: 'string' },
  },
});
if (values.pieces !== undefined) {
  printPieces(values.pieces);
  process.exit();
}

const events = new Tally('events');
const claims = new Tally('claims');
const conditions = new Tally('conditions');
const share = {
  title: new Share('title'),
  published: new Share('published'),
  areas: new Share('areas'),
  removed: new Share('furniture kept out of the text'),
  date: new Share('event: date, where gold has one'),
  status: new Share('event: status'),
  place: new Share('event: place, where gold has one'),
  killed: new Share('event: killed, where gold has some'),
  injured: new Share('event: injured, where gold has some'),
  stance: new Share('claim: stance'),
  since: new Share('condition: since'),
  days: new Share('condition: days'),
  conditionStatus: new Share('condition: status'),
};

for (const gold of goldRecords().filter(({ page }) => page.includes(values.only))) {
  const record = recordOf(await readFilePage(fileURLToPath(new URL(gold.page, PAGES))));
  const { article } = record;
  const wrongs: string[] = [];

  share.title.add(article.title === gold.title);
  share.published.add(article.published === gold.published);
  share.areas.add(article.areas.join('›') === gold.areas.join('›'));
  if (article.title !== gold.title) wrongs.push(`title: ${article.title}`);
  if (article.published !== gold.published)
    wrongs.push(`published: ${article.published} not ${gold.published}`);
  if (article.areas.join('›') !== gold.areas.join('›')) wrongs.push(`areas: ${article.areas.join(' › ')}`);
  for (const piece of gold.removed) {
    const kept = article.text.includes(piece);
    share.removed.add(!kept);
    if (kept) wrongs.push(`kept in the text: ${piece}`);
  }

  const matched = {
    events: matchedEvents(gold, record),
    claims: matchedClaims(gold, record),
    conditions: matchedConditions(gold, record),
  };
  events.add(matched.events);
  claims.add(matched.claims);
  conditions.add(matched.conditions);

  for (const [wanted, event] of matched.events.pairs) {
    if (wanted.date !== undefined) share.date.add(event.date.edtf === wanted.date);
    share.status.add(event.status === wanted.status);
    if (wanted.place !== undefined) share.place.add(event.place?.name.includes(wanted.place) ?? false);
    if (wanted.killed.length > 0) share.killed.add(sameCounts(wanted.killed, event.killed));
    if (wanted.injured.length > 0) share.injured.add(sameCounts(wanted.injured, event.injured));
  }
  for (const [wanted, claim] of matched.claims.pairs) {
    share.stance.add(claim.stance === wanted.stance);
    if (claim.stance !== wanted.stance)
      wrongs.push(`stance: ${claim.stance} not ${wanted.stance}: ${claim.evidence.text}`);
  }
  for (const [wanted, condition] of matched.conditions.pairs) {
    if (wanted.since !== undefined) share.since.add(condition.since === wanted.since);
    if (wanted.days !== undefined) share.days.add(condition.days === wanted.days);
    share.conditionStatus.add(condition.status === wanted.status);
  }

  if (values.brief) continue;
  console.log(`\n${gold.page}`);
  for (const line of wrongs) console.log(`  ! ${line}`);
  for (const { type, trigger } of matched.events.missed) console.log(`  - event ${type}: ${trigger}`);
  for (const { type, trigger, evidence } of matched.events.wrong)
    console.log(`  + event ${type}: [${trigger.text}] ${evidence[0]?.text}`);
  for (const { speaker, stance, content } of matched.claims.missed)
    console.log(`  - claim of ${speaker.join('/')}, ${stance}: ${content}`);
  for (const { speakerText, stance, content } of matched.claims.wrong)
    console.log(`  + claim of ${speakerText?.text ?? '?'}, ${stance}: ${content.text}`);
  for (const { kind, in: words } of matched.conditions.missed)
    console.log(`  - condition ${kind}: ${words.join(' / ')}`);
  for (const { kind, since, evidence } of matched.conditions.wrong)
    console.log(`  + condition ${kind} since ${since ?? '?'}: ${evidence[0]?.text}`);
}

console.log(
  `\n${cpus()[0]?.model ?? 'unknown processor'}, Node ${process.version}; - missed, + wrong, ! other`,
);
console.log(`${'line'.padEnd(12)}   gold  found covered  wrong  precis.  recall      F1`);
for (const tally of [events, claims, conditions]) console.log(tally.row());
console.log('');
for (const part of Object.values(share)) console.log(part.row());
if (values.only === '') {
  printSentences(values.brief);
  printPieces();
}

function sameCounts(wanted: GoldEvent['killed'], found: readonly Casualties[]): boolean {
  const counts = (list: readonly { count: number }[]): string =>
    list
      .map(({ count }) => count)
      .sort((a, b) => a - b)
      .join();
  return counts(wanted) === counts(found);
}
