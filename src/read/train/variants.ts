import { spansOf, type TaggedSentence } from './spans.ts';

/**
 * Variants of tagged sentences that teach a tagger to trust the context more than the names it has seen: names replaced by
 * others of their kind (Dai and Adel 2020), and now and then everything in lower case, as people write on the web.
 */
export function variantsOf(
  sentences: readonly TaggedSentence[],
  random: () => number,
  shares: { readonly replaced: number; readonly lower: number },
): TaggedSentence[] {
  const names = new Map<string, string[][]>();
  for (const { forms, tags } of sentences) {
    for (const { type, first, end } of spansOf(tags)) {
      const list = names.get(type) ?? [];
      names.set(type, list);
      list.push(forms.slice(first, end));
    }
  }
  const variants: TaggedSentence[] = [];
  for (const sentence of sentences) {
    const spans = spansOf(sentence.tags);
    if (spans.length === 0) continue;
    if (random() < shares.replaced) variants.push(replaced(sentence, names, random));
    if (random() < shares.lower) {
      variants.push({ forms: sentence.forms.map((form) => form.toLowerCase()), tags: sentence.tags });
    }
  }
  return variants;
}

function replaced(
  { forms, tags }: TaggedSentence,
  names: ReadonlyMap<string, readonly string[][]>,
  random: () => number,
): TaggedSentence {
  const out: { forms: string[]; tags: string[] } = { forms: [], tags: [] };
  const starts = new Map(spansOf(tags).map((span) => [span.first, span]));
  for (let at = 0; at < forms.length; ) {
    const span = starts.get(at);
    if (!span) {
      out.forms.push(forms[at] as string);
      out.tags.push('O');
      at++;
      continue;
    }
    const pool = names.get(span.type) as string[][];
    const name = pool[Math.floor(random() * pool.length)] as string[];
    name.forEach((word, index) => {
      out.forms.push(word);
      out.tags.push(`${index === 0 ? 'B' : 'I'}-${span.type}`);
    });
    at = span.end;
  }
  return out;
}
