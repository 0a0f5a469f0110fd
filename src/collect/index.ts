export { isPublicAddress } from './address.ts';
export { type Charset, charsetOf } from './charset.ts';
export { type Decoded, decodePage } from './decode.ts';
export { type FetchOptions, fetchPage, isHttpAddress } from './fetch.ts';
export { readFilePage, readStreamPage } from './file.ts';
export {
  type Collected,
  collectInputs,
  collectOne,
  type Failure,
  linesOfList,
  linesOfListFile,
  namesOf,
} from './inputs.ts';
export { LIMITS, sizeInWords } from './limits.ts';
export { makePage, type PageOptions } from './make-page.ts';
export type { Page } from './page.ts';
