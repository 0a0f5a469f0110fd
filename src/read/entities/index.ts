export { entityTaggerOf, findEntities } from './find.ts';
