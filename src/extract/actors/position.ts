import type { Document, Token } from '../../read/index.ts';
import { childIn, prepositionOf, relationOf } from '../phrase.ts';

const LOCATIVE = new Set([
  'in',
  'at',
  'near',
  'inside',
  'across',
  'through',
  'within',
  'into',
  'over',
  'throughout',
  'around',
  'outside',
  'along',
  'beyond',
  'above',
  'out of',
  'inside of',
  'via',
  'off',
]);
const WITH_SEATS = new Set([
  'with',
  'by',
  'against',
  'between',
  'on',
  'upon',
  'according to',
  'toward',
  'towards',
  'of',
  'among',
  'for',
  'both',
  'that',
  'including',
  'than',
  'like',
  'unlike',
]);
const NOUNS_OF_TALK = new Set([
  'talk',
  'negotiation',
  'dialogue',
  'agreement',
  'relation',
  'contact',
  'meeting',
  'conflict',
  'war',
  'tension',
  'demand',
  'position',
  'statement',
  'accusation',
  'leader',
  'minister',
  'delegation',
  'representative',
  'side',
  'president',
  'claim',
  'refusal',
  'decision',
  'policy',
  'behalf',
]);

/**
 * May the name of a state or of a seat of government at this token mean somebody who acts? 'Baku said', 'with Baku',
 * 'accused Baku' do; 'in Baku', 'to Baku' don't. For states only a phrase of place keeps them from it.
 */
export function isInActorPosition(document: Document, token: Token, isSeat: boolean): boolean {
  if (isSeat && isDateline(document, token)) return false;
  const top = topOf(document, token);
  const relation = relationOf(top);
  if (relation === 'amod' || relation === 'compound' || relation === 'nummod')
    return !isSeat && relation !== 'amod';
  if (top.deprel === 'nmod:poss') return true;
  const preposition = prepositionOf(document, top);
  if (preposition === '')
    return (
      relation !== 'obl' &&
      relation !== 'appos' &&
      relation !== 'list' &&
      relation !== 'nmod' &&
      !(relation === 'root' && isSeat)
    );
  if (LOCATIVE.has(preposition)) return false;
  if (!isSeat) return preposition !== 'from' && preposition !== 'to' ? true : !isMotion(document, top);
  if (!WITH_SEATS.has(preposition)) return false;
  if (preposition !== 'of' && preposition !== 'for') return true;
  const head = top.head < 0 ? undefined : document.tokens[top.head];
  return head !== undefined && NOUNS_OF_TALK.has(head.lemma.toLowerCase());
}

const MOTIONS = new Set([
  'go',
  'travel',
  'come',
  'arrive',
  'fly',
  'return',
  'flee',
  'move',
  'drive',
  'cross',
  'leave',
  'transport',
  'deliver',
  'road',
  'convoy',
  'visit',
  'trip',
  'gas',
  'import',
  'export',
  'route',
  'flight',
  'corridor',
  'border',
  'evacuate',
  'transfer',
  'link',
  'connect',
]);

function isMotion(document: Document, token: Token): boolean {
  const head = token.head < 0 ? undefined : document.tokens[token.head];
  return head !== undefined && MOTIONS.has(head.lemma.toLowerCase());
}

/** Up through the parts of one name and its coordination to the token that carries the relation. */
function topOf(document: Document, token: Token): Token {
  let current = token;
  for (let step = 0; step < 8; step++) {
    const head = current.head < 0 ? undefined : document.tokens[current.head];
    const relation = relationOf(current);
    if (!head || (relation !== 'flat' && relation !== 'conj' && relation !== 'fixed')) return current;
    if (relation === 'conj' && childIn(document, current, 'case')) return current;
    current = head;
  }
  return current;
}

/** 'TBILISI, 5 March –' at the start of a paragraph. */
function isDateline(document: Document, token: Token): boolean {
  const paragraph = document.article.paragraphs[document.sentences[token.sentence]?.paragraph ?? -1];
  return paragraph?.start === token.start && token.text.length > 2 && token.text === token.text.toUpperCase();
}
