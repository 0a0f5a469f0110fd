import type { Document, Token } from '../../read/index.ts';
import { childIn, relationOf } from '../phrase.ts';
import { isLostFinite } from './clause.ts';

/** A participle before its noun tells what the noun is like, not what happened. */
export function isAttribute(document: Document, verb: Token): boolean {
  if (isBetweenPrepositionAndNoun(document, verb) || isBehindHyphen(document, verb)) return true;
  if (relationOf(verb) !== 'amod' && relationOf(verb) !== 'compound') return false;
  if (isLostFinite(document, verb)) return false;
  return childIn(document, verb, 'nsubj') === undefined;
}

/** 'a camp for displaced people', 'talks with jailed leaders', whatever the tree makes of it. */
function isBetweenPrepositionAndNoun({ tokens }: Document, verb: Token): boolean {
  if (!/ed$/.test(verb.text)) return false;
  const [before, after] = [tokens[verb.index - 1], tokens[verb.index + 1]];
  if (before?.sentence !== verb.sentence || after?.sentence !== verb.sentence) return false;
  return (
    before.upos === 'ADP' &&
    /^(?:NOUN|PROPN)$/.test(after.upos) &&
    !/^(?:that|as|since|before|after|when)$/i.test(before.text)
  );
}

/** 'Norland-backed fighters' */
function isBehindHyphen({ tokens }: Document, { index, start, text }: Token): boolean {
  const [word, hyphen] = [tokens[index - 2], tokens[index - 1]];
  return (
    /ed$/.test(text) &&
    /^[-–]$/.test(hyphen?.text ?? '') &&
    hyphen?.end === start &&
    word?.end === hyphen.start
  );
}
