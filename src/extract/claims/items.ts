import { addDays, daysBetween, type Edtf, type Span } from '../../model/index.ts';
import type { Document, Token } from '../../read/index.ts';
import { childrenIn, type Extents, spanOfTokens } from '../phrase.ts';
import type { Run } from './draft.ts';

/** The things that a content lists: 'the release of the prisoners and the opening of the road' → two. Empty for one. */
export function itemsOf(document: Document, extents: Extents, content: Run): Span[] {
  const head = headWithin(document, content);
  if (!head) return [];
  const members = [head, ...childrenIn(document, head, 'conj')].filter((token) => token.index <= content[1]);
  if (members.length < 2) return [];
  return members.map((member, place) => {
    const next = members[place + 1];
    const last = next
      ? firstOfMember(document, extents, next) - 1
      : Math.min(content[1], extents.last[member.index] as number);
    const first = place === 0 ? content[0] : skipConnectives(document, extents, member);
    return spanOfTokens(document, first, Math.max(first, skipBack(document, last, first)));
  });
}

function headWithin(document: Document, [first, last]: Run): Token | undefined {
  for (let index = first; index <= last; index++) {
    const token = document.tokens[index] as Token;
    if ((token.head < first || token.head > last) && token.upos !== 'PUNCT' && token.deprel !== 'case')
      return token;
  }
  return undefined;
}

function firstOfMember(document: Document, extents: Extents, member: Token): number {
  const own = extents.first[member.index] as number;
  const before = document.tokens[own - 1];
  return before && /^(?:and|or|,|;)$/i.test(before.text) ? own - 1 : own;
}

function skipConnectives(document: Document, extents: Extents, member: Token): number {
  let first = extents.first[member.index] as number;
  while (first < member.index && /^(?:and|or|,|;|as|well)$/i.test((document.tokens[first] as Token).text))
    first++;
  return first;
}

function skipBack(document: Document, last: number, first: number): number {
  let end = last;
  while (end > first && /^(?:and|or|,|;)$/i.test((document.tokens[end] as Token).text)) end--;
  return end;
}

/** The date until which something is to be done: 'by 31 August', 'within 24 hours', 'until midnight'. */
export function deadlineOf(document: Document, content: Span): Edtf | undefined {
  let low = 0;
  let high = document.dates.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((document.dates[middle]?.start ?? Infinity) < content.start) low = middle + 1;
    else high = middle;
  }
  for (let index = low; index < document.dates.length; index++) {
    const date = document.dates[index];
    if (!date || date.start >= content.end) break;
    if (date.edtf === null) continue;
    const before = document.tokens[date.firstToken - 1]?.text.toLowerCase();
    const inside = document.tokens[date.firstToken]?.text.toLowerCase();
    if (
      date.anchor === 'until' ||
      date.anchor === 'within' ||
      [before, inside].some((word) => word === 'by' || word === 'before')
    )
      return /day$/i.test(document.article.text.slice(date.start, date.end))
        ? ahead(date.edtf, document.article.published)
        : date.edtf;
  }
  return undefined;
}

/** 'until Friday' in an article of Monday: a time to do something lies ahead, where a bare weekday else is the last one. */
function ahead(date: Edtf, published: Edtf | undefined): Edtf {
  const days = published === undefined ? null : daysBetween(date, published);
  return days !== null && days > 0 && days < 7 ? (addDays(date, 7) ?? date) : date;
}
