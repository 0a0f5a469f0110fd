import type { Token } from '../../read/index.ts';
import type { ExtractionContext } from '../context.ts';
import { childrenIn, type Extents, relationOf, spanOfTokens } from '../phrase.ts';
import { patientOf, phrasesWith } from './clause.ts';
import type { EventLexicon } from './lexicon.ts';
import type { Trigger } from './triggers.ts';

/** What a meeting was about: 'talks on X', 'to discuss X', 'raised X'. */
export function topicsOf(
  context: ExtractionContext,
  extents: Extents,
  lexicon: EventLexicon,
  trigger: Trigger,
): string[] {
  const { document } = context;
  if (trigger.entry.type !== 'CONSULT') return [];
  const topics: string[] = [];
  const add = (head: Token | null | undefined) => {
    if (!head || relationOf(head) === 'ccomp' || head.upos === 'PRON') return;
    const text = spanOfTokens(
      document,
      extents.first[head.index] as number,
      extents.last[head.index] as number,
    ).text;
    if (text.length <= 160) topics.push(text);
  };
  for (const head of new Set([trigger.token, trigger.predicate])) {
    for (const phrase of phrasesWith(document, head, ['on', 'about', 'over', 'regarding', 'concerning'])) {
      if (
        !document.dates.some((date) => phrase.index >= date.firstToken && phrase.index < date.endToken) &&
        !context.placeOf(phrase.index)
      )
        add(phrase);
    }
    for (const clause of childrenIn(document, head, 'advcl', 'acl', 'conj', 'xcomp')) {
      if (lexicon.words.talking.has(clause.lemma)) add(patientOf(document, clause));
    }
  }
  return topics;
}
