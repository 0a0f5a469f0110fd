import fastifyEtag from '@fastify/etag';
import Fastify, { type FastifyError, type FastifyReply } from 'fastify';
import { TrucelineError } from '../model/index.ts';
import type { Store } from '../store/index.ts';
import { serveApi } from './api.ts';
import { deskFolder, serveDesk } from './desk.ts';
import { problemOf } from './problem.ts';
import { secure } from './security.ts';

export { openApiDocument } from './openapi.ts';
export { isLoopback } from './security.ts';

export interface ServerOptions {
  /** Stays the caller's: `close` does not close it. */
  readonly store: Store;
  /** Address or name to listen at; 127.0.0.1 where not given. */
  readonly host?: string;
  /** 0 takes any free port. */
  readonly port?: number;
  readonly requestsPerMinute?: number;
  /** Folder of the built desk. */
  readonly desk?: string;
  /** Is told of errors that are nobody's input, with their cause. */
  readonly onError?: (error: unknown) => void;
}

export interface RunningServer {
  /** Where to open it, such as http://127.0.0.1:4747. */
  readonly address: string;
  /** Takes no new requests, ends open connections. */
  readonly close: () => Promise<void>;
}

export const DEFAULT_PORT = 4747;

/** Starts the server. Throws E_PORT where it cannot listen. */
export async function startServer(options: ServerOptions): Promise<RunningServer> {
  const { store, host = '127.0.0.1', port = DEFAULT_PORT, requestsPerMinute = 1200 } = options;
  const app = Fastify({
    forceCloseConnections: true,
    routerOptions: { maxParamLength: 600 },
    bodyLimit: 1024,
    frameworkErrors: (error, _, reply) => {
      // Typed for a route's own schema, and here there is no route.
      (reply as FastifyReply).code(400).send(problemOf(asProblem(error)).problem);
    },
  });
  app.setErrorHandler((error: FastifyError, _, reply) => {
    const { status, problem } = problemOf(asProblem(error));
    if (status >= 500) options.onError?.(error);
    return reply.code(status).send(problem);
  });
  await secure(app, { host, requestsPerMinute });
  await app.register(fastifyEtag, { weak: true });
  app.addHook('onSend', async (request, reply) => {
    if (request.url.startsWith('/api')) reply.header('cache-control', 'no-cache');
  });
  serveApi(app, store);
  await serveDesk(app, options.desk ?? deskFolder());
  try {
    await app.listen({ host, port });
  } catch (error) {
    await app.close();
    const detail = (error as { code?: string }).code ?? 'cannot listen';
    throw new TrucelineError('E_PORT', { port, detail }, error);
  }
  const bound = app.server.address();
  const listening = bound !== null && typeof bound === 'object' ? bound.port : port;
  const name = host.includes(':') ? `[${host}]` : host;
  return { address: `http://${name}:${listening}`, close: () => app.close() };
}

/** Fastify's own refusals (a broken address, a body too large) are the request's fault. */
function asProblem(error: FastifyError): unknown {
  const status = error.statusCode ?? 500;
  return !(error instanceof TrucelineError) && status >= 400 && status < 500
    ? new TrucelineError('E_QUERY', { detail: error.message }, error)
    : error;
}
