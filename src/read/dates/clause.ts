import type { DateMention, Document, Sentence, Token } from '../document.ts';

const MOST_STEPS = 12;
/** Relations by which a date hangs on the verb that it dates. */
const DATING = /^(obl|nmod:tmod|advmod|obl:tmod|obl:unmarked|nmod:unmarked|dep|parataxis|advcl)/;

/**
 * The date of what token `at` (an event's verb or noun) tells: a date that hangs on it or on a verb that governs it
 * within the clause, never merely the nearest one ('the clash of 5 March' in a sentence about Tuesday's talks);
 * else a date at the head of the sentence, which sets the scene for all of it; else null. Durations and repeated times
 * are no dates of an event, and 'since'/'until' dates only bound it.
 */
export function dateOfClause(document: Document, at: number): DateMention | null {
  const token = document.tokens[at];
  const sentence = token && document.sentences[token.sentence];
  if (!sentence) return null;
  const dates = datesOf(document, sentence);
  if (dates.length === 0) return null;
  if (document.hasTrees) {
    for (let node = at, step = 0; node >= 0 && step < 40; step++) {
      const here = document.tokens[node] as Token;
      const own = dates.find((date) => hangsOn(document, date, node));
      if (own) return own;
      if (node !== at && here.upos === 'VERB' && opensOwnClause(here)) break;
      // 'which closed its borders after the coup in July, lifted its sanctions in February'
      if (here.deprel === 'acl:relcl' && dates.some((date) => isBelow(document, date, node))) return null;
      node = here.head;
    }
  }
  return sceneDate(document, sentence, dates);
}

function datesOf(document: Document, sentence: Sentence): DateMention[] {
  const { dates } = document;
  let low = 0;
  let high = dates.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((dates[middle] as DateMention).start < sentence.start) low = middle + 1;
    else high = middle;
  }
  const found: DateMention[] = [];
  for (let index = low; index < dates.length && (dates[index] as DateMention).start < sentence.end; index++) {
    const date = dates[index] as DateMention;
    const dating = date.kind === 'date' || date.kind === 'time';
    if (dating && date.edtf !== null && date.anchor !== 'since' && date.anchor !== 'until') found.push(date);
  }
  return found;
}

/** The token of the date whose head lies outside of it. */
function headOfDate(document: Document, date: DateMention): Token {
  for (let index = date.firstToken; index < date.endToken; index++) {
    const token = document.tokens[index] as Token;
    if (token.head < date.firstToken || token.head >= date.endToken) return token;
  }
  return document.tokens[date.firstToken] as Token;
}

function hangsOn(document: Document, date: DateMention, node: number): boolean {
  if (node >= date.firstToken && node < date.endToken) return true;
  const beside = verbBefore(document, date);
  if (beside !== null) return beside === node || isOpening(document, beside, node);
  const top = headOfDate(document, date);
  const predicate = document.tokens[node] as Token;
  if (top.head === node) return predicate.upos !== 'VERB' || DATING.test(top.deprel);
  const between = document.tokens[top.head];
  if (!between) return false;
  if (isOpening(document, between.index, node)) return true;
  // 'on the morning of 5 March', 'in the early hours of Sunday': one nominal stands between.
  return (
    between.head === node &&
    DATING.test(between.deprel) &&
    top.deprel === 'nmod' &&
    between.upos === 'NOUN' &&
    TIME_NOUN.test(between.lemma)
  );
}

/** Does the date stand in the clause of the verb `node`, at whatever word of it? */
function isBelow(document: Document, date: DateMention, node: number): boolean {
  let at = headOfDate(document, date).head;
  for (let step = 0; step < MOST_STEPS && at >= 0; step++) {
    if (at === node) return true;
    at = (document.tokens[at] as Token).head;
  }
  return false;
}

/** 'held on 1 March', 'said Tuesday': a verb right before the date and its preposition is what it dates, whatever the tree says. */
function verbBefore(document: Document, date: DateMention): number | null {
  const sentence = document.sentences[(document.tokens[date.firstToken] as Token).sentence] as Sentence;
  let at = date.firstToken - 1;
  if (at >= sentence.firstToken && /^(on|in|at|late|early)$/i.test((document.tokens[at] as Token).text)) at--;
  if (at < sentence.firstToken) return null;
  return (document.tokens[at] as Token).upos === 'VERB' ? at : null;
}

/** 'Speaking on Monday, the minister rejected …': what opens a sentence happens when its main clause does. */
function isOpening(document: Document, verb: number, node: number): boolean {
  const { head, deprel, feats } = document.tokens[verb] as Token;
  return head === node && verb < node && deprel === 'advcl' && /VerbForm=(Ger|Part)/.test(feats);
}

const TIME_NOUN = /^(morning|evening|night|afternoon|hour|beginning|end|middle|start|day|week|month|dawn)$/;

/** Clauses whose verb has its own time: what lies above them does not date what lies in them. */
function opensOwnClause(verb: Token): boolean {
  return (
    verb.deprel === 'root' ||
    verb.deprel === 'conj' ||
    verb.deprel === 'parataxis' ||
    verb.deprel.startsWith('acl')
  );
}

/** A date before the sentence's subject and verb. */
function sceneDate(
  document: Document,
  sentence: Sentence,
  dates: readonly DateMention[],
): DateMention | null {
  const first = dates[0] as DateMention;
  for (let index = sentence.firstToken; index < first.firstToken; index++) {
    const token = document.tokens[index] as Token;
    if (!['ADP', 'DET', 'ADV', 'PUNCT', 'CCONJ', 'SCONJ', 'ADJ', 'NOUN'].includes(token.upos)) return null;
  }
  return first.firstToken - sentence.firstToken <= 4 ? first : null;
}
