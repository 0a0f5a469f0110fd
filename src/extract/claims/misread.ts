import type { Document, Token } from '../../read/index.ts';
import { hasFeature, relationOf } from '../phrase.ts';
import type { Draft, Run } from './draft.ts';
import type { ClaimLexicon, VerbCue } from './lexicon.ts';
import { subjectBefore } from './surface.ts';

const LONGEST_CONTENT = 40;
const OPENINGS = /^(?:PROPN|DET|PRON|ADJ|PART|SCONJ|PUNCT)$/;

/**
 * 'Norland Slams New Toll', 'Polls Show Orlan Ahead': a verb of saying or judging that the tagger took for a noun or a
 * name, as it likes to in headlines. A form in -s is a verb behind one person or thing, a bare form behind several, if no
 * verb stands before it and a name, an article or the like follows. For the outer layer only (views.ts).
 */
export function draftOfMisread(document: Document, lexicon: ClaimLexicon, word: Token): Draft | null {
  if (!/^(?:NOUN|PROPN|ADJ)$/.test(word.upos) || /^(?:obl|obj|acl|case|iobj)$/.test(relationOf(word)))
    return null;
  const form = word.text.toLowerCase();
  const lemma = lexicon.lemmas.get(form) ?? lexicon.attitudes.lemmas.get(form);
  if (lemma === undefined) return null;
  const { tokens } = document;
  const before = tokens[word.index - 1];
  if (!before || before.sentence !== word.sentence) return null;
  const isPlural =
    hasFeature(before, 'Number=Plur') || /^(?:many|some|others|they|we|most)$/i.test(before.text);
  if (lemma === form ? !isPlural : isPlural || !/[^s]s$/.test(form)) return null;
  if (!/^(?:PROPN|NOUN|PRON)$/.test(before.upos) && !isPlural) return null;
  const subject = subjectBefore(document, word);
  if (!subject) return null;
  const cues = [...(lexicon.verbs.get(form) ?? []), ...(lexicon.attitudes.verbs.get(form) ?? [])];
  const content = contentAfter(document, word, cues);
  if (!content) return null;
  return {
    rule: `misread ${lemma}`,
    verb: word,
    stance: cues[0]?.stance ?? 'states',
    cue: [word.index, word.index],
    speaker: subject.head,
    speakerRun: subject.run,
    addressee: null,
    content: [content],
    quotations: [],
    quotes: false,
    negated: false,
    unreal: false,
  };
}

function contentAfter({ tokens, sentences }: Document, word: Token, cues: readonly VerbCue[]): Run | null {
  const end = Math.min((sentences[word.sentence]?.endToken ?? 0) - 1, word.index + LONGEST_CONTENT);
  const first = word.index + 1;
  const opening = tokens[first];
  if (!opening || first > end) return null;
  if (!OPENINGS.test(opening.upos) && !isOwnPreposition(opening, cues)) return null;
  if (opening.upos === 'PUNCT' && !/^["“':]$/.test(opening.text)) return null;
  let last = first;
  while (last < end && !/^[,;.—–]$/.test((tokens[last + 1] as Token).text)) last++;
  return [first, last];
}

/** 'points to', 'rails against': a preposition that one of the verb's frames asks for. */
function isOwnPreposition({ text }: Token, cues: readonly VerbCue[]): boolean {
  const preposition = text.toLowerCase();
  return cues.some(({ frames }) =>
    frames.some((frame) => frame.kind === 'prep' && frame.prepositions.includes(preposition)),
  );
}
