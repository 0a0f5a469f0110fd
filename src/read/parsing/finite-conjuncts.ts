import { type Movable, move } from './moving.ts';

const MOST_STEPS = 6;

/**
 * 'called on the parties to sit down and appealed to the crowd': an English past tense that the parser joined to an infinitive goes on with
 * the verb that the infinitive is below. Changes heads and children of the tokens from `first` on, which are one sentence.
 */
export function mendFiniteConjuncts(tokens: readonly Movable[], first: number): void {
  for (let at = first + 3; at < tokens.length; at++) {
    const verb = tokens[at] as Movable;
    if (verb.upos !== 'VERB' || verb.deprel !== 'conj' || !isPast(tokens, verb)) continue;
    const infinitive = tokens[verb.head];
    if (!infinitive || infinitive.index > at || !isInfinitive(tokens, infinitive)) continue;
    const above = finiteAbove(tokens, infinitive);
    if (above) move(tokens, verb, above.index);
  }
}

/** A form in -ed may be a participle; with a conjunction and without a subject or an auxiliary it is none. */
function isPast(tokens: readonly Movable[], { text, feats, children }: Movable): boolean {
  if (!/ed$/.test(text) && !/Tense=Past.*VerbForm=Fin/.test(feats)) return false;
  const relations = children.map((child) => tokens[child]?.deprel ?? '');
  return relations.includes('cc') && !relations.some((relation) => /^(?:nsubj|aux|mark)/.test(relation));
}

function isInfinitive(tokens: readonly Movable[], { feats, children }: Movable): boolean {
  return (
    /VerbForm=Inf/.test(feats) &&
    children.some((child) => tokens[child]?.deprel === 'mark' && tokens[child]?.text === 'to')
  );
}

function finiteAbove(tokens: readonly Movable[], infinitive: Movable): Movable | null {
  let at = tokens[infinitive.head];
  for (let step = 0; step < MOST_STEPS && at; step++) {
    // Features of past tenses and participles are often mistaken for each other.
    if (at.upos === 'VERB' && /VerbForm=Fin|Tense=Past/.test(at.feats))
      return at.index < infinitive.index ? at : null;
    at = tokens[at.head];
  }
  return null;
}
