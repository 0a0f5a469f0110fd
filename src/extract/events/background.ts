import type { Document, Token } from '../../read/index.ts';
import type { ExtractionContext } from '../context.ts';
import { childIn, childrenIn, relationOf } from '../phrase.ts';
import type { EventLexicon } from './lexicon.ts';
import type { Trigger } from './triggers.ts';

/** 'the 2020 war', 'on the anniversary of the attack', 'the former ceasefire'. */
export function isHistory({ document }: ExtractionContext, lexicon: EventLexicon, trigger: Token): boolean {
  const near = [...trigger.children.map((index) => document.tokens[index] as Token)];
  if (trigger.head >= 0) near.push(document.tokens[trigger.head] as Token);
  return near.some(
    ({ lemma, text, upos, index }) =>
      lexicon.words.history.has(lemma) ||
      (trigger.upos === 'NOUN' && lexicon.words.depicting.has(lemma)) ||
      (text === 'War' && lexicon.words.wars.has((document.tokens[index - 1]?.text ?? '').toLowerCase())) ||
      (upos === 'NUM' && trigger.upos === 'NOUN' && /^(?:19|20)\d\d$/.test(text)),
  );
}

/** 'the war of 2020, in which thousands were killed': what is told of a thing that has its year. */
export function isOfOldWar({ document, article }: ExtractionContext, predicate: Token): boolean {
  if (relationOf(predicate) !== 'acl' || predicate.head < 0) return false;
  const noun = document.tokens[predicate.head] as Token;
  const year = noun.children
    .map((index) => (document.tokens[index] as Token).text)
    .find((text) => /^(?:19|20)\d\d$/.test(text));
  return year !== undefined && year !== article.published?.slice(0, 4);
}

/**
 * 'since the road was blocked': what bounds another event in time is told elsewhere or is known. 'Thousands have been killed since
 * then': a sum over many events is none of them.
 */
export function isBackground({ document }: ExtractionContext, predicate: Token): boolean {
  if (
    relationOf(predicate) === 'advcl' &&
    childIn(document, predicate, 'mark')?.text.toLowerCase() === 'since'
  )
    return true;
  return (
    isSum(document, predicate) ||
    isTollOfWar(document, predicate) ||
    isHabit(document, predicate) ||
    isBeforehand(document, predicate)
  );
}

/** 'welcomed the truce, which the envoy had negotiated': what had been before, told by the way. */
function isBeforehand(document: Document, predicate: Token): boolean {
  if (predicate.deprel !== 'acl:relcl' || childIn(document, predicate, 'aux')?.text.toLowerCase() !== 'had')
    return false;
  for (let at = predicate.index - 1; at > predicate.head; at--)
    if (/^(?:which|who|whom)$/i.test((document.tokens[at] as Token).text))
      return document.tokens[at - 1]?.text === ',';
  return false;
}

/** 'the envoy, who was visiting his country at the time': where somebody was. */
export function isVisitAside(document: Document, { entry, token }: Trigger): boolean {
  return (
    entry.mode === 'visit' &&
    token.deprel === 'acl:relcl' &&
    /ing$/.test(token.text) &&
    childIn(document, token, 'aux') !== undefined
  );
}

/** 'Chad, which hosts half a million refugees,': what somebody does all the time, told by the way. */
function isHabit(document: Document, predicate: Token): boolean {
  if (predicate.deprel !== 'acl:relcl' || predicate.upos !== 'VERB' || !/s$/.test(predicate.text))
    return false;
  return (
    childrenIn(document, predicate, 'aux').length === 0 &&
    /^(?:which|who|that)$/i.test(document.tokens[predicate.index - 1]?.text ?? '')
  );
}

/** 'The conflict has killed tens of thousands': what a whole war did. */
function isTollOfWar(document: Document, predicate: Token): boolean {
  if (!LOSSES.has(predicate.lemma) && predicate.lemma !== 'claim' && predicate.lemma !== 'cost') return false;
  const subject = childIn(document, predicate, 'nsubj');
  if (
    !subject ||
    !/^(?:war|conflict|insurgency|civil war|violence|unrest|uprising|campaign|rebellion)$/i.test(
      subject.lemma,
    )
  )
    return false;
  return childrenIn(document, predicate, 'aux').some(({ lemma }) => lemma === 'have');
}

const LOSSES = new Set(['kill', 'die', 'perish', 'wound', 'injure', 'displace', 'flee']);
/** Words behind such a verb among which 'since' stands, at most. */
const SUM_WORDS = 12;

/** A perfect of dying with 'since' behind it, or the years over which the dead were counted. */
function isSum({ tokens }: Document, predicate: Token): boolean {
  if (!LOSSES.has(predicate.lemma)) return false;
  const isPerfect = predicate.children.some((index) => {
    const { upos, lemma } = tokens[index] as Token;
    return upos === 'AUX' && lemma === 'have';
  });
  if (!isPerfect) return false;
  for (let at = predicate.index + 1; at < Math.min(tokens.length, predicate.index + SUM_WORDS); at++) {
    const { text, sentence, upos } = tokens[at] as Token;
    if (sentence !== predicate.sentence || text === ';' || upos === 'VERB') return false;
    if (/^since$/i.test(text)) return !isLately(tokens, at + 1);
    const next = tokens[at + 1]?.text ?? '';
    if (/^this$/i.test(text) && /^year$/i.test(next)) return true;
    if (
      /^(?:in|over|during)$/i.test(text) &&
      /^(?:years?|months?|decades?)$/i.test(tokens[at + 2]?.text ?? next)
    )
      return true;
  }
  // 'Since October, 40 people have been killed'
  for (let at = predicate.index - 1; at >= 0 && tokens[at]?.sentence === predicate.sentence; at--)
    if (/^since$/i.test((tokens[at] as Token).text)) return !isLately(tokens, at + 1);
  return false;
}

/** 'since Monday evening', 'since early on Sunday': the days that the article is about. */
function isLately(tokens: readonly Token[], from: number): boolean {
  return tokens
    .slice(from, from + 3)
    .some(({ text }) =>
      /^(?:\p{Lu}\w+day|yesterday|dawn|midnight|midday|noon|morning|evening|night)$/u.test(text),
    );
}
