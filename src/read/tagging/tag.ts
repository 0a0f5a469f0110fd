import { best, IMPOSSIBLE, type LinearTable, score, scoreAmong, scoresFor } from '../linear-table.ts';
import type { WordView } from '../parsing/word-view.ts';
import { featsFeatures, TAG_FEATURES, tagFeatures } from './tag-features.ts';

export interface TaggerTables {
  readonly upos: LinearTable;
  readonly feats: LinearTable;
  /** For each UPOS class the classes of features that were seen with it. */
  readonly featsOf: readonly (readonly number[])[];
}

const features = new Int32Array(TAG_FEATURES);

/** Fills in `view.upos`, left to right, then `view.feats`. */
export function tag(view: WordView, tables: TaggerTables): void {
  const uposScores = scoresFor(tables.upos);
  for (let at = 1; at < view.length; at++) {
    const count = tagFeatures(view, at, features);
    score(tables.upos, features, count, uposScores);
    uposScores[0] = IMPOSSIBLE;
    view.upos[at] = best(uposScores);
  }
  const featsScores = scoresFor(tables.feats);
  for (let at = 1; at < view.length; at++) {
    const allowed = tables.featsOf[view.upos[at] as number] ?? [];
    if (allowed.length <= 1) {
      view.feats[at] = allowed[0] ?? 0;
      continue;
    }
    const count = featsFeatures(view, at, features);
    scoreAmong(tables.feats, features, count, allowed, featsScores);
    view.feats[at] = best(featsScores, allowed);
  }
}
