import { addDays, type Edtf } from '../../../model/index.ts';
import type { DateMention, Document, Sentence, Token } from '../../../read/index.ts';
import type { ExtractionContext } from '../../context.ts';
import { datesOfSentence } from '../../dates-of-sentence.ts';
import { belongs, openerOf } from './belonging.ts';

/** Since when, and how many days the text says that it is. */
export interface Start {
  readonly since: Edtf | null;
  readonly days: number | null;
}

const NOTHING: Start = { since: null, days: null };

/** Since when and for how long, of the tellings of one state: 'since 12 December', 'for three weeks', 'since the coup of 1 February'. */
export function startOf({ document, article }: ExtractionContext, ...told: readonly Token[]): Start {
  const [first] = told;
  if (!first) return NOTHING;
  const sentence = document.sentences[first.sentence] as Sentence;
  let best: (Start & { readonly distance: number }) | null = null;
  for (const date of datesOfSentence(document, sentence)) {
    const opener = openerOf(document, sentence, date, told);
    if (opener === null || !belongs(document, date, opener, told)) continue;
    const distance = Math.abs(opener - first.index);
    if (best && best.distance <= distance) continue;
    best = { ...startAt(document, date, article.published), distance };
  }
  return best ?? NOTHING;
}

/** 'an 18th day', 'third day', 'day 45'. */
const NTH_DAY = /(?:\dst|\dnd|\drd|th|second|third) (?:\w+ )?day|\bday \d/i;

function startAt(document: Document, date: DateMention, published: Edtf | undefined): Start {
  if (date.kind !== 'duration') return { since: date.edtf, days: null };
  const days = date.days ?? null;
  // 'for an 18th day on Thursday' counts from Thursday
  if (NTH_DAY.test(date.text) && days) {
    const told = dayBehind(document, date) ?? published;
    return { since: (told && addDays(told, 1 - days)) ?? date.edtf, days };
  }
  return { since: date.edtf ?? (published && days ? addDays(published, -days) : null), days };
}

/** '… on Thursday' right behind. */
function dayBehind(document: Document, { endToken }: DateMention): Edtf | null {
  const sentence = document.sentences[(document.tokens[endToken - 1] as Token).sentence] as Sentence;
  const next = datesOfSentence(document, sentence).find(
    ({ firstToken }) => firstToken >= endToken && firstToken <= endToken + 1,
  );
  return next?.edtf && /^\d{4}-\d\d-\d\d$/.test(next.edtf) ? next.edtf : null;
}
