import type { Document, Token } from '../../read/index.ts';
import { childIn, childrenIn, type Extents, prepositionOf } from '../phrase.ts';
import type { Draft, Run } from './draft.ts';

const VIEWS: ReadonlyMap<string, 'assesses' | 'states'> = new Map([
  ['view', 'assesses'],
  ['opinion', 'assesses'],
  ['judgment', 'assesses'],
  ['judgement', 'assesses'],
  ['estimation', 'assesses'],
  ['estimate', 'assesses'],
  ['assessment', 'assesses'],
  ['reading', 'assesses'],
  ['eye', 'assesses'],
  ['word', 'states'],
  ['account', 'states'],
  ['telling', 'states'],
]);

/** "In the mayor's view, the deal is dead", 'In the words of the envoy, “…”': whose view the sentence gives. */
export function draftOfInView(document: Document, extents: Extents, preposition: Token): Draft | null {
  if (
    preposition.text.length !== 2 ||
    !/^(?:in|by)$/i.test(preposition.text) ||
    preposition.head <= preposition.index
  )
    return null;
  const noun = document.tokens[preposition.head] as Token;
  const stance = VIEWS.get(noun.lemma.toLowerCase());
  const sentence = document.sentences[noun.sentence];
  if (!stance || !sentence) return null;
  const owner =
    childrenIn(document, noun, 'nmod').find((child) => child.deprel === 'nmod:poss') ??
    childrenIn(document, noun, 'nmod').find((child) => prepositionOf(document, child) === 'of');
  if (!owner || childIn(document, noun, 'acl')) return null;
  let end = extents.last[noun.index] as number;
  while (end > noun.index && document.tokens[end]?.upos === 'PUNCT') end--;
  const content = around(document, [preposition.index, end], [sentence.firstToken, sentence.endToken - 1]);
  if (!content) return null;
  return {
    rule: 'in the view of',
    verb: noun,
    stance,
    cue: [noun.index, noun.index],
    speaker: owner,
    addressee: null,
    content: [content],
    quotations: [],
    quotes: true,
    negated: false,
    unreal: false,
  };
}

/** The rest of the sentence: what follows where the phrase opens it, else what stands before its comma. */
function around({ tokens }: Document, phrase: Run, [first, last]: Run): Run | null {
  const opens = phrase[0] === first || (phrase[0] === first + 1 && tokens[first]?.upos === 'CCONJ');
  if (opens)
    return last - phrase[1] > 3 && tokens[phrase[1] + 1]?.text === ',' ? [phrase[1] + 2, last] : null;
  const mark = tokens[phrase[0] - 1]?.text;
  const isLast = phrase[1] >= last - 1 || tokens[phrase[1] + 1]?.text === ',';
  return mark === ',' && isLast && phrase[0] - first > 3 ? [first, phrase[0] - 2] : null;
}
