import type { ConditionDraft } from './find.ts';

/** A closure of one of these is the blockade that was told before. */
const WAYS = new Set(['road', 'corridor', 'highway', 'route']);
/** Sentences between two tellings of one detention, at most. */
const NEAR = 6;

/** The tellings of one condition, with what a further one is held against kept ready: a long article takes no longer by the telling. */
export class ConditionGroup {
  readonly drafts: ConditionDraft[] = [];
  private readonly first: ConditionDraft;
  private readonly sinces = new Set<string>();
  /** Lemmas of what it is on, in lower case. */
  private readonly heads = new Set<string>();
  private readonly resources = new Set<string>();
  private lacksHead = false;

  constructor(first: ConditionDraft) {
    this.first = first;
    this.add(first);
  }

  add(draft: ConditionDraft): void {
    this.drafts.push(draft);
    if (draft.since !== null) this.sinces.add(draft.since);
    if (draft.head === null) this.lacksHead = true;
    else this.heads.add(draft.head.lemma.toLowerCase());
    if (draft.kind === 'outage') this.resources.add(resourceOf(draft));
  }

  /** Is this another telling of the same? */
  tells(draft: ConditionDraft): boolean {
    const { first } = this;
    if (first.kind === 'blockade' && draft.kind === 'closure' && draft.status === 'stands')
      return (
        (draft.since !== null && this.sinces.has(draft.since)) ||
        (WAYS.has(draft.head?.lemma.toLowerCase() ?? '') && this.heads.size > 0)
      );
    if (first.kind !== draft.kind) return false;
    if ((first.status === 'ended') !== (draft.status === 'ended') && draft.kind === 'closure') return false;
    if (draft.head === null || first.head === null) return true;
    if (this.heads.has(draft.head.lemma.toLowerCase())) return true;
    if (draft.kind === 'outage') return this.resources.has(resourceOf(draft));
    if (draft.kind === 'detention') return this.lacksHead || this.hasPersonNear(draft);
    // A blockade of a road, of its corridor and of the region behind it is one blockade; gas and electricity are two outages.
    return (
      draft.kind === 'blockade' ||
      draft.kind === 'ceasefire' ||
      draft.kind === 'talks' ||
      draft.kind === 'siege'
    );
  }

  /** 'a 68-year-old man' and later 'a patient': one person without a name. */
  private hasPersonNear(draft: ConditionDraft): boolean {
    for (let index = this.drafts.length - 1; index >= 0; index--) {
      const before = this.drafts[index] as ConditionDraft;
      if (draft.trigger.sentence - before.trigger.sentence > NEAR) return false;
      if (isSingle(before) && isSingle(draft) && (isNoun(before) || isNoun(draft))) return true;
    }
    return false;
  }
}

const isSingle = ({ head }: ConditionDraft) => /Number=Sing/.test(head?.feats ?? '');
const isNoun = ({ head }: ConditionDraft) => head?.upos === 'NOUN';

const RESOURCES: readonly (readonly [RegExp, string])[] = [
  [/\b(?:gas|pipeline|valve|heating)\b/i, 'gas'],
  [/\b(?:electric\w*|power|grid|voltage|current)\b/i, 'electricity'],
  [/\b(?:internet|phone|telephone|network|communications?)\b/i, 'communication'],
  [/\bwater\b/i, 'water'],
];

/** What is cut: the pipeline is the gas; a power line may be down while there is electricity from elsewhere. */
function resourceOf({ thing, head }: ConditionDraft): string {
  if (head?.lemma === 'line') return 'line';
  const text = thing ?? head?.text ?? '';
  return RESOURCES.find(([words]) => words.test(text))?.[1] ?? text.toLowerCase();
}
