import type { EntityType, Token } from '../document.ts';

/** An entity in the making: tokens [first, end). */
export interface Draft {
  readonly type: EntityType;
  readonly first: number;
  readonly end: number;
}

/** Text of a draft's words, parted by single spaces where the article has white space. */
export function wordsOf(tokens: readonly Token[], { first, end }: Draft): string {
  let text = '';
  for (let at = first; at < end; at++) {
    const token = tokens[at] as Token;
    const before = tokens[at - 1];
    if (at > first && before && token.start > before.end) text += ' ';
    text += token.text;
  }
  return text;
}

/** Drafts in text order, the earlier and then the longer one kept where two overlap. */
export function withoutOverlaps(drafts: readonly Draft[]): Draft[] {
  const sorted = [...drafts].sort((a, b) => a.first - b.first || b.end - a.end);
  const kept: Draft[] = [];
  let end = -1;
  for (const draft of sorted) {
    if (draft.first < end) continue;
    kept.push(draft);
    end = draft.end;
  }
  return kept;
}
