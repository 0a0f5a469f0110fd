import type { Decision } from '../api/client.ts';

/** What is opened below a line of the queue. */
export type Mode = 'correct' | 'merge' | 'note' | 'history' | null;

/** What a person decides on a line. */
export type Act = (decision: Pick<Decision, 'action' | 'changes' | 'into' | 'note'>) => void;
