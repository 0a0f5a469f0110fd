export { findEntities } from './find.ts';
