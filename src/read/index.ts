export { drawArcs } from './arcs.ts';
export { sentenceToConllu, toConllu } from './conllu.ts';
export { dateOfClause } from './dates/index.ts';
export type {
  DateMention,
  Document,
  Entity,
  EntityType,
  Mention,
  MentionChain,
  NumberMention,
  Sentence,
  Token,
  Upos,
} from './document.ts';
export { plainArticle } from './plain-article.ts';
export { read } from './read.ts';
export {
  ancestorsOf,
  childrenOf,
  headOf,
  isDescendant,
  isRelation,
  pathBetween,
  subtreeOf,
  subtreeSpan,
} from './tree.ts';
