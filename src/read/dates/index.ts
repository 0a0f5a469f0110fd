export { sentenceAtoms } from './atoms.ts';
export { dateOfClause } from './clause.ts';
export { findDates, findTimeExpressions, type TimeExpression } from './find.ts';
