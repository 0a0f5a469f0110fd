import type { ClaimLine, ConditionKind, ConditionLine, TimelineEntry } from '../api/client.ts';
import { lineInWords } from '../evidence/LineHead.tsx';
import { term } from '../messages/index.ts';

/** Something that claims are about: a kind of condition, or one event. */
export interface Subject {
  readonly key: string;
  readonly group: 'conditions' | 'events';
  readonly name: string;
  readonly claims: readonly ClaimLine[];
}

interface Told {
  readonly article: string;
  readonly id: string;
  readonly spans: readonly { start: number; end: number }[];
}

/** Subjects with claims about them: named by the record, or said in the same sentence. Those with most claims first. */
export function subjectsOf(
  claims: readonly ClaimLine[],
  conditions: readonly ConditionLine[],
  entries: readonly TimelineEntry[],
): Subject[] {
  const byArticle = new Map<string, ClaimLine[]>();
  for (const line of claims) {
    const own = byArticle.get(line.article.id);
    if (own) own.push(line);
    else byArticle.set(line.article.id, [line]);
  }
  const about = (told: readonly Told[]) => {
    const found = new Set<ClaimLine>();
    for (const { article, id, spans } of told) {
      for (const line of byArticle.get(article) ?? []) {
        const { about: ids, evidence } = line.claim;
        if (
          ids.includes(id) ||
          spans.some(({ start, end }) => start < evidence.end && evidence.start < end)
        ) {
          found.add(line);
        }
      }
    }
    return [...found];
  };
  const kinds = new Map<ConditionKind, ConditionLine[]>();
  for (const line of conditions) {
    const own = kinds.get(line.condition.kind);
    if (own) own.push(line);
    else kinds.set(line.condition.kind, [line]);
  }
  const subjects: Subject[] = [];
  for (const [kind, lines] of kinds) {
    const told = lines.map(({ article, condition }) => ({
      article: article.id,
      id: condition.id,
      spans: condition.evidence,
    }));
    subjects.push({
      key: `condition:${kind}`,
      group: 'conditions',
      name: term('kind', kind),
      claims: about(told),
    });
  }
  for (const { tellings, date } of entries) {
    const [first] = tellings;
    if (!first) continue;
    const told = tellings.map(({ article, event }) => ({
      article: article.id,
      id: event.id,
      spans: event.evidence,
    }));
    subjects.push({
      key: `event:${first.article.id}~${first.event.id}`,
      group: 'events',
      name: `${date.startsWith('XXXX') ? '' : `${date} `}${lineInWords(first)}`,
      claims: about(told),
    });
  }
  return subjects
    .filter((subject) => subject.claims.length >= (subject.group === 'events' ? 2 : 1))
    .sort((a, b) => b.claims.length - a.claims.length);
}
