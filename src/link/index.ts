export { type MergedEvent, mergeEvents, type Telling } from './merged-event.ts';
