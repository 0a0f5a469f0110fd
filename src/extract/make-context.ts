import { contains, idMaker, type Span } from '../model/index.ts';
import type { Document, Token } from '../read/index.ts';
import { actorRegistry } from './actors/index.ts';
import { attributionsOf } from './claims/index.ts';
import type { Attribution, ExtractionContext } from './context.ts';
import { type Explain, treeAt } from './explain.ts';
import { extentsOf } from './phrase.ts';
import { placeFinder } from './places/index.ts';

/** Prepares what the rules of extract work with. `explain` is called for each line with the rule that made it. */
export function contextOf(document: Document, explain?: Explain): ExtractionContext {
  const ids = idMaker(document.article.id);
  const extents = extentsOf(document);
  const placeOf = placeFinder(document);
  const actors = actorRegistry(document, extents, ids, placeOf);
  const attributions = attributionsOf(document, extents, actors);
  const scopes = scopesOf(document, attributions);
  return {
    document,
    article: document.article,
    ids,
    actors,
    attributions,
    attributionOf: (token) => scopes[token] ?? null,
    placeOf,
    ...(explain && { explain: (rule: string, span: Span) => explain(rule, span, treeAt(document, span)) }),
  };
}

/** For each token the innermost attribution that it lies in: smaller contents overwrite larger ones. */
function scopesOf(document: Document, attributions: readonly Attribution[]): (Attribution | undefined)[] {
  const scopes: (Attribution | undefined)[] = new Array(document.tokens.length);
  const bySize = [...attributions].sort((a, b) => b.content.text.length - a.content.text.length);
  let budget = document.tokens.length * 8;
  for (const attribution of bySize) {
    for (
      let index = firstTokenAt(document, attribution.content.start);
      index < document.tokens.length;
      index++
    ) {
      const token = document.tokens[index] as Token;
      if (token.start >= attribution.content.end || budget-- < 0) break;
      const isOwnCue = contains(attribution.content, attribution.cue) && contains(attribution.cue, token);
      if (!isOwnCue) scopes[index] = attribution;
    }
  }
  return scopes;
}

function firstTokenAt(document: Document, offset: number): number {
  let low = 0;
  let high = document.tokens.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((document.tokens[middle] as Token).start < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}
