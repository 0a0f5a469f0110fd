import { hasChild, type Movable, move, takePlace } from './moving.ts';

const DAY = /^(?:today|yesterday|tomorrow)$/i;

/**
 * Subjects that the parser gave to something beside the verb: 'Last month [the head of the council] described', where they were hung on the time
 * before them, '[Togo] today announced', and '[Fighters] loyal to the president stormed', where the adjective behind them took their place. Changes heads and relations of the
 * tokens from `first` on, which are one English sentence.
 */
export function mendSubjects(tokens: readonly Movable[], first: number): void {
  for (let at = first; at < tokens.length; at++) {
    const noun = tokens[at] as Movable;
    const head = tokens[noun.head];
    if (!head || !/^(?:NOUN|PROPN)$/.test(noun.upos)) continue;
    if (
      noun.deprel === 'compound' &&
      /^nsubj/.test(head.deprel) &&
      DAY.test(head.text) &&
      head.index === at + 1
    ) {
      const day = { ...head };
      takePlace(tokens, noun, head);
      move(tokens, head, day.head, 'obl:unmarked');
    } else if (noun.deprel === 'nmod:unmarked' && head.deprel === 'obl:unmarked' && head.index < at)
      fromTime(tokens, noun, head);
    else if (
      /^nsubj/.test(noun.deprel) &&
      head.upos === 'ADJ' &&
      /^nsubj/.test(head.deprel) &&
      head.index === at + 1
    )
      if (!hasChild(tokens, head, /^cop$/)) fromAdjective(tokens, noun, head);
  }
}

function fromTime(tokens: readonly Movable[], noun: Movable, time: Movable): void {
  const verb = tokens[time.head];
  if (verb?.upos !== 'VERB' || verb.index < noun.index) return;
  if (hasChild(tokens, verb, /^(?:nsubj|csubj)/)) return;
  if (!hasChild(tokens, noun, /^(?:det|nmod:poss)/)) return;
  move(tokens, noun, verb.index, 'nsubj');
}

function fromAdjective(tokens: readonly Movable[], noun: Movable, adjective: Movable): void {
  takePlace(tokens, noun, adjective);
  move(tokens, adjective, noun.index, 'amod');
}
