import type { Document, Token } from '../../read/index.ts';
import { countryWord } from '../actors/countries.ts';
import { childrenIn, prepositionOf, relationOf } from '../phrase.ts';
import { isPassive, phrasesWith, withConjuncts } from './clause.ts';
import type { EventLexicon, VerbPattern } from './lexicon.ts';
import type { Parties } from './parties.ts';
import { nominalAfter } from './word-order.ts';

export interface WithObjects extends Parties {
  /** Every noun that may be what the verb acts on. */
  objects?: readonly Noun[];
  /** Is what is acted on said of something else ('a heart attack')? */
  elsewhere?: boolean;
}

/** A noun with the words that patterns are held against, in lower case. */
interface Noun {
  readonly token: Token;
  readonly lemma: string;
  readonly form: string;
  readonly singular: string;
}

function nounOf(token: Token): Noun {
  const form = token.text.toLowerCase();
  return { token, lemma: token.lemma.toLowerCase(), form, singular: singularOf(form) };
}

/** The nouns that a phrase is about: its head, what is joined to it, and what stands under a count or a part: 'part of the road'. */
function headsOf(document: Document, head: Token): Token[] {
  return withConjuncts(document, head).flatMap((one) => [one, ...phrasesWith(document, one, ['of'])]);
}

export function hasObject(
  document: Document,
  lexicon: EventLexicon,
  verb: Token,
  parties: WithObjects,
  { objects, particles }: VerbPattern,
): boolean {
  // 'looked into the conduct': what follows the last word of the verb
  const last = particles.at(-1);
  if (
    last !== undefined &&
    [verb, ...(parties.patient ? [parties.patient] : [])]
      .flatMap((head) => phrasesWith(document, head, [last]))
      .some((phrase) =>
        headsOf(document, phrase).some((head) => isIn(document, lexicon, nounOf(head), objects)),
      )
  )
    return true;
  if (!parties.patient) return objects.has('@none');
  parties.objects ??= objectsOf(document, lexicon, verb, parties.patient)
    .filter((token) => !isOfThing(document, lexicon, token))
    .map(nounOf);
  return parties.objects.some((head) => isIn(document, lexicon, head, objects));
}

function objectsOf(document: Document, lexicon: EventLexicon, verb: Token, patient: Token): Token[] {
  const heads = [...headsOf(document, patient), ...phrasesWith(document, verb, ['of'])];
  // 'granted Norland a loan': two objects, the second of which may be what is meant
  if (!isPassive(document, verb)) {
    heads.push(...childrenIn(document, verb, 'obj', 'iobj'));
    // 'gave the rebels an ultimatum', the second object by the order of words
    if (document.tokens[patient.index + 1]?.upos === 'DET') {
      const second = nominalAfter(document, lexicon, patient);
      if (second) heads.push(second);
    }
  }
  const beside = isPassive(document, verb) ? null : nominalAfter(document, lexicon, verb);
  if (beside && beside !== patient) heads.push(beside, ...phrasesWith(document, beside, ['of']));
  return heads;
}

function isIn(document: Document, { words }: EventLexicon, noun: Noun, set: ReadonlySet<string>): boolean {
  const { token, lemma, form, singular } = noun;
  const { text, upos } = token;
  // 'March', 'May', 'August' are common nouns as well
  if (words.months.has(lemma) && /^\p{Lu}/u.test(text)) return false;
  if (set.has(lemma) || set.has(form) || set.has(singular)) return true;
  // 'The IMF', whatever it was tagged as
  if (upos === 'NOUN' && set.has('@name') && /^\p{Lu}{2,}$/u.test(text)) return true;
  if (upos === 'PROPN') {
    if (set.has('@name')) return true;
    if (set.has('@country') && countryWord(text) !== undefined) return true;
    // 'President Varga': what the title says.
    for (const child of childrenIn(document, token, 'nmod', 'compound', 'appos', 'flat'))
      if (child.index < token.index && set.has(child.lemma.toLowerCase()) && child.deprel !== 'nmod:poss')
        return true;
  }
  if (set.has('@wounded') && /^(?:wounded|injured|sick|ill|displaced)$/i.test(text)) return true;
  return set.has('@people') && /^\p{Lu}\p{L}+(?:ans|is|ese|ish|ards)$/u.test(text);
}

/** 'holds the chair of ASEAN': the name says whose thing it is; 'hundreds of Koreans' and 'the town of Varda' are what the name says. */
function isOfThing(document: Document, { words }: EventLexicon, token: Token): boolean {
  if (
    token.upos !== 'PROPN' ||
    relationOf(token) !== 'nmod' ||
    token.head < 0 ||
    prepositionOf(document, token) !== 'of'
  )
    return false;
  const { lemma, upos } = document.tokens[token.head] as Token;
  return (
    upos === 'NOUN' && !words.counts.has(lemma.toLowerCase()) && !words.geographic.has(lemma.toLowerCase())
  );
}

function singularOf(form: string): string {
  if (form.endsWith('ies')) return `${form.slice(0, -3)}y`;
  return form.endsWith('s') ? form.slice(0, -1) : form;
}

export function hasSubject(
  document: Document,
  lexicon: EventLexicon,
  verb: Token,
  agent: Token | null,
  { subjects }: VerbPattern,
): boolean {
  if (!agent) return subjects.has('@unknown') || (isPassive(document, verb) && !subjects.has('protester'));
  if (headsOf(document, agent).some((head) => isIn(document, lexicon, nounOf(head), subjects))) return true;
  // 'a group of students', 'truck drivers of the port'
  if (lexicon.words.counts.has(agent.lemma.toLowerCase()))
    return document.tokens
      .slice(agent.index + 1, agent.index + 8)
      .some((token) => token.sentence === agent.sentence && isIn(document, lexicon, nounOf(token), subjects));
  return false;
}

export function isUnfit(document: Document, patient: Token, { unless }: VerbPattern): boolean {
  if (unless.size === 0) return false;
  if (isOfLanguage(document, patient)) return true;
  if (childrenIn(document, patient, 'amod').some(({ lemma }) => unless.has(`~${lemma}`))) return true;
  return unless.has(patient.lemma.toLowerCase()) || (unless.has('@name') && patient.upos === 'PROPN');
}

/** 'rejected the word blockade': nothing but what a thing is called. */
function isOfLanguage({ tokens }: Document, { index, text }: Token): boolean {
  return (
    /^(?:word|term|label)$/.test(text) &&
    (/^(?:NOUN|PROPN)$/.test(tokens[index + 1]?.upos ?? '') || /^["“‘]/.test(tokens[index + 1]?.text ?? ''))
  );
}
