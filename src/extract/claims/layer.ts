import { contains } from '../../model/index.ts';
import type { Document } from '../../read/index.ts';
import type { Attribution } from '../context.ts';
import { contextOf } from '../make-context.ts';
import { extentsOf } from '../phrase.ts';
import { viewsOf } from './views.ts';

/**
 * Who holds what in an article, in the widest sense: the attributions that claims are made of, also those of speaking
 * that did not happen ('did not say'), and the views told without words. Outermost ones only, in text order, one a
 * cue; this is what `bench:claims` measures on PolNeAR, which marks no attribution inside another.
 */
export function attributionLayer(document: Document): Attribution[] {
  const { attributions } = contextOf(document);
  const all = [...attributions, ...viewsOf(document, extentsOf(document), attributions)].sort(
    (a, b) => a.cue.start - b.cue.start,
  );
  const single = all.filter((one, index) => index === 0 || one.cue.start !== all[index - 1]?.cue.start);
  return outermost(single);
}

/** Without those whose cue lies in another one's content. Two that hold each other's cues both stay. */
function outermost(byCue: readonly Attribution[]): Attribution[] {
  const byContent = [...byCue].sort((a, b) => a.content.start - b.content.start);
  let next = 0;
  let open: Attribution[] = [];
  const kept: Attribution[] = [];
  for (const one of byCue) {
    while (next < byContent.length && (byContent[next] as Attribution).content.start <= one.cue.start)
      open.push(byContent[next++] as Attribution);
    open = open.filter((other) => other.content.end > one.cue.start).slice(-MOST_OPEN);
    const holder = open.some(
      (other) =>
        other !== one &&
        holdsCue(other, one) &&
        !(one.content.start <= other.cue.start && one.content.end >= other.cue.end),
    );
    if (!holder) kept.push(one);
  }
  return kept;
}

/** Is the cue in what the other one says, and not only between two pieces of it ('“…,” he said, adding: “…”')? */
function holdsCue(other: Attribution, { cue }: Attribution): boolean {
  return (other.parts ?? [other.content]).some((piece) => contains(piece, cue));
}

/** Contents that may lie around one cue; deeper ones are not looked at, so that time stays linear. */
const MOST_OPEN = 32;
