import type { Document, Token } from '../../read/index.ts';

/** 'Iran, which …': the name or noun right before a relative pronoun, where the tree may hang the clause on another. */
export function antecedentBefore(document: Document, pronoun: Token | undefined): Token | null {
  if (!pronoun || !/^(?:which|who|whom|that)$/i.test(pronoun.text)) return null;
  const isComma = document.tokens[pronoun.index - 1]?.text === ',';
  return nameBefore(document, isComma ? pronoun.index - 1 : pronoun.index);
}

/** The name or noun that ends right before a word, by its head: 'Aung San Suu Kyi, who' hangs on 'Aung'. */
export function nameBefore({ tokens }: Document, index: number): Token | null {
  const noun = tokens[index - 1];
  if (!noun || !['NOUN', 'PROPN'].includes(noun.upos)) return null;
  return noun.deprel === 'flat' ? (tokens[noun.head] ?? null) : noun;
}
