import type { Document, Token } from '../../read/index.ts';
import { childIn, childrenIn, hasFeature, prepositionOf, relationOf } from '../phrase.ts';

const RELATIVES = new Set(['who', 'which', 'that', 'whom']);
/** Nouns that carry words but are not the one who speaks: 'issued a statement saying …'. */
const VESSELS = new Set([
  'statement',
  'letter',
  'interview',
  'speech',
  'tweet',
  'post',
  'message',
  'comment',
  'request',
  'petition',
]);

const PASSIVE_AUXILIARIES = new Set(
  "be is are was were been being am 's ’s 're ’re 'm ’m get gets got getting gotten".split(' '),
);

function hasPassiveAuxiliary(document: Document, verb: Token): boolean {
  const auxiliaries = childrenIn(document, verb, 'aux');
  return (
    auxiliaries.length === 0 || auxiliaries.some((aux) => PASSIVE_AUXILIARIES.has(aux.text.toLowerCase()))
  );
}

export function isPassive(document: Document, verb: Token): boolean {
  return verb.children.some((index) => {
    const child = document.tokens[index] as Token;
    if (child.deprel === 'aux:pass') return PASSIVE_AUXILIARIES.has(child.text.toLowerCase());
    return child.deprel === 'nsubj:pass' && hasPassiveAuxiliary(document, verb);
  });
}

/**
 * Head of the noun phrase that speaks by this verb: its subject, or the one that the syntax lends it (coordination,
 * control, participles, relative clauses, agents of passives). Null where the sentence names none.
 */
export function speakerOfVerb(document: Document, verb: Token): Token | null {
  let current = verb;
  for (let step = 0; step < 6; step++) {
    const agent = childrenIn(document, current, 'obl').find(
      (child) => child.deprel === 'obl:agent' || prepositionOf(document, child) === 'by',
    );
    const passive = isPassive(document, current) || isBareParticiple(document, current);
    if (passive) {
      if (agent && !hasTimeWord(agent)) return agent;
      const misread = step === 0 ? mainSubject(document, current) : null;
      if (misread) return misread;
      if (step === 0 && !isQuotedAs(current)) return null;
    }
    const subject = subjectOf(document, current);
    if (subject) return resolveRelative(document, subject, current);
    if (childIn(document, current, 'expl')) return null;
    const next = governor(document, current);
    if (!next) return null;
    if (next.upos === 'NOUN' || next.upos === 'PROPN' || next.upos === 'PRON') {
      if (relationOf(current) === 'acl') {
        if (!VESSELS.has(next.lemma.toLowerCase())) return next;
        const owner = childIn(document, next, 'nmod');
        if (
          owner &&
          (owner.deprel === 'nmod:poss' || ['of', 'by', 'from'].includes(prepositionOf(document, owner)))
        )
          return owner;
        const carrier = document.tokens[next.head];
        if (!carrier || next.head < 0 || relationOf(next) === 'nsubj') return next;
        current = carrier;
        continue;
      }
      const subjectOfNominal = childIn(document, next, 'nsubj');
      if (subjectOfNominal && subjectOfNominal.index !== current.index)
        return resolveRelative(document, subjectOfNominal, next);
    }
    current = next;
  }
  return null;
}

/** The subject of a verb: the nearest before it; only where there is none, one after it ('said the minister'). */
export function subjectOf(document: Document, verb: Token): Token | undefined {
  const subjects = childrenIn(document, verb, 'nsubj');
  return subjects.findLast((subject) => subject.index < verb.index) ?? subjects[0];
}

/** 'France called for an inquiry' read as a noun with a participle: the noun is the subject if nothing else is the verb. */
function mainSubject(document: Document, verb: Token): Token | null {
  const head = verb.head < 0 ? undefined : document.tokens[verb.head];
  if (!head || head.head >= 0 || head.index > verb.index || relationOf(verb) !== 'acl') return null;
  if (head.upos !== 'NOUN' && head.upos !== 'PROPN') return null;
  const takes =
    childIn(document, verb, 'obj', 'ccomp', 'xcomp') !== undefined ||
    /^(?:call|appeal|insist|plead)$/.test(verb.lemma);
  return takes ? head : null;
}

/** The word that lends its subject to a verb without one. */
function governor(document: Document, verb: Token): Token | null {
  const head = verb.head < 0 ? undefined : document.tokens[verb.head];
  if (!head) return null;
  const relation = relationOf(verb);
  if (relation === 'conj' || relation === 'parataxis') return head;
  if (relation === 'xcomp') return childIn(document, head, 'obj') && verb.upos === 'VERB' ? null : head;
  if (relation === 'advcl') return head;
  if (relation === 'acl') return head;
  if (relation === 'ccomp' && hasFeature(verb, 'VerbForm=Part')) return head;
  return null;
}

/** A relative pronoun stands for the noun that its clause hangs on. */
function resolveRelative(document: Document, subject: Token, verb: Token): Token {
  if (!RELATIVES.has(subject.text.toLowerCase())) return subject;
  let clause = verb;
  for (let step = 0; step < 4; step++) {
    const head = clause.head < 0 ? undefined : document.tokens[clause.head];
    if (!head) return nounBefore(document, subject) ?? subject;
    if (clause.deprel === 'acl:relcl' || relationOf(clause) === 'acl') return named(document, head);
    clause = head;
  }
  return nounBefore(document, subject) ?? subject;
}

/** 'Jürgen Maass, a researcher, who …': the name that a noun is put beside. */
function named(document: Document, noun: Token): Token {
  const name = noun.deprel === 'appos' ? document.tokens[noun.head] : undefined;
  return name?.upos === 'PROPN' && name.index < noun.index ? name : noun;
}

/** The noun right before a relative pronoun, over a comma: its antecedent where the tree does not say. */
function nounBefore(document: Document, pronoun: Token): Token | null {
  let index = pronoun.index - 1;
  if (document.tokens[index]?.text === ',') index--;
  const before = document.tokens[index];
  if (!before || before.sentence !== pronoun.sentence) return null;
  if (index < pronoun.index - 1 && before.upos === 'PROPN' && /^who$/i.test(pronoun.text))
    return personBefore(document, pronoun) ?? before;
  return before.upos === 'NOUN' || before.upos === 'PROPN' ? before : null;
}

/** The last person named in the sentence before 'who'. */
function personBefore(document: Document, pronoun: Token): Token | null {
  let low = 0;
  let high = document.entities.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((document.entities[middle]?.endToken ?? Infinity) <= pronoun.index) low = middle + 1;
    else high = middle;
  }
  for (let index = low - 1; index >= Math.max(0, low - 4); index--) {
    const entity = document.entities[index];
    const head = entity && document.tokens[entity.head];
    if (head?.sentence === pronoun.sentence && entity?.type === 'PER') return head;
  }
  return null;
}

/** 'was quoted as saying', 'was cited as': the subject of the passive is the speaker. */
function isQuotedAs(verb: Token): boolean {
  return verb.lemma === 'quote' || verb.lemma === 'cite';
}

function isBareParticiple(document: Document, verb: Token): boolean {
  return (
    relationOf(verb) === 'acl' &&
    verb.deprel !== 'acl:relcl' &&
    hasFeature(verb, 'VerbForm=Part') &&
    (hasFeature(verb, 'Tense=Past') || hasFeature(verb, 'Voice=Pass')) &&
    !childIn(document, verb, 'aux')
  );
}

function hasTimeWord(token: Token): boolean {
  return /^(?:today|tomorrow|\w+day|\d+|now|then|end|time|week|month|year)$/i.test(token.text);
}
