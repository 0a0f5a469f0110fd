import type { Sentence, Token } from '../../read/index.ts';
import type { ExtractionContext } from '../context.ts';
import { subjectOf } from '../events/clause.ts';
import { childrenIn, type Extents, prepositionOf, spanOfTokens } from '../phrase.ts';

const EXCEPT = new Set([
  'except',
  'except for',
  'excluding',
  'but for',
  'besides',
  'apart from',
  'other than',
  'save for',
  'save',
]);
const PASSING = new Set(['pass', 'transit', 'enter', 'cross', 'use', 'travel', 'move', 'circulate', 'drive']);

/** What is let through, in the words of the text: 'except …', 'limited to …', 'only … can pass'. */
export function exceptionsIn(context: ExtractionContext, extents: Extents, sentence: Sentence): string[] {
  const { document } = context;
  const found: string[] = [];
  const add = (head: Token) => {
    const first = extents.first[head.index] as number;
    const text = spanOfTokens(
      document,
      first < head.index && document.tokens[first]?.upos === 'ADP' ? first + 1 : first,
      extents.last[head.index] as number,
    ).text;
    if (text.length <= 200) found.push(text);
  };
  for (let index = sentence.firstToken; index < sentence.endToken; index++) {
    const token = document.tokens[index] as Token;
    if (EXCEPT.has(prepositionOf(document, token)) && ['NOUN', 'PROPN', 'NUM'].includes(token.upos))
      add(token);
    // 'with the exception of ambulances'
    if (token.lemma === 'exception' && prepositionOf(document, token) === 'with')
      for (const phrase of childrenIn(document, token, 'nmod'))
        if (prepositionOf(document, phrase) === 'of') add(phrase);
    // 'Aid convoys are exempt', 'are let through'
    if (
      token.lemma === 'exempt' ||
      (token.lemma === 'let' && document.tokens[index + 1]?.lemma === 'through')
    ) {
      const subject = subjectOf(document, token);
      if (subject && /^(?:NOUN|PROPN)$/.test(subject.upos)) add(subject);
    }
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
