export { placeFinder } from './finder.ts';
