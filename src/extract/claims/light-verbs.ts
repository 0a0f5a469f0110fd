import type { Document, Token } from '../../read/index.ts';
import { childIn, childrenIn, type Extents, hasFeature, prepositionOf, relationOf } from '../phrase.ts';
import type { AttitudeLexicon } from './attitude-words.ts';
import type { Draft, Run } from './draft.ts';
import { plainDraft } from './plain-draft.ts';
import { isPassive, speakerOfVerb } from './speaker.ts';
import { cueRun } from './verb-cues.ts';

const FARTHEST_OBJECT = 8;
const PREPOSITIONS = /^(?:about|on|over|of|for|against|to|at|with|in|towards?)$/;
/** What a criticized subject is criticized for. */
const REASONS = /^(?:about|over|for)$/;
const CLAUSES = /^(?:that|whether|how|why|to|of|for|about)$/;

/**
 * 'took a swipe at the plan', 'has doubts about it', 'drew criticism from the farmers': a verb of little meaning with a
 * noun of saying or thinking as its object. What is held hangs on the noun or stands behind it; of what draws or faces a
 * view it is the subject, and those who hold it stand behind 'from'. For the outer layer only (views.ts).
 */
export function draftOfLightVerb(
  document: Document,
  extents: Extents,
  lexicon: AttitudeLexicon,
  verb: Token,
): Draft | null {
  const nouns = lexicon.light.get(verb.lemma.toLowerCase());
  if (!nouns || (verb.upos !== 'VERB' && verb.upos !== 'AUX') || isPassive(document, verb)) return null;
  const noun = childrenIn(document, verb, 'obj').find(
    ({ index, upos }) => upos === 'NOUN' && index > verb.index && index <= verb.index + FARTHEST_OBJECT,
  );
  const pair = noun && nouns.get(noun.lemma.toLowerCase());
  if (!noun || !pair) return null;
  const subject = speakerOfVerb(document, verb);
  const speaker = pair.isTopic ? fromWhom(document, verb, noun) : subject;
  if (!speaker && (!pair.isTopic || pair.isSourced)) return null;
  const behind = complementOf(document, extents, verb, noun, pair.isTopic ? REASONS : PREPOSITIONS);
  const topic = pair.isTopic ? subject : noun;
  const content = behind ?? (topic && phraseOf(extents, topic));
  if (!content) return null;
  return plainDraft(
    document,
    {
      rule: `light ${verb.lemma.toLowerCase()} ${noun.lemma.toLowerCase()}`,
      verb,
      stance: 'assesses',
      cue: [cueRun(document, verb, null)[0], behind && behind[0] > noun.index ? behind[0] - 1 : noun.index],
      speaker,
    },
    content,
  );
}

function phraseOf(extents: Extents, { index }: Token): Run {
  return [extents.first[index] as number, extents.last[index] as number];
}

function fromWhom(document: Document, verb: Token, noun: Token): Token | null {
  const phrases = [...childrenIn(document, noun, 'nmod'), ...childrenIn(document, verb, 'obl')];
  return phrases.find((phrase) => /^(?:from|among|of)$/.test(prepositionOf(document, phrase))) ?? null;
}

/** The phrase on the noun, without its preposition, or the clause; also one right behind it that the tree hangs on the verb. */
function complementOf(
  document: Document,
  extents: Extents,
  verb: Token,
  noun: Token,
  prepositions: RegExp,
): Run | null {
  const beside = childrenIn(document, verb, 'obl', 'advcl', 'ccomp', 'xcomp').filter(
    ({ index }) => (extents.first[index] as number) <= noun.index + 2,
  );
  for (const child of [...childrenIn(document, noun, 'nmod', 'acl', 'advcl', 'ccomp'), ...beside]) {
    if (child.index < noun.index || child.deprel === 'acl:relcl') continue;
    const [first, last] = phraseOf(extents, child);
    const opening = prepositionOf(document, child);
    if (prepositions.test(opening) && relationOf(child) !== 'acl') {
      if (!childIn(document, child, 'case') || !isTime(child)) return [first + 1, last];
    } else if (CLAUSES.test(opening)) return [first, last];
  }
  return null;
}

function isTime(token: Token): boolean {
  return (
    hasFeature(token, 'NumType=Card') ||
    /^(?:\w+day|night|morning|(?:week|month|year)s?|January|February|March|April|May|June|July|August|September|October|November|December)$/i.test(
      token.text,
    )
  );
}
