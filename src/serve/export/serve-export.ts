import { Readable } from 'node:stream';
import type { FastifyInstance } from 'fastify';
import { TrucelineError } from '../../model/index.ts';
import type { Store } from '../../store/index.ts';
import type { Gate } from '../gate.ts';
import { queryError } from '../problem.ts';
import { EXPORTS, FORMATS, type Format } from './tables.ts';

const TYPES: { readonly [format in Format]: string } = {
  csv: 'text/csv; charset=utf-8; header=present',
  json: 'application/json; charset=utf-8',
  jsonl: 'application/jsonl; charset=utf-8',
};

/** `/api/export/events.csv?…`: a whole table under the filters of its list, a page in memory at a time. */
export function serveExport(app: FastifyInstance, store: Store, gate: Gate): void {
  app.get<{ Params: { file: string } }>(
    '/api/export/:file',
    { onRequest: gate.guard('reader') },
    async (request, reply) => {
      const { file } = request.params;
      const [name = '', ending = ''] = file.split('.', 2);
      const table = Object.hasOwn(EXPORTS, name) ? EXPORTS[name] : undefined;
      const format = FORMATS.find((one) => one === ending);
      if (!table || !format) throw new TrucelineError('E_ROUTE', { path: `/api/export/${file}` });
      const filter = table.query.strict().safeParse(request.query);
      if (!filter.success) throw queryError(filter.error);
      return reply
        .type(TYPES[format])
        .header('content-disposition', `attachment; filename="${name}.${format}"`)
        .send(Readable.from(table.rows(store, filter.data, format)));
    },
  );
}
