import { readFileSync } from 'node:fs';
import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { articleHtml } from '../clean/index.ts';
import type { Store } from '../store/index.ts';
import { apiPage } from './api-page.ts';
import type { Gate } from './gate.ts';
import { openApiDocument } from './openapi.ts';
import { originalPage } from './original-page.ts';
import { queryError } from './problem.ts';
import { rulesOf, withoutGaps } from './route.ts';
import { ROUTES } from './routes/index.ts';
import { id } from './schemas/query.ts';
import { ARTICLE_POLICY } from './security.ts';

const BODY_LIMIT = 64 * 1024;

/** Adds the operations of ROUTES, the OpenAPI document, its page, and the page of a single article. */
export function serveApi(app: FastifyInstance, store: Store, gate: Gate): void {
  for (const route of ROUTES) {
    const { access, writes } = rulesOf(route);
    app.route({
      method: route.method ?? 'get',
      url: route.path.replace(/\{(\w+)\}/g, ':$1'),
      bodyLimit: route.bodyLimit ?? BODY_LIMIT,
      ...(route.perMinute && { config: { rateLimit: { max: route.perMinute } } }),
      // Before the body is read.
      onRequest: gate.guard(access, writes),
      handler: async (request, reply) =>
        route.handle(
          {
            params: parsed(route.params, request.params),
            query: parsed(route.query, request.query),
            body: parsed(route.body, request.body ?? {}),
          },
          store,
          gate.contextOf(request, reply),
        ),
    });
  }

  const openApi = openApiDocument();
  app.get('/api/openapi.json', async () => openApi);

  const page = apiPage();
  const css = readFileSync(new URL('./page.css', import.meta.url), 'utf8');
  app.get('/api', async (_, reply) => reply.type('text/html; charset=utf-8').send(page));
  app.get('/api/page.css', async (_, reply) => reply.type('text/css; charset=utf-8').send(css));

  const idOnly = z.object({ id });
  app.get('/api/articles/:id/page', { onRequest: gate.guard('reader') }, async (request, reply) => {
    const params = idOnly.safeParse(request.params);
    if (!params.success) throw queryError(params.error);
    const record = await store.getRecord(params.data.id);
    const page = await store.getPage(params.data.id);
    const html = page ? articleHtml({ ...page, id: record.article.id }, record.article) : undefined;
    return reply
      .header('content-security-policy', ARTICLE_POLICY)
      .type('text/html; charset=utf-8')
      .send(originalPage(record, html));
  });
}

function parsed(schema: z.ZodObject | undefined, given: unknown): object {
  if (!schema) return {};
  const result = schema.strict().safeParse(given);
  if (!result.success) throw queryError(result.error);
  return withoutGaps(result.data);
}
