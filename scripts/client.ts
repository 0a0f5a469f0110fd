/**
 * Writes src/web/api/schema.d.ts, the types of the desk's client, from the OpenAPI document. `--check` writes nothing
 * and fails where the file is not what it should be.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import openapiTypescript, { astToString, COMMENT_HEADER, type OpenAPI3 } from 'openapi-typescript';
import { openApiDocument } from '../src/serve/openapi.ts';

const file = new URL('../src/web/api/schema.d.ts', import.meta.url);
// Our document type is plain JSON; openapi-typescript checks it against the standard as it reads.
const types =
  COMMENT_HEADER + astToString(await openapiTypescript(openApiDocument() as unknown as OpenAPI3, {}));
if (process.argv.includes('--check')) {
  if (readFileSync(file, 'utf8') !== types) {
    console.error('src/web/api/schema.d.ts is not what the API gives; run `npm run client`.');
    process.exitCode = 1;
  }
} else writeFileSync(file, types);
