import type { Document, Token } from '../../read/index.ts';
import { childIn, childrenIn, type Extents, prepositionOf } from '../phrase.ts';
import type { AttitudeLexicon } from './attitude-words.ts';
import type { Draft } from './draft.ts';
import { plainDraft } from './plain-draft.ts';
import { speakerOfVerb } from './speaker.ts';

/**
 * 'is a fierce critic of the toll', 'is an Orlin supporter': somebody is one that holds something. Only where it is said of them: supporters
 * that do something are only named by it. For the outer layer only (views.ts).
 */
export function draftOfAdherent(
  document: Document,
  extents: Extents,
  { adherents }: AttitudeLexicon,
  noun: Token,
): Draft | null {
  if (noun.upos !== 'NOUN' || !adherents.has(noun.lemma.toLowerCase())) return null;
  const copula = childIn(document, noun, 'cop');
  const holder = copula && (childIn(document, noun, 'nsubj') ?? speakerOfVerb(document, noun));
  if (!copula || !holder) return null;
  const phrase = childrenIn(document, noun, 'nmod').find(
    (child) => child.index > noun.index && /^(?:of|for|in)$/.test(prepositionOf(document, child)),
  );
  const object =
    phrase ?? childrenIn(document, noun, 'compound', 'nmod').find(({ upos }) => upos === 'PROPN');
  if (!object) return null;
  const first = (extents.first[object.index] as number) + (phrase ? 1 : 0);
  return plainDraft(
    document,
    {
      rule: `adherent ${noun.lemma}`,
      verb: noun,
      stance: 'assesses',
      cue: [phrase ? copula.index : noun.index, noun.index],
      speaker: holder,
    },
    [first, extents.last[object.index] as number],
  );
}
