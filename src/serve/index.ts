import fastifyEtag from '@fastify/etag';
import Fastify, { type FastifyError, type FastifyReply } from 'fastify';
import { TrucelineError } from '../model/index.ts';
import type { Store } from '../store/index.ts';
import { serveApi } from './api.ts';
import { deskFolder, serveDesk } from './desk.ts';
import { serveExport } from './export/serve-export.ts';
import { Gate } from './gate.ts';
import { Jobs, type Read, readHere } from './jobs.ts';
import { LiveUpdates } from './live.ts';
import { problemOf } from './problem.ts';
import { isLoopback, secure } from './security.ts';
import { serveStream } from './stream.ts';

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
  /** No accounts: whoever reaches the server may do everything. On this machine only. */
  readonly noAuth?: boolean;
  /** The address by which people reach it, where a proxy with TLS stands before it: https://desk.example. */
  readonly publicUrl?: string;
  /** Makes the record of a page that is added on the desk; in this process where not given. */
  readonly read?: Read;
  /** Folder of the built desk. */
  readonly desk?: string;
  /** Is told of errors that are nobody's input, with their cause. */
  readonly onError?: (error: unknown) => void;
}

export interface RunningServer {
  /** Where to open it, such as http://127.0.0.1:4747. */
  readonly address: string;
  /** The one-time link that makes the first owner; null where there are accounts, or none are asked for. */
  readonly ownerLink: string | null;
  /** A one-time link by which somebody who forgot a password chooses a new one. Throws E_NO_SUCH. */
  readonly passwordLink: (name: string) => Promise<string>;
  /** Takes no new requests, ends open connections. */
  readonly close: () => Promise<void>;
}

export const DEFAULT_PORT = 4747;

/** Starts the server. Throws E_PORT where it cannot listen, E_NO_AUTH, E_URL. */
export async function startServer(options: ServerOptions): Promise<RunningServer> {
  const { store, host = '127.0.0.1', port = DEFAULT_PORT, requestsPerMinute = 1200 } = options;
  if (options.noAuth && (!isLoopback(host) || options.publicUrl !== undefined))
    throw new TrucelineError('E_NO_AUTH', { host: options.publicUrl ?? host });
  const publicUrl = options.publicUrl === undefined ? null : publicAddress(options.publicUrl);
  const app = Fastify({
    // The proxy on this machine tells whose request it passes on; nobody else is believed.
    trustProxy: publicUrl === null ? false : 'loopback',
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
  // Only JSON: what a form of another site can send is not taken.
  app.removeContentTypeParser('text/plain');
  await secure(app, { host, requestsPerMinute, ...(publicUrl && { publicHost: publicUrl.host }) });
  await app.register(fastifyEtag, { weak: true });
  app.addHook('onSend', async (request, reply) => {
    if (request.url.startsWith('/api')) reply.header('cache-control', 'private, no-cache');
  });
  let address = publicUrl?.origin ?? '';
  const live = new LiveUpdates();
  const jobs = new Jobs(store, live, options.read ?? readHere);
  const gate = new Gate(
    store,
    { noAuth: options.noAuth ?? false, isSecure: publicUrl?.protocol === 'https:' },
    { jobs, live },
    () => address,
  );
  app.addHook('onClose', async () => jobs.close());
  serveApi(app, store, gate);
  serveStream(app, live, gate);
  serveExport(app, store, gate);
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
  address ||= `http://${name}:${listening}`;
  return {
    address,
    ownerLink: await gate.ownerLink(),
    passwordLink: (person) => gate.passwordLink(person),
    close: () => app.close(),
  };
}

function publicAddress(text: string): URL {
  const url = URL.canParse(text) ? new URL(text) : null;
  if (!url || !/^https?:$/.test(url.protocol) || url.pathname !== '/')
    throw new TrucelineError('E_URL', { url: text });
  return url;
}

/** Fastify's own refusals (a broken address, a body too large) are the request's fault. */
function asProblem(error: FastifyError): unknown {
  const status = error.statusCode ?? 500;
  return !(error instanceof TrucelineError) && status >= 400 && status < 500
    ? new TrucelineError('E_QUERY', { detail: error.message }, error)
    : error;
}
