import { boundsOfEdtf, daysBetween } from '../../model/index.ts';
import type { Token } from '../../read/index.ts';
import type { ConditionDraft } from './draft.ts';
import { conditionWords } from './words.ts';

/** A closure of one of these is the blockade that was told before. */
const WAYS = new Set(['road', 'corridor', 'highway', 'route']);
/** Days between two ends that are not one, at least. */
const FAR = 60;
/** Where one passes from a country to another. */
const PASSAGES = new Set(['border', 'frontier', 'crossing', 'checkpoint']);
/** Sentences between the closing and the opening of a passage that is not named again, at most. */
const CLOSE = 2;
/** Sentences between two tellings of one detention, at most. */
const NEAR = 6;
/** Kinds of which an article seldom tells two at once: what is on other words is the same still. */
const SINGLE: ReadonlySet<string> = new Set(['blockade', 'ceasefire', 'talks', 'siege']);

/** The tellings of one condition, with what a further one is held against kept ready: a long article takes no longer by the telling. */
export class ConditionGroup {
  readonly drafts: ConditionDraft[] = [];
  private readonly first: ConditionDraft;
  private readonly sinces = new Set<string>();
  private readonly places = new Set<string>();
  /** Words with a capital letter in what it is on. */
  private readonly names = new Set<string>();
  /** Lemmas of what it is on, in lower case. */
  private readonly heads = new Set<string>();
  private readonly resources = new Set<string>();
  private lacksHead = false;
  /** Last day of the state, and its first one, where told. */
  private last: string | null = null;
  private start: string | null = null;

  constructor(first: ConditionDraft) {
    this.first = first;
    this.add(first);
  }

  add(draft: ConditionDraft): void {
    this.drafts.push(draft);
    if (draft.since !== null) {
      this.sinces.add(draft.since);
      this.start ??= boundsOfEdtf(draft.since).first;
    }
    if (draft.until !== null) this.last ??= boundsOfEdtf(draft.until).last;
    if (draft.place !== null) this.places.add(draft.place);
    for (const name of namesIn(draft.thing)) this.names.add(name);
    if (draft.head === null) this.lacksHead = true;
    else this.heads.add(nameOf(draft.head));
    if (draft.kind === 'outage') this.resources.add(resourceOf(draft));
  }

  /** Is this another telling of the same? */
  tells(draft: ConditionDraft): boolean {
    const { first } = this;
    // 'The port, blockaded since May, was reopened'
    if (first.kind === 'blockade' && draft.kind === 'closure' && draft.isUndone)
      return draft.head !== null && this.heads.has(nameOf(draft.head));
    if (first.kind === 'blockade' && draft.kind === 'closure' && draft.status === 'stands')
      return (
        (draft.since !== null && this.sinces.has(draft.since)) ||
        (WAYS.has(draft.head?.lemma.toLowerCase() ?? '') && this.heads.size > 0)
      );
    if (first.kind !== draft.kind || this.isOfOtherTime(draft)) return false;
    if (draft.head === null) return true;
    if (this.heads.has(nameOf(draft.head))) return draft.kind !== 'siege' || !this.isElsewhere(draft);
    if (this.heads.size === 0 && first.isAnother) return false;
    if (this.heads.size === 0) return draft.kind !== 'closure' && draft.kind !== 'outage';
    if (draft.kind === 'closure' && draft.isUndone && this.isSamePassage(draft)) return true;
    if (draft.kind === 'outage') return !draft.isUndone && this.resources.has(resourceOf(draft));
    if (draft.kind === 'detention') return this.lacksHead || this.hasPersonNear(draft);
    // A blockade of a road, of its corridor and of the region behind it is one blockade; gas and electricity are two outages.
    return SINGLE.has(draft.kind) && !(draft.kind === 'siege' && this.isElsewhere(draft));
  }

  /** 'closed its border … reopened the crossing': the crossing of that border. */
  private isSamePassage({ thing, head, trigger }: ConditionDraft): boolean {
    const last = this.drafts.at(-1) as ConditionDraft;
    return (
      thing !== null &&
      head !== null &&
      /^the \w+$/i.test(thing) &&
      PASSAGES.has(head.lemma.toLowerCase()) &&
      PASSAGES.has(last.head?.lemma.toLowerCase() ?? '') &&
      last.status === 'stands' &&
      trigger.sentence - last.trigger.sentence <= CLOSE
    );
  }

  private isElsewhere({ place, thing }: ConditionDraft): boolean {
    if (place !== null && this.places.size > 0) return !this.places.has(place);
    const names = namesIn(thing);
    return names.length > 0 && this.names.size > 0 && !names.some((name) => this.names.has(name));
  }

  /** 'a truce that ended in 2022', where another is told of 2025; 'another siege since May', where one was told since March. */
  private isOfOtherTime({ since, until, isIndefinite, isAnother }: ConditionDraft): boolean {
    if (isAnother) return true;
    const [from, to] = [since && boundsOfEdtf(since).first, until && boundsOfEdtf(until).last];
    if (from && this.last && from > this.last) return true;
    if (to && this.start && to < this.start) return true;
    if (to && this.last && (daysBetween(to, this.last) ?? 0) > FAR) return true;
    const isNew = isIndefinite || !SINGLE.has(this.first.kind);
    return (
      isNew && since !== null && this.sinces.size > 0 && ![...this.sinces].some((one) => overlap(one, since))
    );
  }

  /** 'a 68-year-old man' and later 'a patient': one person without a name. */
  private hasPersonNear(draft: ConditionDraft): boolean {
    for (let index = this.drafts.length - 1; index >= 0; index--) {
      const before = this.drafts[index] as ConditionDraft;
      if (draft.trigger.sentence - before.trigger.sentence > NEAR) return false;
      if (isSingle(before) && isSingle(draft) && (isNoun(before) || isNoun(draft) || isPronoun(draft)))
        return true;
    }
    return false;
  }
}

/** Days by which a start that is counted back may be off. */
const ROUGHLY = 3;

/** 'the rebel-held east of Aleppo' → Aleppo. */
const namesIn = (thing: string | null): readonly string[] =>
  thing?.match(/(?<!^)\b\p{Lu}\p{L}+|^(?!The\b|An?\b)\p{Lu}\p{L}+/gu) ?? [];

/** Can two dates mean one day: '2022-02' and '2022-02-24'? */
function overlap(one: string, other: string): boolean {
  const [a, b] = [boundsOfEdtf(one), boundsOfEdtf(other)];
  const isBefore = (end: string | null, start: string | null) =>
    end !== null && start !== null && (daysBetween(end, start) ?? 0) > ROUGHLY;
  return !isBefore(a.last, b.first) && !isBefore(b.last, a.first);
}

/** What the head of a thing is called, one word for all that mean the same. */
function nameOf({ lemma }: Token): string {
  const word = lemma.toLowerCase();
  return conditionWords().same[word] ?? word;
}

const isSingle = ({ head }: ConditionDraft) => /Number=Sing/.test(head?.feats ?? '');
const isPronoun = ({ head }: ConditionDraft) => head?.upos === 'PRON';
const isNoun = ({ head }: ConditionDraft) => head?.upos === 'NOUN';

const RESOURCES: readonly (readonly [RegExp, string])[] = [
  [/\b(?:gas|pipeline|valve|heating)\b/i, 'gas'],
  [/\b(?:electric\w*|power|grid|voltage|current)\b/i, 'electricity'],
  [/\b(?:internet|phone|telephone|hotlines?|network|communications?)\b/i, 'communication'],
  [/\bwater\b/i, 'water'],
];

/** What is cut: the pipeline is the gas; a power line may be down while there is electricity from elsewhere. */
function resourceOf({ thing, head }: ConditionDraft): string {
  if (head?.lemma === 'line') return 'line';
  const text = thing ?? head?.text ?? '';
  return RESOURCES.find(([words]) => words.test(text))?.[1] ?? text.toLowerCase();
}
