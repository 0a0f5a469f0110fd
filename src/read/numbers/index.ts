export { findNumbers } from './find.ts';
