import type { Document, Sentence, Token } from '../../read/index.ts';
import { datesOfSentence } from '../dates-of-sentence.ts';
import { isPassive } from '../events/clause.ts';
import { childIn, childrenIn, hasFeature, prepositionOf, relationOf } from '../phrase.ts';
import { isOneOf } from './verbs.ts';
import { type ConditionWords, endOfName } from './words.ts';

/** A verb with which something is said of a state by its name. */
export interface Saying {
  readonly verb: Token;
  /** The state is what the verb is done to: 'lifted the blockade', 'the blockade was lifted'. */
  readonly isObject: boolean;
  /** Said beside the way: 'the curfew that was imposed in May'. */
  readonly isAside: boolean;
}

/** Words behind a name in which its verb is looked for where the tree lost it. */
const MOST_WORDS = 30;
/** Prepositions over which a verb has a state for its object: 'agreed on a truce', 'put an end to the siege'. */
const OBJECT_LIKE = new Set(['on', 'to', 'into', 'with']);

/** All that a sentence says of the state that a noun names: by the tree, and where the tree lost the verb of the sentence, by the order of words. */
export function sayingsOf(document: Document, words: ConditionWords, noun: Token): Saying[] {
  const found: Saying[] = [];
  const asides = asidesByOrder(document, words, noun);
  const main = mainSaying(document, words, noun, asides);
  if (main) found.push(main);
  for (const verb of asides) if (verb !== main?.verb) found.push({ verb, isObject: true, isAside: true });
  // 'the siege of the town, which has lasted for years': the tree may hang it on the town
  const clauses = [noun, ...childrenIn(document, noun, 'nmod')].flatMap((one) =>
    childrenIn(document, one, 'acl'),
  );
  for (const verb of clauses) {
    if (verb.upos !== 'VERB' || asides.includes(verb)) continue;
    const subject = childIn(document, verb, 'nsubj');
    const isOwnSubject =
      subject !== undefined && !/PronType=Rel/.test(subject.feats) && subject.lemma !== 'that';
    found.push({
      verb,
      isObject: isOwnSubject || isPassive(document, verb) || (!/ing$/i.test(verb.text) && !subject),
      isAside: true,
    });
  }
  return found;
}

/** 'a ceasefire announced by both on 21 August', 'the blockade he imposed': verbs right behind the name, whatever the tree makes of them. */
function asidesByOrder(document: Document, words: ConditionWords, noun: Token): Token[] {
  const { tokens } = document;
  const end = endOfName(document, noun);
  const [one, two, three] = [1, 2, 3].map((step) => tokens[end + step]);
  const isParticiple = one !== undefined && (/ed$/i.test(one.text) || hasFeature(one, 'VerbForm=Part'));
  if (one?.upos === 'VERB' && isParticiple && !childIn(document, one, 'aux'))
    return two?.text === 'by' || lostVerb(document, words, noun, [one]) ? [one] : [];
  const isSubject = one?.upos === 'PRON' && /^(?:he|she|it|they|we)$/i.test(one.text);
  if (!isSubject) return [];
  return two?.upos === 'VERB' ? [two] : two?.upos === 'AUX' && three?.upos === 'VERB' ? [three] : [];
}

function mainSaying(
  document: Document,
  words: ConditionWords,
  noun: Token,
  asides: readonly Token[],
): Saying | null {
  const { tokens } = document;
  const first = relationOf(noun) === 'conj' && noun.head >= 0 ? (tokens[noun.head] as Token) : noun;
  const isFirst = first === noun || first.upos === 'NOUN' || first.upos === 'PROPN';
  const at = isFirst ? first : noun;
  const head = at.head >= 0 ? (tokens[at.head] as Token) : null;
  if (head?.upos === 'VERB' && !asides.includes(head) && tokens[head.index - 1]?.text !== '-') {
    const relation = relationOf(at);
    if (relation === 'obj') return { verb: head, isObject: true, isAside: false };
    if (relation === 'nsubj') {
      const verb = begunAgain(document, words, head) ?? head;
      return { verb, isObject: isPassive(document, verb), isAside: false };
    }
    if (
      relation === 'obl' &&
      OBJECT_LIKE.has(prepositionOf(document, at)) &&
      isOneOf(document, head, words.beginning)
    )
      return { verb: head, isObject: true, isAside: false };
  }
  return lostVerb(document, words, noun, asides);
}

/** 'broke down on Tuesday, but resumed on Friday': the verb with which what had ended began anew. */
function begunAgain(document: Document, words: ConditionWords, verb: Token): Token | undefined {
  if (![words.ending, words.halting].some((set) => isOneOf(document, verb, set))) return undefined;
  return childrenIn(document, verb, 'conj').find(
    (next) =>
      [words.beginning, words.opening].some((set) => isOneOf(document, next, set)) &&
      !childIn(document, next, 'nsubj'),
  );
}

/** 'A ceasefire that took effect on 3 May collapsed on Friday', where the tree has no verb above its first noun. */
function lostVerb(
  document: Document,
  words: ConditionWords,
  noun: Token,
  asides: readonly Token[],
): Saying | null {
  const { tokens } = document;
  const sentence = document.sentences[noun.sentence];
  if (!sentence || hasVerbBefore(document, noun) || isBelowNoun(document, noun)) return null;
  let isInRelative = false;
  for (let index = noun.index + 1; index < Math.min(sentence.endToken, noun.index + MOST_WORDS); index++) {
    const token = tokens[index] as Token;
    if (/^(?:that|which|who|whom)$/i.test(token.text)) isInRelative = true;
    else if (/^(?:when|while|as|because|after|before|though|although|;|:)$/i.test(token.text)) return null;
    else if (
      token.upos === 'VERB' &&
      !asides.includes(token) &&
      !/^(?:to|and)$/i.test(tokens[index - 1]?.text ?? '')
    ) {
      if (isInRelative) isInRelative = false;
      else if (hasOwnSubject(document, token, noun)) return null;
      else if ([words.ending, words.lasting, words.beginning].some((set) => isOneOf(document, token, set)))
        return { verb: token, isObject: isPassive(document, token), isAside: false };
      else return null;
    }
  }
  return null;
}

/** 'Talks on a truce resumed': what is said is said of the noun above. */
const isBelowNoun = ({ tokens }: Document, noun: Token): boolean =>
  relationOf(noun) === 'nmod' && (tokens[noun.head]?.index ?? noun.index) < noun.index;

function hasVerbBefore({ tokens, sentences }: Document, noun: Token): boolean {
  const from = sentences[noun.sentence]?.firstToken ?? noun.index;
  for (let index = from; index < noun.index; index++)
    if (tokens[index]?.upos === 'VERB' && tokens[index - 1]?.text !== '-') return true;
  return false;
}

/** 'A truce that Oman brokered between Norland and *Sudria* took effect': the second of two, which the tree takes for who does it. */
function isSecondOfTwo({ tokens }: Document, noun: Token, subject: Token): boolean {
  let at = subject.index - 1;
  while (at > noun.index && /^(?:DET|ADJ|NOUN|PROPN)$/.test(tokens[at]?.upos ?? '')) at--;
  if (tokens[at]?.lemma !== 'and') return false;
  for (; at > noun.index; at--) {
    if (tokens[at]?.upos === 'VERB') return false;
    if (tokens[at]?.lemma === 'between') return true;
  }
  return false;
}

/** Somebody else does it: 'The truce, Norland broke last week'. A month before the verb is nobody. */
function hasOwnSubject(document: Document, verb: Token, noun: Token): boolean {
  const subject = childIn(document, verb, 'nsubj');
  if (subject?.index !== verb.index - 1 || subject.index <= noun.index || subject.head === noun.index)
    return false;
  if (isSecondOfTwo(document, noun, subject)) return false;
  const sentence = document.sentences[noun.sentence] as Sentence;
  const isDate = datesOfSentence(document, sentence).some(
    ({ firstToken, endToken }) => firstToken <= subject.index && subject.index < endToken,
  );
  return !isDate && !/PronType=Rel/.test(subject.feats);
}
