export {
  addDays,
  boundsOfEdtf,
  type DateParts,
  daysBetween,
  Edtf,
  edtf,
  edtfOfParts,
  isEdtf,
  partsOfEdtf,
  sortKeyOfEdtf,
} from './edtf.ts';
export { errorDocs } from './error-docs.ts';
export { asTrucelineError, CATALOGUE, type ErrorCode, EXIT, TrucelineError } from './errors.ts';
export { articleIdOf, hashOfBytes, type IdKind, idMaker } from './id.ts';
export { recordJsonSchema } from './json-schema.ts';
export {
  isModeOf,
  MODES_OF_TYPE,
  PloverContext,
  PloverMode,
  PloverSector,
  PloverType,
  Quad,
  quadOf,
} from './plover.ts';
export {
  Actor,
  ActorKind,
  Article,
  ArticleRecord,
  Casualties,
  Claim,
  Condition,
  ConditionKind,
  DateBasis,
  DateExpression,
  Event,
  EventDate,
  EventStatus,
  Note,
  Place,
  PublishedBasis,
  RemovalReason,
  Removed,
  Residue,
  SourcePlace,
  Stance,
} from './record.ts';
export { contains, isTrueSpan, overlaps, Span, spanOf, trimSpan } from './span.ts';
