import { hasChild, type Movable, move } from './moving.ts';

/** Nouns that say behind 'on' what they are on. */
const ON_SOMETHING = /^(?:sanctions?|embargo(?:es)?|bans?|restrictions|tariffs|curbs|blockade|attacks?)$/;
const MONTH = /^(?:January|February|March|April|May|June|July|August|September|October|November|December)$/;
const TIME = /^(?:minutes?|hours?|days?|weeks?|months?|years?|decades?)$/;

/**
 * Prepositional phrases that the parser hung one word too high or too low: 'prolong [sanctions on Belarus]', 'thrown out by [a court in Vilnius]',
 * '[under blockade] by rebels [for five months]'; and prepositions on the first noun of a compound, '[under [house arrest]]'. Changes heads and
 * relations of the tokens from `first` on, which are one English sentence.
 */
export function mendPhrasesBehind(tokens: readonly Movable[], first: number): void {
  for (let at = first + 1; at < tokens.length; at++) {
    const preposition = tokens[at] as Movable;
    if (preposition.deprel !== 'case') continue;
    const noun = tokens[preposition.head] as Movable;
    if (noun.deprel === 'compound' && noun.index > at && noun.head === noun.index + 1) {
      move(tokens, preposition, noun.head);
      continue;
    }
    if (noun.index < at) continue;
    const before = tokens[at - 1] as Movable;
    if (noun.deprel === 'obl' && before.head === noun.head && isTaken(tokens, before, preposition, noun))
      move(tokens, noun, before.index, 'nmod');
    else if (
      noun.deprel === 'nmod' &&
      TIME.test(noun.text) &&
      /^(?:for|since|until)$/i.test(preposition.text)
    )
      liftTime(tokens, noun);
    else if (noun.deprel === 'nmod' && isWhereMet(tokens, preposition, noun))
      move(tokens, noun, (tokens[noun.head] as Movable).head, 'obl');
  }
}

/** 'met the negotiators in Varda': where they met, not whose negotiators they are. */
function isWhereMet(tokens: readonly Movable[], preposition: Movable, place: Movable): boolean {
  const whom = tokens[place.head] as Movable;
  const verb = tokens[whom.head];
  return (
    preposition.text === 'in' &&
    place.upos === 'PROPN' &&
    whom.deprel === 'obj' &&
    whom.upos === 'NOUN' &&
    verb?.lemma === 'meet' &&
    verb.index < whom.index
  );
}

function isTaken(tokens: readonly Movable[], before: Movable, preposition: Movable, noun: Movable): boolean {
  if (before.upos !== 'NOUN' || isTime(noun)) return false;
  if (preposition.text === 'on' && ON_SOMETHING.test(before.text)) return true;
  const isAgent = before.children.some((child) => tokens[child]?.text === 'by');
  return isAgent && preposition.text === 'in' && noun.upos === 'PROPN';
}

/** 'the attack on Monday': the day is no target. */
function isTime({ text, upos }: Movable): boolean {
  return upos === 'NUM' || /(?:day|night|morning|evening|weekend)s?$/i.test(text) || MONTH.test(text);
}

/** Nobody is 'a rebel for five months': how long it has been is said of what the rebels do. */
function liftTime(tokens: readonly Movable[], time: Movable): void {
  const agent = tokens[time.head] as Movable;
  if (agent.head < 0 || !agent.children.some((child) => tokens[child]?.text === 'by')) return;
  const head = tokens[agent.head] as Movable;
  const isPredicate = head.upos === 'VERB' || hasChild(tokens, head, /^cop$/);
  move(tokens, time, head.index, isPredicate ? 'obl' : 'nmod');
}
