import type { Token } from '../document.ts';
import type { Seats } from './seats.ts';

/** How many conjuncts up 'Ankara, Moscow and Tehran agreed' is followed. */
const CONJUNCTS = 4;

/**
 * Does a country's or capital's name stand for its government here: as the subject of a verb of speech or action ('Baku denied'),
 * what such a verb is done to ('accused Yerevan'), or the owner or party of what governments have ('Moscow's demand', 'talks between
 * Baku and Yerevan')? `head` is the index of the name's head word, `name` its text.
 */
export function standsForGovernment(
  tokens: readonly Token[],
  head: number,
  name: string,
  seats: Seats,
): boolean {
  if (seats.countryOf(name.toLowerCase().replace(/^the /, '')) === undefined) return false;
  let token = tokens[head] as Token;
  for (let step = 0; token.deprel === 'conj' && token.head >= 0 && step < CONJUNCTS; step++)
    token = tokens[token.head] as Token;
  const governor = tokens[token.head];
  if (!governor) return false;
  const lemma = governor.lemma.toLowerCase();
  const preposition = token.children
    .map((child) => tokens[child] as Token)
    .find(({ deprel }) => deprel === 'case');
  const word = preposition?.text.toLowerCase();
  switch (token.deprel.split(':')[0]) {
    case 'nsubj':
      if (token.deprel === 'nsubj:pass') return seats.objects.has(lemma);
      return governor.upos === 'VERB' && seats.acts.has(lemma);
    case 'obj':
    case 'iobj':
      return seats.objects.has(lemma);
    case 'obl':
      if (word === 'by' || token.deprel === 'obl:agent') return word === 'by' && seats.acts.has(lemma);
      return (
        (word === 'with' && TALKS.has(lemma)) ||
        (word === 'on' && lemma === 'call') ||
        (word === 'between' && seats.nouns.has(lemma))
      );
    case 'nmod':
      if (token.deprel === 'nmod:poss') return seats.nouns.has(lemma);
      return (word === 'between' || word === 'with' || word === 'by') && seats.nouns.has(lemma);
    default:
      return false;
  }
}

/** Verbs that are done with a government. */
const TALKS = new Set([
  'negotiate',
  'talk',
  'agree',
  'cooperate',
  'coordinate',
  'ally',
  'sign',
  'discuss',
  'side',
]);
