import type { Document, Token } from '../../read/index.ts';
import { childIn, childrenIn, prepositionOf } from '../phrase.ts';
import { agentOf } from './clause.ts';
import type { EventEntry, EventLexicon } from './lexicon.ts';

/** Entries whose acts storms and crashes do as well. */
export function isAccidental({ casualties, type, mode }: EventEntry): boolean {
  return casualties || (type === 'COERCE' && mode === 'seize');
}

/** Words for what may have been done on purpose where it is only the scene: 'killed in an explosion'. */
const MAYBE = new Set(['explosion', 'blast']);

/** 'killed by a storm', 'injured in a crash', 'was killed when his car crashed'. */
export function hasAccident(document: Document, lexicon: EventLexicon, verb: Token): boolean {
  if (isAccident(document, lexicon, agentOf(document, verb))) return true;
  const scenes = childrenIn(document, verb, 'obl').filter(
    (phrase) =>
      /^(?:in|by|during|from|of|after|when)$/.test(prepositionOf(document, phrase)) &&
      !MAYBE.has(phrase.lemma),
  );
  return scenes.some((scene) => isAccident(document, lexicon, scene));
}

/** 'An explosion killed ten' may be anything; 'a mine explosion' was laid. */
function isAccident(document: Document, { words }: EventLexicon, agent: Token | null): boolean {
  if (!agent || !words.accident.has(agent.lemma)) return false;
  // 'the fire' burns, 'Armenian fire' is shot
  if (
    agent.lemma === 'fire' &&
    (!childIn(document, agent, 'det') || childIn(document, agent, 'amod', 'compound'))
  )
    return false;
  return !childrenIn(document, agent, 'compound', 'amod').some(({ text }) =>
    /^(?:car|truck|land)?-?(?:bomb|mine|minefield|landmine|grenade|missile|rocket|shell|suicide)$/i.test(
      text,
    ),
  );
}
