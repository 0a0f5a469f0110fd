import { contains } from '../../model/index.ts';
import type { Attribution } from '../context.ts';

/**
 * Takes out attributions inside another one's content that tell nobody's view but the outer speaker's: 'she said she
 * believed …', 'he said that those who think …'. One inside another stays where it names another speaker.
 */
export function withoutEchoes(attributions: readonly Attribution[]): Attribution[] {
  const open: Attribution[] = [];
  const kept: Attribution[] = [];
  const byStart = [...attributions].sort((a, b) => a.content.start - b.content.start);
  let next = 0;
  for (const attribution of attributions) {
    if (repeats(attribution, kept.at(-1))) continue;
    while (next < byStart.length && (byStart[next] as Attribution).content.start <= attribution.cue.start)
      open.push(byStart[next++] as Attribution);
    while (open.length > 0 && (open.at(-1) as Attribution).content.end <= attribution.cue.start) open.pop();
    const outer = open.findLast(
      (one) =>
        one.cue.start !== attribution.cue.start &&
        (one.parts ?? [one.content]).some((piece) => contains(piece, attribution.cue)),
    );
    if (!outer || outer.unreal || speaksForItself(attribution, outer)) kept.push(attribution);
    else if (contains(attribution.content, outer.cue)) {
      const place = kept.lastIndexOf(outer);
      const start = Math.min(attribution.cue.start, attribution.speakerText?.start ?? Infinity);
      if (place >= 0) kept[place] = cutAt(outer, start);
      kept.push(attribution);
    } else if (goesOn(attribution, outer)) {
      const place = kept.lastIndexOf(outer);
      if (place >= 0) kept[place] = cutBefore(outer, attribution);
      kept.push(attribution);
    }
  }
  return kept;
}

/** 'repeated his claim that …': one who says, one content, two cues. */
function repeats(attribution: Attribution, before: Attribution | undefined): boolean {
  return (
    before !== undefined &&
    !before.unreal &&
    attribution.content.start === before.content.start &&
    attribution.content.end === before.content.end &&
    attribution.cue.start > before.cue.start &&
    /^(?:his|her|its|their)$/i.test(attribution.speakerText?.text ?? '')
  );
}

/** 'disputes the number and denies that …': one subject, two cues; the parser put the second into the first one's content. */
function goesOn(inner: Attribution, outer: Attribution): boolean {
  if (!inner.speakerText || !outer.speakerText || inner.speakerText.start !== outer.speakerText.start)
    return false;
  const before = outer.content.text.slice(0, inner.cue.start - outer.content.start);
  const connected = CONNECTIVE.test(before) || (/ing\b/.test(inner.cue.text) && COMMA.test(before));
  return outer.content.start > outer.cue.start && connected && !inner.unreal;
}

const CONNECTIVE = /(?:,\s*|\s)(?:and|but|or)\s+(?:\w+ly\s+|also\s+|then\s+|again\s+)?$/;

const COMMA = /,\s*(?:also\s+|while\s+)?$/;

function cutBefore(outer: Attribution, inner: Attribution): Attribution {
  const { start, text } = outer.content;
  const kept = text
    .slice(0, inner.cue.start - start)
    .replace(CONNECTIVE, '')
    .replace(COMMA, '')
    .trimEnd();
  const { items: _, ...rest } = outer;
  return kept === '' ? outer : { ...rest, content: { start, end: start + kept.length, text: kept } };
}

/** 'Both sides agreed to continue, a person said': the words of the outer attribution are no content of the inner one. */
function cutAt(outer: Attribution, offset: number): Attribution {
  const { start, text } = outer.content;
  const kept = text.slice(0, Math.max(0, offset - start)).replace(/[\s,;–—-]+$/, '');
  const { items: _, ...rest } = outer;
  return kept === '' ? outer : { ...rest, content: { start, end: start + kept.length, text: kept } };
}

function speaksForItself(inner: Attribution, outer: Attribution): boolean {
  if (inner.rule.startsWith('relative')) return true;
  if (!inner.speakerText || inner.speaker === null || inner.speaker === outer.speaker) return false;
  // 'accused the party of supporting militants': what somebody is accused of doing is not what they say.
  if (
    outer.cueStance === 'accuses' &&
    /^\p{L}+ing\b/u.test(inner.cue.text) &&
    outer.rule.endsWith('object prep')
  )
    return false;
  return !/^(?:he|she|it|they|we|i|you|who|that|which|those|his|her|its|their|our|my|your)$/i.test(
    inner.speakerText.text,
  );
}
