import { isIP } from 'node:net';
import { hostname } from 'node:os';
import helmet from '@fastify/helmet';
import rateLimit from '@fastify/rate-limit';
import type { FastifyInstance } from 'fastify';
import { TrucelineError } from '../model/index.ts';

/** The desk may load what this server gives, and nothing else; no inline script or style, no frame around it. */
const DESK_POLICY = {
  defaultSrc: ["'none'"],
  scriptSrc: ["'self'"],
  styleSrc: ["'self'"],
  imgSrc: ["'self'", 'data:'],
  fontSrc: ["'self'"],
  connectSrc: ["'self'"],
  manifestSrc: ["'self'"],
  baseUri: ["'none'"],
  formAction: ["'self'"],
  frameAncestors: ["'none'"],
};

/** Pages with text from elsewhere: our style sheet, for which they must stay of our origin, and nothing that could act. */
export const ARTICLE_POLICY =
  "sandbox allow-popups allow-same-origin; default-src 'none'; style-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'self'";

export interface SecurityOptions {
  readonly host: string;
  /** Requests a minute from one address. */
  readonly requestsPerMinute: number;
  /** Name, with its port if any, under which a proxy passes requests on. */
  readonly publicHost?: string;
}

export async function secure(
  app: FastifyInstance,
  { host, requestsPerMinute, publicHost }: SecurityOptions,
): Promise<void> {
  app.addHook('onRequest', async (request) => {
    const asked = request.headers.host ?? '';
    if (asked.toLowerCase() !== publicHost && !answersTo(asked, host))
      throw new TrucelineError('E_HOST', { host: asked });
  });
  await app.register(helmet, {
    contentSecurityPolicy: { useDefaults: false, directives: DESK_POLICY },
    crossOriginEmbedderPolicy: true,
    referrerPolicy: { policy: 'no-referrer' },
    // Served over plain HTTP on this machine; whoever puts TLS before it sets this there.
    strictTransportSecurity: false,
  });
  await app.register(rateLimit, {
    max: requestsPerMinute,
    timeWindow: '1 minute',
    errorResponseBuilder: (_, { ttl }) =>
      new TrucelineError('E_TOO_MANY', { seconds: Math.max(1, Math.ceil(ttl / 1000)) }),
  });
}

const LOOPBACK_NAMES = ['localhost', '127.0.0.1', '::1'];

export function isLoopback(host: string): boolean {
  return LOOPBACK_NAMES.includes(host) || /^127\.\d+\.\d+\.\d+$/.test(host);
}

/**
 * Is `asked`, a Host header, a name of ours? A page elsewhere can have its own name resolve to this machine (DNS
 * rebinding) and would then be read as if it were ours; but it cannot choose the Host header, which says its name.
 * Beyond loopback, addresses are taken too: rebinding needs a name.
 */
export function answersTo(asked: string, host: string): boolean {
  const name = asked
    .replace(/:\d*$/, '')
    .replace(/^\[(.*)\]$/, '$1')
    .toLowerCase();
  if (name === host.toLowerCase() || LOOPBACK_NAMES.includes(name)) return true;
  if (isLoopback(host)) return false;
  return isIP(name) !== 0 || name === hostname().toLowerCase();
}
