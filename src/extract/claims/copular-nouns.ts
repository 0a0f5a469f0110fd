import type { Document, Token } from '../../read/index.ts';
import type { Extents } from '../phrase.ts';
import type { Draft, Run } from './draft.ts';
import type { CueLexicon } from './lexicon.ts';
import { ownerOf } from './noun-cues.ts';
import { plainDraft } from './plain-draft.ts';

const FARTHEST_COPULA = 10;
const COPULAS = /^(?:is|are|was|were|be|been|['’]s)$/i;
const CLAUSES = /^(?:that|whether|if|how|why)$/i;

/**
 * 'Their fear is that the dam will break', 'One question was whether …': a noun of thinking or saying of which a clause behind 'is' says
 * what it is. The order of words decides; the tree makes the clause the main one. For the outer layer only (views.ts).
 */
export function draftOfCopularNoun(
  document: Document,
  extents: Extents,
  nouns: CueLexicon['nouns'],
  noun: Token,
): Draft | null {
  if (noun.upos !== 'NOUN' || !takesClause(nouns, noun)) return null;
  const copula = copulaBehind(document, noun);
  if (!copula) return null;
  const content = clauseBehind(document, extents, copula);
  if (!content) return null;
  return plainDraft(
    document,
    {
      rule: `noun is ${noun.lemma}`,
      verb: noun,
      stance: 'assesses',
      cue: [noun.index, copula.index],
      speaker: ownerOf(document, noun),
    },
    content,
  );
}

function takesClause(nouns: CueLexicon['nouns'], { lemma }: Token): boolean {
  const word = lemma.toLowerCase();
  if (word === 'appeal') return false;
  return OTHERS.has(word) || (nouns.get(word) ?? []).some(({ takes }) => takes.has('that'));
}

/** Nouns that take a clause only behind 'is'. */
const OTHERS = new Set([
  'question',
  'idea',
  'message',
  'point',
  'bet',
  'takeaway',
  'guess',
  'advice',
  'answer',
  'response',
  'reply',
  'retort',
  'reasoning',
  'thinking',
]);

/** The form of 'be' behind the noun and the phrases that hang on it, without a mark or another verb between. */
function copulaBehind({ tokens }: Document, noun: Token): Token | null {
  for (let index = noun.index + 1; index <= noun.index + FARTHEST_COPULA; index++) {
    const token = tokens[index];
    if (!token || token.sentence !== noun.sentence || token.upos === 'PUNCT' || token.upos === 'CCONJ')
      return null;
    if (COPULAS.test(token.text)) return token.upos === 'AUX' ? token : null;
    if (token.upos === 'VERB' || token.upos === 'SCONJ') return null;
  }
  return null;
}

function clauseBehind({ tokens }: Document, extents: Extents, copula: Token): Run | null {
  let first = copula.index + 1;
  while (tokens[first]?.upos === 'ADV' && !CLAUSES.test(tokens[first]?.text ?? '')) first++;
  const opening = tokens[first];
  if (!opening || opening.sentence !== copula.sentence || !CLAUSES.test(opening.text)) return null;
  if (opening.deprel === 'det' || opening.head <= opening.index) return null;
  return [first, extents.last[opening.head] as number];
}
