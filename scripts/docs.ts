/** Writes the documents that are made from the model: docs/record.schema.json and docs/errors.md. */
import { writeFileSync } from 'node:fs';
import { errorDocs, recordJsonSchema } from '../src/model/index.ts';

writeFileSync('docs/record.schema.json', `${JSON.stringify(recordJsonSchema(), null, 2)}\n`);
writeFileSync('docs/errors.md', errorDocs());
