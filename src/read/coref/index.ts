export { findChains } from './find.ts';
