import { type Movable, move } from './moving.ts';

const MOST_STEPS = 6;

/**
 * 'called on the parties to sit down and appealed to the crowd': an English past tense that the parser joined to an infinitive or a gerund goes on
 * with the verb that the infinitive, the gerund, or the clause with 'would', is below. Changes heads and children of the tokens from `first` on, which are one sentence.
 */
export function mendFiniteConjuncts(tokens: readonly Movable[], first: number): void {
  for (let at = first + 3; at < tokens.length; at++) {
    const verb = tokens[at] as Movable;
    if (verb.upos !== 'VERB' || verb.deprel !== 'conj' || !isPast(tokens, verb)) continue;
    const infinitive = tokens[verb.head];
    if (!infinitive || infinitive.index > at) continue;
    if (!isInfinitive(tokens, infinitive) && !isGerund(infinitive) && !isOtherTense(tokens, infinitive, verb))
      continue;
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

/** 'accused Norland of seizing a school and barred its citizens' */
function isGerund({ text, feats, deprel }: Movable): boolean {
  return (
    /ing$/.test(text) && /VerbForm=(?:Ger|Part)/.test(feats) && /^(?:advcl|acl|xcomp|ccomp)/.test(deprel)
  );
}

/** 'promised that they would be hunted down and rejected calls': behind 'would', a past tense with an object of its own is no second verb. */
function isOtherTense(tokens: readonly Movable[], { children }: Movable, verb: Movable): boolean {
  const has = (child: number, relation: RegExp): boolean => relation.test(tokens[child]?.deprel ?? '');
  const isModal = children.some(
    (child) =>
      has(child, /^aux/) && /^(?:would|will|could|can|should|must)$/i.test(tokens[child]?.text ?? ''),
  );
  return isModal && verb.children.some((child) => child > verb.index && has(child, /^obj/));
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
