import type { Document, Token } from '../../read/index.ts';
import { childIn, childrenIn, type Extents, hasFeature, prepositionOf, relationOf } from '../phrase.ts';
import type { Run } from './draft.ts';
import {
  isTime,
  objectAndPhrase,
  objectAndQuotation,
  objectAndRole,
  phraseRightAfter,
} from './frames-by-order.ts';
import { claimLexiconOf, type Frame, type VerbCue } from './lexicon.ts';
import { isPassive } from './speaker.ts';

/** What a frame found around a verb. */
export interface FrameMatch {
  readonly content: Run;
  readonly addressee: Token | null;
  /** A preposition that belongs to the cue ('called for'). */
  readonly preposition: Token | null;
}

/** Tries one frame on one verb; null where the tree does not have it. */
export function matchFrame(
  document: Document,
  extents: Extents,
  verb: Token,
  frame: Frame,
  cue: VerbCue,
): FrameMatch | null {
  const clauseRun = (clause: Token): Run => {
    const that = childrenIn(document, clause, 'mark').find((mark) => mark.text.toLowerCase() === 'that');
    const [first, last] = run(clause);
    return that && that.index > first && first > verb.index ? [that.index, last] : [first, last];
  };
  const run = (token: Token): Run => [
    extents.first[token.index] as number,
    extents.last[token.index] as number,
  ];
  const found = (content: Run, addressee: Token | null = null, preposition: Token | null = null) => ({
    content,
    addressee,
    preposition,
  });
  switch (frame.kind) {
    case 'that': {
      const clause = finiteClause(document, verb);
      if (clause) {
        const [first, last] = withCoordinates(document, extents, verb, clauseRun(clause));
        return found([fromItsSubject(document, extents, verb, clause, first), last]);
      }
      return clauseOfObject(document, extents, verb);
    }
    case 'object that': {
      const object = objectOf(document, verb);
      const clause = finiteClause(document, verb) ?? (object && clauseOnObject(document, object));
      return object && clause
        ? found(withCoordinates(document, extents, verb, clauseRun(clause)), object)
        : null;
    }
    case 'infinitive': {
      const infinitive = infinitiveOf(document, extents, verb);
      return infinitive && !objectOf(document, verb) ? found(run(infinitive)) : null;
    }
    case 'gerund': {
      const gerund = gerundOf(document, verb);
      return gerund ? found(run(gerund)) : null;
    }
    case 'object infinitive': {
      const infinitive = infinitiveOf(document, extents, verb);
      const object = objectOf(document, verb);
      if (!infinitive) return null;
      const own = childIn(document, infinitive, 'nsubj');
      if (own) return found(run(infinitive));
      if (!object) return null;
      if (!cue.raises) return found(run(infinitive), object);
      return object.index < infinitive.index
        ? found([run(object)[0], run(infinitive)[1]])
        : found(run(infinitive));
    }
    case 'object': {
      const misread = objectOfMisread(document, verb);
      if (misread && suits(misread, cue)) return found([verb.index + 1, run(misread)[1]]);
      const object = objectOf(document, verb);
      const gift = object && cue.stance === 'offers' ? giftOf(document, verb, object) : null;
      if (gift && suits(gift.given, cue))
        return found(withPhrases(document, extents, verb, run(gift.given)), gift.to);
      if (!object || !suits(object, cue) || isRelative(object)) return null;
      if (isGivenAway(document, verb)) return null;
      return found(withPhrases(document, extents, verb, run(object)));
    }
    case 'object prep': {
      const object = objectOf(document, verb);
      if (!object) {
        const stretch =
          cue.stance === 'accuses' ? objectAndPhrase(document, extents, verb, frame.prepositions) : null;
        return stretch ? found(stretch) : null;
      }
      const phrase = lastOf(
        phraseWith(document, verb, frame.prepositions),
        phraseWith(document, object, frame.prepositions),
      );
      // 'attacked the base for two hours' is no word against it
      if (phrase && SPANS.test(phrase.lemma)) return null;
      if (!phrase || phrase.index < object.index) {
        return phrase && isPassive(document, verb) ? found(run(phrase)) : null;
      }
      if (isPassive(document, verb)) return found(run(phrase));
      return found([run(object)[0], run(phrase)[1]]);
    }
    case 'object as': {
      const object = objectOf(document, verb) ?? (cue.reflexive ? childIn(document, verb, 'obj') : undefined);
      if (!cue.needsAs && !cue.objects && !isPassive(document, verb)) {
        const stretch = objectAndQuotation(document, verb);
        if (stretch) return found(stretch);
      }
      const role =
        cue.objects || !cue.needsAs ? null : objectAndRole(document, verb, isPassive(document, verb));
      if (role && !phraseWith(document, verb, ['as'])) return found(role);
      if (!object || !suits(object, cue)) return null;
      const quoted = cue.needsAs ? null : quotedAfter(document, extents, verb, object);
      if (quoted) return found(isPassive(document, verb) ? quoted : [run(object)[0], quoted[1]]);
      const predicate =
        phraseWith(document, verb, ['as']) ??
        phraseWith(document, object, ['as']) ??
        (cue.needsAs ? undefined : predicateOf(document, verb, object));
      if (!predicate) return null;
      return isPassive(document, verb) || predicate.index < object.index
        ? found(run(predicate))
        : found([run(object)[0], run(predicate)[1]]);
    }
    case 'prep': {
      const phrase = phraseWith(document, verb, frame.prepositions);
      if (!phrase) {
        const next = phraseRightAfter(document, extents, verb, frame.prepositions);
        return next ? found(next.content, null, next.preposition) : null;
      }
      const marker = childIn(document, phrase, 'case') ?? childIn(document, phrase, 'mark');
      if (!marker || marker.index < verb.index) return null;
      return found([Math.max(marker.index + 1, run(phrase)[0]), run(phrase)[1]], null, marker);
    }
    case 'prep infinitive': {
      const clause = childrenIn(document, verb, 'advcl', 'xcomp', 'ccomp').find(isInfinitive(document));
      if (!clause || clause.index < verb.index) return null;
      const opener = childrenIn(document, clause, 'mark', 'case').find((mark) =>
        frame.prepositions.includes(mark.text.toLowerCase()),
      );
      if (opener && opener.text.toLowerCase() !== 'to')
        return found([opener.index + 1, run(clause)[1]], null, opener);
      const addressee = phraseWith(document, verb, frame.prepositions);
      if (!addressee || addressee.index > clause.index) return null;
      return found(run(clause), addressee, childIn(document, addressee, 'case') ?? null);
    }
    case 'quote':
      return null;
  }
}

const SPANS = /^(?:second|minute|hour|day|night|week|weekend|month|year|decade|time|while|moment)$/;

/**
 * 'said that A, and he also B': a clause that the parser hung on the verb of saying, but that a pronoun goes on in. 'said that A, and she warned
 * B' is two tellings.
 */
function withCoordinates(document: Document, extents: Extents, verb: Token, content: Run): Run {
  let last = content[1];
  for (const clause of childrenIn(document, verb, 'conj')) {
    const subject = childIn(document, clause, 'nsubj');
    const from = extents.first[clause.index] as number;
    if (from <= last || from > last + 4 || subject?.upos !== 'PRON') continue;
    if (/^(?:who|which|that)$/i.test(subject.text) || childIn(document, clause, 'ccomp')) continue;
    if (isTelling(document, clause) && !childIn(document, clause, 'mark')) continue;
    last = extents.last[clause.index] as number;
  }
  return [content[0], withSecondThat(document, extents, overflow(document, verb, last))];
}

/** 'said that A, and that B': the second clause goes with the first one, whatever the tree hung it on. */
function withSecondThat({ tokens }: Document, extents: Extents, last: number): number {
  let end = last;
  for (let round = 0; round < MOST_CLAUSES; round++) {
    let at = end + 1;
    if (/^[,;—–-]+$/.test(tokens[at]?.text ?? '')) at++;
    if (!/^(?:and|or)$/i.test(tokens[at]?.text ?? '')) break;
    const that = tokens[at + 1];
    if (that?.text !== 'that' || that.deprel !== 'mark' || that.head < at) break;
    if ((extents.first[that.head] as number) < at - 1) break;
    end = extents.last[that.head] as number;
  }
  return end;
}

const MOST_CLAUSES = 3;

function isTelling({ language }: Document, { upos, text }: Token): boolean {
  const lexicon = claimLexiconOf(language);
  const lemma = lexicon?.lemmas.get(text.toLowerCase()) ?? lexicon?.attitudes.lemmas.get(text.toLowerCase());
  if (upos !== 'VERB' || !lexicon || lemma === undefined) return false;
  return lexicon.attitudes.telling.has(lemma) && !lexicon.attitudes.minds.has(lemma);
}

/** A content that stops in the middle of a clause goes on to the next mark or connective: the parser lost the rest. */
function overflow(document: Document, verb: Token, last: number): number {
  const sentence = document.sentences[verb.sentence];
  if (!sentence || last < verb.index) return last;
  let end = last;
  let hasVerb = isFiniteBetween(document, verb.index + 1, last);
  while (end + 1 < sentence.endToken) {
    if (hasVerb && end === last && /^[,;:—–]$/.test((document.tokens[end] as Token).text)) break;
    const next = document.tokens[end + 1] as Token;
    if (hasVerb && (next.upos === 'PUNCT' || next.upos === 'CCONJ')) break;
    if (/^["”“;]$/.test(next.text) || opensOwnClause(document, verb, next)) break;
    hasVerb ||= hasFeature(next, 'VerbForm=Fin');
    end++;
  }
  while (end > last && (document.tokens[end] as Token).upos === 'PUNCT') end--;
  return end;
}

/** 'said the weir was safe before explaining …', 'when asked about it' */
function opensOwnClause({ tokens }: Document, verb: Token, { index, text, head }: Token): boolean {
  if (text === 'when') return tokens[index + 1]?.text === 'asked';
  return text === 'before' && tokens[head]?.head === verb.index && /ing$/.test(tokens[head].text);
}

function isFiniteBetween(document: Document, first: number, last: number): boolean {
  for (let index = first; index <= last; index++)
    if (hasFeature(document.tokens[index] as Token, 'VerbForm=Fin')) return true;
  return false;
}

/** 'said the project was checked': where the tree makes the subject of the clause the object of saying, the clause begins there. */
function fromItsSubject(
  document: Document,
  extents: Extents,
  verb: Token,
  clause: Token,
  first: number,
): number {
  const object = childIn(document, verb, 'obj');
  if (!object || object.index < verb.index) return first;
  if (!isQuestioned(document, object) && childIn(document, clause, 'nsubj', 'mark')) return first;
  return extents.last[object.index] === first - 1 ? (extents.first[object.index] as number) : first;
}

/** 'found 40 percent of voters are not sure': an object with a finite clause right behind it that lacks a subject is its subject. */
function clauseOfObject(document: Document, extents: Extents, verb: Token): FrameMatch | null {
  const object = childIn(document, verb, 'obj');
  if (!object || object.index < verb.index) return null;
  if (isQuestioned(document, object) && childIn(document, object, 'acl'))
    return {
      content: [extents.first[object.index] as number, extents.last[object.index] as number],
      addressee: null,
      preposition: null,
    };
  const next = (extents.last[object.index] as number) + 1;
  const clause = childrenIn(document, verb, 'advcl', 'parataxis', 'xcomp', 'conj').find(
    (child) => extents.first[child.index] === next,
  );
  if (!clause || childIn(document, clause, 'nsubj', 'mark', 'cc')) return null;
  if (!isFiniteBetween(document, next, Math.min(clause.index, next + 1))) return null;
  return {
    content: [extents.first[object.index] as number, extents.last[clause.index] as number],
    addressee: null,
    preposition: null,
  };
}

/** 'decided which road it would take': a noun that is asked for. */
function isQuestioned(document: Document, object: Token): boolean {
  return childrenIn(document, object, 'det').some(({ text }) => /^(?:which|what|whose)$/i.test(text));
}

/** 'told reporters that …': parsers like to hang the clause on the object. */
function clauseOnObject(document: Document, object: Token): Token | undefined {
  return childrenIn(document, object, 'acl').find((clause) =>
    childrenIn(document, clause, 'mark').some(
      (mark) =>
        mark.text === 'that' &&
        (mark.index === object.index + 1 || (mark.index > object.index && mark.upos === 'SCONJ')),
    ),
  );
}

/** The finite clause that a verb takes: its `ccomp`, not an infinitive. */
function finiteClause(document: Document, verb: Token): Token | undefined {
  const clauses = childrenIn(document, verb, 'ccomp').filter((clause) => !isInfinitive(document)(clause));
  return clauses.find((clause) => clause.index > verb.index) ?? clauses[0];
}

function infinitiveOf(document: Document, extents: Extents, verb: Token): Token | undefined {
  const own = childrenIn(document, verb, 'xcomp', 'ccomp').find(isInfinitive(document));
  if (own) return own;
  const second = document.tokens[verb.index + 1];
  const next = second?.upos === 'ADV' ? document.tokens[verb.index + 2] : second;
  if (next?.text.toLowerCase() === 'to' && next.head > next.index) {
    const infinitive = document.tokens[next.head] as Token;
    if (infinitive.upos === 'VERB' && infinitive.head === verb.index) return infinitive;
  }
  const object = childIn(document, verb, 'obj', 'iobj');
  if (!object) return undefined;
  const isInfinitival = isInfinitive(document);
  // 'encouraged the council to open the road': right behind the object, it says no purpose
  const isBehind = (clause: Token) =>
    isInfinitival(clause) && extents.first[clause.index] === (extents.last[object.index] as number) + 1;
  return (
    childrenIn(document, object, 'acl', 'advcl').find(isInfinitival) ??
    childrenIn(document, verb, 'advcl').find(isBehind)
  );
}

/** 'denies backing the rebels', 'denied ever having fired': the form in -ing right behind the verb. */
function gerundOf(document: Document, verb: Token): Token | undefined {
  const second = document.tokens[verb.index + 1];
  const skip = second?.upos === 'ADV' || second?.deprel === 'compound:prt' ? 2 : 1;
  const next = document.tokens[verb.index + skip];
  const isOwn = next?.head === verb.index && /^(?:xcomp|ccomp|advcl|obj)$/.test(relationOf(next));
  return isOwn && /ing$/i.test(next.text) && next.upos === 'VERB' ? next : undefined;
}

function isInfinitive(document: Document): (token: Token) => boolean {
  return (token) => childrenIn(document, token, 'mark').some((mark) => mark.text.toLowerCase() === 'to');
}

/** 'officials blamed bandits' read as a participle before its noun, yet with a subject of its own: the noun is the object. */
function objectOfMisread(document: Document, verb: Token): Token | undefined {
  if (verb.deprel !== 'amod' || verb.head <= verb.index || !/ed$/.test(verb.text)) return undefined;
  const isSecond = /^(?:and|but)$/i.test(document.tokens[verb.index - 1]?.text ?? '');
  return isSecond || childIn(document, verb, 'nsubj') ? document.tokens[verb.head] : undefined;
}

/** 'offered the town a truce': what is offered, and to whom. */
function giftOf(document: Document, verb: Token, object: Token): { given: Token; to: Token } | null {
  const [to, given] = childrenIn(document, verb, 'obj', 'iobj').filter(({ index }) => index > verb.index);
  if (to && given) return { given, to };
  return to && to.index !== object.index ? { given: object, to } : null;
}

/** 'denied them entry', 'were denied visas': something is withheld from somebody, nothing is said. */
function isGivenAway(document: Document, verb: Token): boolean {
  return (
    childIn(document, verb, 'obj') !== undefined &&
    (childIn(document, verb, 'iobj') !== undefined || isPassive(document, verb))
  );
}

const COMPLEMENTS = new Set(['for', 'to', 'of', 'with', 'between', 'against', 'about', 'over', 'as', 'from']);

/**
 * 'showed a small lead for the mayor', 'expressed outrage that the weir was sold', 'questioned her judgment in backing it': phrases and clauses right
 * after the object that belong to it or to what is said of it.
 */
function withPhrases(document: Document, extents: Extents, verb: Token, content: Run): Run {
  let last = content[1];
  for (const phrase of childrenIn(document, verb, 'obl', 'ccomp', 'advcl', 'xcomp', 'acl')) {
    if (extents.first[phrase.index] !== last + 1 || !isComplement(document, phrase, last + 1)) continue;
    last = extents.last[phrase.index] as number;
  }
  return [content[0], last];
}

function isComplement(document: Document, phrase: Token, first: number): boolean {
  const opening = (document.tokens[first] as Token).text.toLowerCase();
  if (phrase.deprel.startsWith('obl')) return COMPLEMENTS.has(prepositionOf(document, phrase));
  if (opening === 'in') return /ing$/.test(phrase.text);
  return opening === 'that' || (opening !== 'as' && COMPLEMENTS.has(opening));
}

function isRelative(token: Token): boolean {
  return token.upos === 'PRON' && /^(?:who|whom|which|that|what)$/i.test(token.text);
}

/** The object; in a passive the subject stands for it. */
function objectOf(document: Document, verb: Token): Token | undefined {
  const object = childIn(document, verb, 'obj');
  if (object) return hasFeature(object, 'Reflex=Yes') ? undefined : object;
  const indirect = childIn(document, verb, 'iobj');
  if (indirect) return indirect;
  return verb.children
    .map((index) => document.tokens[index] as Token)
    .find((child) => child.deprel === 'nsubj:pass');
}

function suits(object: Token, cue: VerbCue): boolean {
  return !cue.objects || cue.objects.has(object.lemma.toLowerCase());
}

/** A phrase of the verb (noun phrase or -ing clause) that begins with one of the prepositions. */
function phraseWith(document: Document, head: Token, prepositions: readonly string[]): Token | undefined {
  return childrenIn(document, head, 'obl', 'nmod', 'advcl', 'xcomp', 'ccomp', 'acl').findLast(
    (child) => prepositions.includes(prepositionOf(document, child)) && !isTime(child),
  );
}

function lastOf(one: Token | undefined, other: Token | undefined): Token | undefined {
  if (!one || !other) return one ?? other;
  return one.index > other.index ? one : other;
}

/** 'called the statement "offensive"': the quotation right after the object is what it is called, whatever the tree. */
function quotedAfter(document: Document, extents: Extents, verb: Token, object: Token): Run | null {
  const start = isPassive(document, verb) ? verb.index : object.index;
  const last = extents.last[verb.index] as number;
  if (start < verb.index) return null;
  const open = start + 1;
  if (open > last || !/^(?:["“]|''|``)$/.test(document.tokens[open]?.text ?? '')) return null;
  for (let index = open + 1; index <= Math.min(last + 1, open + 40); index++) {
    const text = document.tokens[index]?.text ?? '';
    if (/^(?:["”]|'')$/.test(text)) return [open, index];
  }
  return null;
}

/** 'called the decision a mistake': the predicate after the object. */
function predicateOf(document: Document, verb: Token, object: Token): Token | undefined {
  const second = verb.children
    .map((index) => document.tokens[index] as Token)
    .find(
      (child) =>
        child.index > object.index && (relationOf(child) === 'obj' || child.deprel === 'obl:unmarked'),
    );
  if (second) return second;
  return childrenIn(document, verb, 'xcomp').find(
    (child) =>
      child.index > object.index &&
      !isInfinitive(document)(child) &&
      relationOf(child) === 'xcomp' &&
      !(child.upos === 'VERB' && hasFeature(child, 'VerbForm=Inf')),
  );
}
