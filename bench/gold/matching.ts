import type { ArticleRecord, Claim, Condition, Event, Span } from '../../src/model/index.ts';
import type { GoldClaim, GoldCondition, GoldEvent, GoldRecord } from '../../test/gold/gold-schema.ts';

/** Which gold lines were found, as which line of the record; the rules are in test/gold/README.md. */
export interface Matching<Gold, Line> {
  readonly pairs: readonly (readonly [Gold, Line])[];
  readonly missed: readonly Gold[];
  readonly wrong: readonly Line[];
}

/** Events: same type, and the trigger overlaps or (once a gold line) stands in the same sentence. */
export function matchedEvents(gold: GoldRecord, record: ArticleRecord): Matching<GoldEvent, Event> {
  const overlap = (wanted: GoldEvent, event: Event): boolean =>
    event.type === wanted.type && overlapsPhrase(record, wanted.trigger, event.trigger);
  const beside = (wanted: GoldEvent, event: Event): boolean =>
    event.type === wanted.type && event.evidence.some((span) => overlapsPhrase(record, wanted.trigger, span));
  const first = pairUp(gold.events, record.events, overlap, 'many');
  const second = pairUp(first.missed, first.wrong, beside, 'one');
  // What is left may be one more telling of an event that was merged into a matched one.
  const third = pairUp(second.missed, record.events, beside, 'many');
  return withoutOptional({
    pairs: [...first.pairs, ...second.pairs, ...third.pairs],
    missed: third.missed,
    wrong: second.wrong,
  });
}

/** Claims, one to one: the speaker by a word of the name, and contents that overlap. */
export function matchedClaims(gold: GoldRecord, record: ArticleRecord): Matching<GoldClaim, Claim> {
  const names = new Map(record.actors.map(({ id, name }) => [id, name]));
  const matching = pairUp(
    gold.claims,
    record.claims,
    (wanted, claim) => {
      const speaker = `${claim.speakerText?.text ?? ''} ${names.get(claim.speaker ?? '') ?? ''}`;
      return hasAny(speaker, wanted.speaker) && overlapsPhrase(record, wanted.content, claim.content);
    },
    'one',
  );
  // Two speakers of one sentence ('France and Britain said') are two claims and one gold line.
  const isTwin = (claim: Claim): boolean =>
    matching.pairs.some(
      ([, { content, speaker }]) =>
        speaker !== claim.speaker &&
        content.start === claim.content.start &&
        content.end === claim.content.end,
    );
  const twins = matching.wrong.filter(isTwin);
  return withoutOptional({ ...matching, wrong: matching.wrong.filter((claim) => !twins.includes(claim)) });
}

/** Conditions, one to one: same kind, and the same start, or a word of what it lies on in the sentence that says it. */
export function matchedConditions<Gold extends GoldCondition>(
  gold: { readonly conditions: readonly Gold[] },
  record: ArticleRecord,
): Matching<Gold, Condition> {
  const names = new Map(record.actors.map(({ id, name }) => [id, name]));
  const matching = pairUp(
    gold.conditions,
    record.conditions,
    (wanted, { kind, since, on, evidence }) => {
      if (kind !== wanted.kind) return false;
      if (since !== undefined && since === wanted.since) return true;
      const thing = `${on.place ?? ''} ${on.thing ?? ''} ${names.get(on.actor ?? '') ?? ''}`;
      if (thing.trim() !== '' && !hasAny(thing, wanted.on)) return false;
      return evidence.some((span) => wanted.in.some((phrase) => overlapsPhrase(record, phrase, span)));
    },
    'one',
  );
  return withoutOptional(matching);
}

/** Optional gold lines count neither way: not as missed, and what they match not as found. */
function withoutOptional<Gold extends { readonly optional: boolean }, Line>(
  matching: Matching<Gold, Line>,
): Matching<Gold, Line> {
  return {
    pairs: matching.pairs.filter(([{ optional }]) => !optional),
    missed: matching.missed.filter(({ optional }) => !optional),
    wrong: matching.wrong,
  };
}

function pairUp<Gold, Line>(
  gold: readonly Gold[],
  lines: readonly Line[],
  matches: (wanted: Gold, line: Line) => boolean,
  uses: 'one' | 'many',
): Matching<Gold, Line> {
  const used = new Set<Line>();
  const pairs: (readonly [Gold, Line])[] = [];
  const missed: Gold[] = [];
  for (const wanted of gold) {
    const line = lines.find(
      (candidate) => (uses === 'many' || !used.has(candidate)) && matches(wanted, candidate),
    );
    if (line === undefined) missed.push(wanted);
    else {
      used.add(line);
      pairs.push([wanted, line]);
    }
  }
  return { pairs, missed, wrong: lines.filter((line) => !used.has(line)) };
}

function overlapsPhrase({ article }: ArticleRecord, phrase: string, span: Span): boolean {
  for (let at = article.text.indexOf(phrase); at >= 0; at = article.text.indexOf(phrase, at + 1)) {
    if (at < span.end && span.start < at + phrase.length) return true;
  }
  return false;
}

function hasAny(text: string, words: readonly string[]): boolean {
  const lower = text.toLowerCase();
  return words.some((word) => lower.includes(word.toLowerCase()));
}
