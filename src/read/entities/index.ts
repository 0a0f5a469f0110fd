export { entityTaggerOf, findEntities, sexOfFirstName } from './find.ts';
