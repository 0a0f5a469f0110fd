import type { Document, Token } from '../../read/index.ts';
import { formsOf } from '../events/forms.ts';
import { conditionLexiconOf } from './lexicon.ts';
import { conditionWords } from './words.ts';

let lemmas: { readonly known: ReadonlySet<string>; readonly byForm: ReadonlyMap<string, string> } | undefined;

/** The lemma of a verb, by the forms of the verbs that tell of conditions where the lemmatizer errs ('boycotted' as 'boycot'). */
export function verbLemma({ lemma, text }: Token): string {
  lemmas ??= knownLemmas();
  const plain = lemma.toLowerCase();
  return lemmas.known.has(plain) ? plain : (lemmas.byForm.get(text.toLowerCase()) ?? plain);
}

function knownLemmas(): NonNullable<typeof lemmas> {
  const entries = conditionLexiconOf('en') ?? [];
  const verbs = [
    ...entries.flatMap(({ verbs, ends, again }) => [...verbs, ...ends, ...again]),
    ...Object.values(conditionWords()).flatMap((words) => (words instanceof Set ? [...words] : [])),
  ].map((verb) => verb.split(' ')[0] as string);
  const known = new Set(verbs);
  return {
    known,
    byForm: new Map([...known].flatMap((verb) => [...formsOf(verb)].map((form) => [form, verb] as const))),
  };
}

/** Words behind a verb in which its particle stands: 'called the truce off'. */
const PARTICLE_WORDS = 4;
const PARTICLES = new Set(['off', 'out', 'down', 'apart', 'back', 'up', 'free']);

/** Is the verb one of these? 'call off' asks for `off` behind `call`, and `call` alone is not it. */
export function isOneOf({ tokens }: Document, verb: Token, verbs: ReadonlySet<string>): boolean {
  const lemma = verbLemma(verb);
  const particle = particleOf(tokens, verb);
  return particle === null ? verbs.has(lemma) : verbs.has(`${lemma} ${particle}`);
}

/** The particle of a verb; null where it has none. */
export function particleOf(tokens: readonly Token[], verb: Token): string | null {
  for (let at = verb.index + 1; at <= verb.index + PARTICLE_WORDS; at++) {
    const token = tokens[at];
    if (!token || token.sentence !== verb.sentence || token.upos === 'PUNCT' || token.upos === 'VERB')
      return null;
    const isBelow =
      token.head === verb.index ||
      (at === verb.index + 1 && (!/^free$/i.test(token.text) || /^(?:walk|go|set)$/.test(verb.lemma)));
    // 'shut off the internet', where the tree takes it for a preposition
    const isFree =
      !/^(?:case|mark)$/.test(token.deprel) || (at === verb.index + 1 && /^off$/i.test(token.text));
    if (PARTICLES.has(token.text.toLowerCase()) && isBelow && isFree) return token.text.toLowerCase();
  }
  return null;
}

/** Has a list the verb? With a particle it is another verb: 'cut back' is not `cut`. */
export function isAmong({ tokens }: Document, verb: Token, list: readonly string[]): boolean {
  if (list.length === 0) return false;
  const lemma = verbLemma(verb);
  const particle = particleOf(tokens, verb);
  return list.includes(particle === null ? lemma : `${lemma} ${particle}`);
}
