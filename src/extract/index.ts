export { attributionLayer } from './claims/layer.ts';
export { confidentLines } from './confidence/index.ts';
export type { ActorRegistry, Attribution, ExtractionContext } from './context.ts';
export { type ExtractOptions, extract } from './extract.ts';
export { recordOf } from './from-page.ts';
export { contextOf } from './make-context.ts';
