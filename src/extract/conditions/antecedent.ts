import type { Document, Token } from '../../read/index.ts';

/** 'Iran, which …': the name or noun right before a relative pronoun, where the tree may hang the clause on another. */
export function antecedentBefore({ tokens }: Document, pronoun: Token | undefined): Token | null {
  if (!pronoun || !/^(?:which|who|that)$/i.test(pronoun.text)) return null;
  const before = tokens[pronoun.index - 1];
  const noun = before?.text === ',' ? tokens[pronoun.index - 2] : before;
  if (!noun || !['NOUN', 'PROPN'].includes(noun.upos)) return null;
  // 'Aung San Suu Kyi, who': the last part of a name hangs on its first
  const head = tokens[noun.head];
  return noun.deprel === 'flat' && head ? head : noun;
}
