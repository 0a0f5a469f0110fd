import type { Sentence, Token } from '../../read/index.ts';
import type { ExtractionContext } from '../context.ts';
import { subjectOf } from '../events/clause.ts';
import { childrenIn, type Extents, prepositionOf, spanOfTokens } from '../phrase.ts';

const EXCEPT = new Set(['except', 'except for', 'besides', 'apart from', 'other than', 'save for', 'save']);
const PASSING = new Set(['pass', 'transit', 'enter', 'cross', 'use', 'travel', 'move', 'circulate', 'drive']);

/** What is let through, in the words of the text: 'except …', 'limited to …', 'only … can pass'. */
export function exceptionsIn(context: ExtractionContext, extents: Extents, sentence: Sentence): string[] {
  const { document } = context;
  const found: string[] = [];
  const add = (head: Token) => {
    const text = spanOfTokens(
      document,
      extents.first[head.index] as number,
      extents.last[head.index] as number,
    ).text;
    if (text.length <= 200) found.push(text);
  };
  for (let index = sentence.firstToken; index < sentence.endToken; index++) {
    const token = document.tokens[index] as Token;
    if (EXCEPT.has(prepositionOf(document, token)) && ['NOUN', 'PROPN', 'NUM'].includes(token.upos))
      add(token);
    if (token.lemma === 'limit' || token.lemma === 'restrict') {
      for (const phrase of childrenIn(document, token, 'obl'))
        if (prepositionOf(document, phrase) === 'to') add(phrase);
    }
    if (PASSING.has(token.lemma) && token.upos === 'VERB') {
      const subject = subjectOf(document, token);
      if (subject && document.tokens[extents.first[subject.index] as number]?.lemma === 'only') add(subject);
      else if (subject && document.tokens[(extents.first[subject.index] as number) - 1]?.lemma === 'only')
        add(subject);
    }
  }
  return [...new Set(found)];
}
