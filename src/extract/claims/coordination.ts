import type { Document, Token } from '../../read/index.ts';
import type { ActorRegistry } from '../context.ts';
import { childIn, hasFeature } from '../phrase.ts';
import type { Draft } from './draft.ts';
import { claimLexiconOf } from './lexicon.ts';

/**
 * 'X disputes the number and denies that …', 'X said that Y had lost, and denied that …': a cue without a subject of its
 * own after a connective is spoken by the one who speaks the cue before it, where the tree gives it to nobody who could
 * speak, or a comma parts it from the clause that the tree gives it to. Changes the drafts in place.
 */
export function lendSpeakers(document: Document, actors: ActorRegistry, drafts: readonly Draft[]): void {
  let sentence: Draft[] = [];
  for (const draft of drafts) {
    if (sentence[0] && sentence[0].verb.sentence !== draft.verb.sentence) sentence = [];
    const before = isCoordinated(document, draft) ? outerOf(sentence, draft) : undefined;
    if (before?.speaker) {
      const connective = connectiveBefore(document, draft);
      const afterComma = document.tokens[connective - 1]?.text === ',';
      const inside = before.content.some((run) => run[0] < draft.verb.index && run[1] >= connective);
      if (inside && isToldOf(document, draft.verb)) continue;
      const mute = !draft.speaker || actors.actorsOf(draft.speaker.index).length === 0;
      if (mute || (afterComma && inside)) {
        draft.speaker = before.speaker;
        draft.speakerRun = before.speakerRun;
      }
    }
    if (sentence.length < MOST_CUES) sentence.push(draft);
  }
}

/** 'said they would follow and endorse her', 'said he was alarmed and wanted to see it': what is planned, or goes on in somebody, is told too. */
export function isToldOf(document: Document, verb: Token): boolean {
  if (hasFeature(verb, 'VerbForm=Inf')) return true;
  const lexicon = claimLexiconOf(document.language);
  return lexicon?.attitudes.minds.has(lexicon.lemmas.get(verb.text.toLowerCase()) ?? '') === true;
}

/** Cues of one sentence that are looked back at. */
const MOST_CUES = 12;

/** The first cue of the sentence that holds this one in its content, else the last one before it with a speaker. */
function outerOf(sentence: readonly Draft[], draft: Draft): Draft | undefined {
  const holds = (one: Draft) =>
    one.content.some((run) => run[0] < draft.verb.index && run[1] >= draft.verb.index);
  const others = sentence.filter(({ speaker, rule }) => speaker && !rule.startsWith('noun'));
  return others.find(holds) ?? others.at(-1);
}

function connectiveBefore(document: Document, draft: Draft): number {
  let index = draft.cue[0] - 1;
  while (index > 0 && (document.tokens[index] as Token).upos === 'ADV') index--;
  return index;
}

function isCoordinated(document: Document, draft: Draft): boolean {
  const connective = document.tokens[connectiveBefore(document, draft)];
  const isParticiple = connective?.text === ',' && /ing$/.test(draft.verb.text);
  if (
    !connective ||
    (!isParticiple && !/^(?:and|but)$/i.test(connective.text)) ||
    connective.sentence !== draft.verb.sentence
  )
    return false;
  return !/^(?:noun|according to)/.test(draft.rule) && !childIn(document, draft.verb, 'nsubj');
}
