import type { MessageKey } from '../messages/index.ts';

/** What is marked in the text of an article, each kind in its own way; each can be left out. */
export const LAYERS = ['events', 'claims', 'conditions', 'people', 'dates', 'residue'] as const;
export type Layer = (typeof LAYERS)[number];

export const LAYER_NAMES: Readonly<Record<Layer, MessageKey>> = {
  events: 'reader.events',
  claims: 'reader.claims',
  conditions: 'reader.conditions',
  people: 'reader.actors',
  dates: 'reader.dates',
  residue: 'reader.layer.residue',
};

/** Layers whose marks are whole sentences; the others mark words. */
export const SENTENCES: ReadonlySet<string> = new Set<Layer>(['events', 'claims', 'conditions']);
/** Layers whose marks are words that lead to a line. */
export const WORDS: ReadonlySet<string> = new Set<Layer>(['people', 'dates']);
