import { z } from 'zod';
import { ArticleRecord } from './record.ts';

/** The public contract as JSON Schema (draft 2020-12), one definition for each named part. */
export function recordJsonSchema(): object {
  const schema = z.toJSONSchema(ArticleRecord, { target: 'draft-2020-12', io: 'input' });
  return {
    $schema: schema.$schema,
    $id: 'https://truceline.example/record.schema.json',
    title: 'Truceline Record',
    ...schema,
  };
}
