import type { Document, Token } from '../../read/index.ts';
import { childIn, childrenIn, relationOf } from '../phrase.ts';
import { isPassive } from './clause.ts';

/** Words after a verb in which its particle must stand, and its infinitive or clause. */
const PARTICLE_WORDS = 8;
const CLAUSE_WORDS = 14;
/** Words on the object's side of a verb that are searched for what the entry wants to stand there. */
const HAVING_WORDS = 14;

/** Last words of a verb that stand right behind what goes before them. */
const PREPOSITIONS = new Set([
  'on',
  'to',
  'into',
  'with',
  'for',
  'of',
  'against',
  'at',
  'from',
  'behind',
  'upon',
  'between',
]);

export function hasParticles({ tokens }: Document, verb: Token, particles: readonly string[]): boolean {
  let at = verb.index + 1;
  for (const [index, particle] of particles.entries()) {
    // 'called on Norland', but not 'called an election on Monday'
    const isTied = index === particles.length - 1 && PREPOSITIONS.has(particle);
    const reach = isTied ? at + 2 : verb.index + 1 + PARTICLE_WORDS;
    const end = Math.min(tokens.length, reach);
    while (at < end && tokens[at]?.sentence === verb.sentence) {
      const token = tokens[at] as Token;
      if (token.text.toLowerCase() === particle) break;
      if (token.upos === 'VERB' && relationOf(token) !== 'amod') return false;
      if (token.upos === 'PUNCT' || token.upos === 'SCONJ') return false;
      at++;
    }
    if (at >= end || tokens[at]?.text.toLowerCase() !== particle) return false;
    at++;
  }
  return true;
}

export function hasWord(document: Document, verb: Token, wanted: ReadonlySet<string>): boolean {
  const { tokens } = document;
  const isWanted = ({ lemma, text }: Token): boolean =>
    wanted.has(lemma.toLowerCase()) || wanted.has(text.toLowerCase());
  const adverb = tokens[verb.index - 1];
  if (adverb?.upos === 'ADV' && isWanted(adverb)) return true;
  const before = isPassive(document, verb) ? HAVING_WORDS : 0;
  for (let at = Math.max(0, verb.index - before); at < verb.index; at++) {
    const token = tokens[at] as Token;
    if (token.sentence === verb.sentence && isWanted(token)) return true;
  }
  for (let at = verb.index + 1; at < Math.min(tokens.length, verb.index + HAVING_WORDS); at++) {
    const token = tokens[at] as Token;
    if (token.sentence !== verb.sentence || token.text === ',' || token.text === ';') break;
    if (isWanted(token)) return true;
  }
  return false;
}

/** An infinitive or a clause below the verb, or 'to' with a verb not far behind it. */
export function hasClause(document: Document, verb: Token): boolean {
  const own = childrenIn(document, verb, 'xcomp', 'ccomp', 'advcl', 'acl');
  if (own.some(({ upos, index }) => upos === 'VERB' && index > verb.index)) return true;
  const { tokens } = document;
  for (let at = verb.index + 1; at < Math.min(tokens.length - 1, verb.index + CLAUSE_WORDS); at++) {
    const { sentence, text, upos } = tokens[at] as Token;
    if (sentence !== verb.sentence || upos === 'PUNCT' || upos === 'VERB') return false;
    const next = tokens[at + 1] as Token;
    if (text.toLowerCase() === 'to' && (next.upos === 'VERB' || (upos === 'PART' && next.upos === 'NOUN')))
      return true;
  }
  return false;
}

export function isNegated({ tokens }: Document, verb: Token): boolean {
  return verb.children.some((index) => /^(?:not|n['’]t|never)$/i.test((tokens[index] as Token).text));
}

/** 'told the rebels to disarm': an infinitive with 'to' below the verb, or right behind its object. */
export function hasInfinitive(document: Document, verb: Token): boolean {
  const { tokens } = document;
  const own = childrenIn(document, verb, 'xcomp', 'ccomp', 'advcl', 'acl');
  const isTo = (clause: Token): boolean =>
    childIn(document, clause, 'mark')?.text.toLowerCase() === 'to' ||
    tokens[clause.index - 1]?.text.toLowerCase() === 'to';
  if (own.some((clause) => clause.index > verb.index && isTo(clause))) return true;
  for (let at = verb.index + 1; at < Math.min(tokens.length - 1, verb.index + CLAUSE_WORDS); at++) {
    const { sentence, text, upos } = tokens[at] as Token;
    if (sentence !== verb.sentence || ['PUNCT', 'VERB', 'SCONJ', 'AUX'].includes(upos)) return false;
    if (text.toLowerCase() === 'to' && (tokens[at + 1] as Token).upos === 'VERB') return true;
  }
  return false;
}

export function isCalled(document: Document, verb: Token, complements: readonly string[]): boolean {
  // 'found the general guilty': the last word of what was read as one phrase
  const next = document.tokens.slice(verb.index + 1, verb.index + 7);
  if (
    complements.includes('guilty') &&
    next.some(({ text, sentence }) => text === 'guilty' && sentence === verb.sentence)
  )
    return true;
  const called = childrenIn(document, verb, 'xcomp', 'obj', 'obl', 'ccomp', 'advcl', 'advmod');
  if (called.some(({ lemma }) => complements.includes(lemma.toLowerCase()))) return true;
  // 'called it an illegal act', 'described the vote as illegal': the adjective of what it is called
  return called.some((head) =>
    head.children.some((index) => {
      const { lemma, deprel } = document.tokens[index] as Token;
      return deprel === 'amod' && complements.includes(lemma.toLowerCase()) && index > verb.index;
    }),
  );
}
