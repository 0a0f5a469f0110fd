import type { Token } from '../../read/index.ts';
import type { Attribution, ExtractionContext } from '../context.ts';
import { patientOf } from '../events/clause.ts';
import type { EventLexicon } from '../events/lexicon.ts';
import { childIn, childrenIn, type Extents, prepositionOf, spanOfTokens } from '../phrase.ts';
import { itemsOf } from './items.ts';
import { firstTokenFrom } from './quotations.ts';

/** Words of a content that are looked through, so that a page-long quotation takes no longer than a sentence. */
const MOST_WORDS = 60;
const LONGEST_TOPIC = 160;
const AGENDA = new Set([
  'talk',
  'talks',
  'meeting',
  'agenda',
  'negotiation',
  'discussion',
  'session',
  'round',
]);

/**
 * What a claim says was talked about: 'raised the supply of gas and electricity', 'discussed a peace treaty', 'the talks
 * were about …'. Each thing of a list is one topic. Texts as written, in order.
 */
export function topicsOfClaim(
  context: ExtractionContext,
  extents: Extents,
  { words }: EventLexicon,
  attribution: Attribution,
): string[] {
  const { document } = context;
  const topics = new Set<string>();
  const add = (head: Token | null | undefined) => {
    if (!head || head.upos === 'PRON' || head.upos === 'VERB') return;
    const preposition = childIn(document, head, 'case');
    const run = [
      preposition && preposition.index < head.index
        ? preposition.index + 1
        : (extents.first[head.index] as number),
      extents.last[head.index] as number,
    ] as const;
    const items = itemsOf(document, extents, run);
    for (const { text } of items.length > 0 ? items : [spanOfTokens(document, ...run)])
      if (text.length <= LONGEST_TOPIC) topics.add(text);
  };
  const cue = document.tokens[attribution.cueToken] as Token;
  if (words.talking.has(cue.lemma)) add(patientOf(document, cue));
  const first = firstTokenFrom(document, attribution.content.start);
  for (let index = first; index < first + MOST_WORDS; index++) {
    const token = document.tokens[index];
    if (!token || token.start >= attribution.content.end) break;
    if (token.upos === 'VERB' && words.talking.has(token.lemma)) add(patientOf(document, token));
    if (!AGENDA.has(token.lemma)) continue;
    // 'the talks were about X', 'talks on X'
    const about = token.deprel === 'nsubj' && token.head >= 0 ? (document.tokens[token.head] as Token) : null;
    if (about && prepositionOf(document, about) === 'about') add(about);
    for (const phrase of childrenIn(document, token, 'nmod'))
      if (['about', 'on', 'over', 'concerning'].includes(prepositionOf(document, phrase))) add(phrase);
  }
  return [...topics];
}
