import type { Document, Token } from '../../read/index.ts';
import type { ExtractionContext } from '../context.ts';
import { hasFeature, relationOf } from '../phrase.ts';
import type { Workshop } from './workshop.ts';

/** 'ordered operators to shut off the network': told as done. */
export function isOrdered({ tokens }: Document, verb: Token): boolean {
  const head = tokens[verb.head];
  // 'the operators to shut it off', taken for one phrase
  const above = relationOf(verb) === 'acl' && head && relationOf(head) === 'obj' ? tokens[head.head] : head;
  return (
    /^(?:xcomp|acl)$/.test(relationOf(verb)) &&
    above?.lemma === 'order' &&
    hasFeature(above, 'Tense=Past') &&
    hasFeature(above, 'VerbForm=Fin')
  );
}

/** 'is held on charges, which he denies': what is denied is the noun before it, not what stands above. */
export function isDenialOfOther({ context, extents }: Workshop, { index }: Token): boolean {
  const { tokens } = context.document;
  const cue = tokens[context.attributionOf(index)?.cueToken ?? -1];
  if (!cue || cue.index < index || relationOf(cue) !== 'acl' || cue.head < 0) return false;
  return (extents.first[cue.head] as number) > index && cue.head !== index;
}

/** 'failed for a second time to agree on a truce'. */
export function isFailed({ tokens }: Document, verb: Token): boolean {
  if (tokens[verb.index - 1]?.lemma !== 'to') return false;
  for (let at = verb.index - 2; at > verb.index - FAR_WORDS && tokens[at]?.sentence === verb.sentence; at--) {
    const { upos, lemma } = tokens[at] as Token;
    if (/^(?:fail|failure|refuse|refusal|decline|unable|inability)$/.test(lemma)) return true;
    if (upos === 'VERB' || upos === 'PUNCT') return false;
  }
  return false;
}

const FAR_WORDS = 8;

/** 'dismissed reports that its troops had cut the line': who denies them tells of no state. */
export function isOfDismissedReport({ tokens }: Document, predicate: Token): boolean {
  let at = predicate;
  for (let step = 0; step < MOST_STEPS && at.head >= 0; step++) {
    const head = tokens[at.head] as Token;
    if (/^(?:acl|ccomp)$/.test(relationOf(at)) && REPORTS.has(head.lemma)) {
      const verb = head.head >= 0 ? tokens[head.head] : undefined;
      return verb !== undefined && /^ob[jl]$/.test(relationOf(head)) && DISMISSING.has(verb.lemma);
    }
    at = head;
  }
  return false;
}

const MOST_STEPS = 4;

const REPORTS = new Set(['report', 'rumor', 'rumour', 'suggestion', 'speculation']);

const DISMISSING = new Set(['deny', 'dismiss', 'reject', 'refute']);

/** A denial by its verb: 'denied that the road was closed', not 'said that no road was closed'. */
export const isSaidToDeny = (context: ExtractionContext, { index }: Token): boolean =>
  context.attributionOf(index)?.cueStance === 'denies';
