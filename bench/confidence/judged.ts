import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gunzipSync } from 'node:zlib';
import { clean } from '../../src/clean/index.ts';
import { readFilePage } from '../../src/collect/index.ts';
import { claimFeatures, conditionFeatures, eventFeatures } from '../../src/extract/confidence/index.ts';
import { contextOf, extract } from '../../src/extract/index.ts';
import { type Claim, contains, hashOfBytes, type Span } from '../../src/model/index.ts';
import { type Document, plainArticle, read } from '../../src/read/index.ts';
import { PARTS } from '../../test/gold/conditions/pieces.ts';
import { goldRecords, PAGES } from '../../test/gold/gold-records.ts';
import { matchedClaims, matchedConditions, matchedEvents } from '../gold/matching.ts';
import { judgedPieces } from '../gold/pieces.ts';
import { judgedSentences } from '../gold/sentences.ts';
import type { Judged } from './fit.ts';

/** Lines of the record that were judged by hand-made gold. */
export interface JudgedLines {
  readonly claims: Judged[];
  readonly events: Judged[];
  readonly conditions: Judged[];
}

/** Claims, events and conditions of the demonstration dossier, by test/gold. Its claims weigh thrice: their contents are judged too. */
export async function judgedDossier(into: JudgedLines): Promise<void> {
  for (const gold of goldRecords()) {
    const { article } = clean(await readFilePage(fileURLToPath(new URL(gold.page, PAGES))));
    const document = read(article);
    const record = extract(document);
    const group = gold.page;
    const claims = matchedClaims(gold, record);
    const judge = claimJudge(into, document, group, 3);
    for (const [, claim] of claims.pairs) judge(claim, true);
    for (const claim of claims.wrong) judge(claim, false);
    const events = matchedEvents(gold, record);
    for (const event of new Set(events.pairs.map(([, one]) => one)))
      into.events.push({ features: eventFeatures(document, event), right: true, group, weight: 1 });
    for (const event of events.wrong)
      into.events.push({ features: eventFeatures(document, event), right: false, group, weight: 1 });
    const conditions = matchedConditions(gold, record);
    for (const [, one] of conditions.pairs)
      into.conditions.push({ features: conditionFeatures(one), right: true, group, weight: 1 });
    for (const one of conditions.wrong)
      into.conditions.push({ features: conditionFeatures(one), right: false, group, weight: 1 });
  }
}

/** Events and claims of the single sentences of test/gold/agency. */
export function judgedAgency(into: JudgedLines): void {
  for (const { record, events, claims } of judgedSentences()) {
    const document = read(record.article);
    const group = record.article.id;
    const judge = claimJudge(into, document, group, 1);
    for (const { line, right } of claims) judge(line, right);
    for (const { line, right } of events)
      into.events.push({ features: eventFeatures(document, line), right, group, weight: 1 });
  }
}

/** Conditions of the short pieces of test/gold/conditions, all parts. Those that the gold leaves open are not judged. */
export function judgedConditionPieces(into: JudgedLines): void {
  for (const part of PARTS)
    for (const { record, conditions } of judgedPieces(part)) {
      const group = record.article.id;
      for (const [, one] of conditions.pairs)
        into.conditions.push({ features: conditionFeatures(one), right: true, group, weight: 1 });
      for (const one of conditions.wrong)
        into.conditions.push({ features: conditionFeatures(one), right: false, group, weight: 1 });
    }
}

/** Enters claims of a document, each with the features of the attribution that it was made of. */
function claimJudge(
  into: JudgedLines,
  document: Document,
  group: string,
  weight: number,
): (claim: Claim, right: boolean) => void {
  const byCue = new Map(
    contextOf(document)
      .attributions.filter(({ unreal }) => !unreal)
      .map((one) => [`${one.cue.start} ${one.speaker ?? ''}`, one]),
  );
  return (claim, right) => {
    const attribution = byCue.get(`${claim.cue.start} ${claim.speaker ?? ''}`);
    if (attribution)
      into.claims.push({ features: claimFeatures(document, attribution), right, group, weight });
  };
}

interface Bounds {
  readonly start: number;
  readonly end: number;
}
interface GoldAttribution {
  readonly source: readonly Bounds[];
  readonly cue: readonly Bounds[];
  readonly content: readonly Bounds[];
}

/**
 * Claims of every `step`th document of PolNeAR's train part: right where cue and content overlap with those of one
 * attribution, and the sources where both have one. Claims inside another's content are left out: PolNeAR marks none there.
 */
export function judgedPolnear(into: JudgedLines, data: string, step: number): number {
  const file = join(data, 'polnear', 'train.jsonl.gz');
  if (!existsSync(file)) return 0;
  const lines = gunzipSync(readFileSync(file)).toString().trim().split('\n');
  const chosen = lines.filter((_, index) => index % step === 0);
  for (const line of chosen) {
    const gold = JSON.parse(line) as {
      id: string;
      text: string;
      date: string;
      attributions: readonly GoldAttribution[];
    };
    const document = documentOf(gold.id, gold.text, gold.date);
    const real = contextOf(document).attributions.filter(({ unreal }) => !unreal);
    for (const one of real) {
      if (
        real.some(
          (other) => other !== one && contains(other.content, one.cue) && !contains(one.content, other.cue),
        )
      )
        continue;
      const right = gold.attributions.some(
        (truth) =>
          meets(truth.cue, one.cue) &&
          meets(truth.content, one.content) &&
          (truth.source.length === 0 || one.speakerText === null || meets(truth.source, one.speakerText)),
      );
      into.claims.push({ features: claimFeatures(document, one), right, group: gold.id, weight: 1 });
    }
  }
  return chosen.length;
}

/** Events of the PLOVER sentences where just one was found: the gold codes one event a sentence. */
export function judgedPlover(
  into: JudgedLines,
  data: string,
  today: { readonly [old: string]: string },
): number {
  const file = join(data, 'plover', 'gsr-cameo.shared.jsonl');
  if (!existsSync(file)) return 0;
  const lines = readFileSync(file, 'utf8').trim().split('\n');
  for (const line of lines) {
    const gold = JSON.parse(line) as { id: string; text: string; event: string };
    const document = read(plainArticle(gold.text));
    const { events } = extract(document);
    const [event] = events;
    if (!event || events.length > 1) continue;
    const right = event.type === (today[gold.event] ?? gold.event);
    into.events.push({ features: eventFeatures(document, event), right, group: gold.id, weight: 1 });
  }
  return lines.length;
}

function documentOf(id: string, text: string, published: string): Document {
  const bytes = Buffer.from(text);
  return read(
    clean({
      id,
      bytes,
      hash: hashOfBytes(bytes),
      origin: id,
      text,
      format: 'text',
      published,
      language: 'en',
      asIs: true,
    }).article,
  );
}

function meets(spans: readonly Bounds[], span: Span): boolean {
  return spans.some(({ start, end }) => start < span.end && span.start < end);
}
