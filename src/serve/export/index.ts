export {
  ACTOR_COLUMNS,
  ARTICLE_COLUMNS,
  CHANGE_COLUMNS,
  CLAIM_COLUMNS,
  CONDITION_COLUMNS,
  type Columns,
  EVENT_COLUMNS,
} from './columns.ts';
export { headOfCsv, lineOfCsv } from './csv.ts';
