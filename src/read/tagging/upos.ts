import type { Upos } from '../document.ts';

/** Class numbers of the universal tags; 0 stands for none (before the sentence, the root). */
export const UPOS_CLASSES: readonly (Upos | '')[] = [
  '',
  'ADJ',
  'ADP',
  'ADV',
  'AUX',
  'CCONJ',
  'DET',
  'INTJ',
  'NOUN',
  'NUM',
  'PART',
  'PRON',
  'PROPN',
  'PUNCT',
  'SCONJ',
  'SYM',
  'VERB',
  'X',
];

export const PROPN_CLASS = UPOS_CLASSES.indexOf('PROPN');
