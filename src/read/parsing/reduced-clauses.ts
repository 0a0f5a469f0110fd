import { hasChild, isBelow, type Movable, move } from './moving.ts';

/** Relations by which the parser likes to hang such a participle on a verb before it. */
const ASTRAY = /^(?:conj|advcl)/;
/** Marks and conjunctions that may join one. */
const JOINTS = /^(?:and|or|but|nor|yet|then|[,;:–—-]|&)$/i;
/** What such a participle cannot be its own clause with. */
const OWN = /^(?:nsubj|aux|cop|mark|cc$|expl)/;
const TELLING =
  /^(?:demanding|calling|urging|chanting|protesting|accusing|claiming|saying|alleging|seeking|asking|shouting|opposing|supporting)$/;
const PEOPLE =
  /^(?:protesters|protestors|demonstrators|marchers|crowds?|people|residents|students|workers|supporters|opponents|activists|farmers|villagers|strikers|lawmakers|relatives|families|women|men|refugees|migrants)$/;
/** What UD English EWT writes of such a participle. */
const PASSIVE = 'Tense=Past|VerbForm=Part|Voice=Pass';
/** Participles that do not end in -ed. */
const PARTICIPLES = new Set(
  'shot held taken sent brought killed known seen found left caught hit struck hurt given made laid torn thrown driven beaten hidden stolen broken chosen drawn sunk set built bought sold kept led lost met paid put told won cut'.split(
    ' ',
  ),
);

/**
 * 'mourned a sergeant shot dead in an ambush': an English participle right behind a noun that the parser hung on a verb before it, as an
 * adverbial clause, or joined though nothing stands between that could join the two, is said of the noun (`acl`). Changes heads, relations and children of the tokens from `first`
 * on, which are one sentence.
 */
export function mendReducedClauses(tokens: readonly Movable[], first: number): void {
  for (let at = first + 2; at < tokens.length; at++) {
    const verb = tokens[at] as Movable;
    if (verb.upos !== 'VERB' || !ASTRAY.test(verb.deprel) || verb.head >= at - 1) continue;
    const noun = tokens[at - 1] as Movable;
    if (isSaidOf(tokens, noun, verb)) {
      move(tokens, verb, at - 1, 'acl');
      continue;
    }
    if (!/^(?:NOUN|PROPN)$/.test(noun.upos) || isBelow(tokens, noun, verb)) continue;
    if (!/ed$/.test(verb.text) && !PARTICIPLES.has(verb.text)) continue;
    if (hasChild(tokens, verb, OWN)) continue;
    if (verb.deprel === 'conj' && isJoined(tokens, verb.head, at)) continue;
    move(tokens, verb, at - 1, 'acl');
    verb.feats = PASSIVE;
  }
}

/** 'fired at protesters demanding a vote': people right before a participle of telling are those who tell. */
function isSaidOf(tokens: readonly Movable[], noun: Movable, verb: Movable): boolean {
  return (
    verb.deprel === 'advcl' &&
    noun.upos === 'NOUN' &&
    TELLING.test(verb.text) &&
    PEOPLE.test(noun.text) &&
    !hasChild(tokens, verb, OWN)
  );
}

function isJoined(tokens: readonly Movable[], from: number, to: number): boolean {
  for (let at = from + 1; at < to; at++) if (JOINTS.test((tokens[at] as Movable).text)) return true;
  return false;
}
