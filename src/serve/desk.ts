import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance } from 'fastify';
import { TrucelineError } from '../model/index.ts';
import { htmlPage } from './html.ts';

/** The addresses that the desk's own router knows; any other is answered with the desk too, but as 404. */
const DESK_PATHS =
  /^\/(?:|welcome|sign-in|overview|timeline|claims|map|people|review|changes|dossiers|search|add|accounts|articles|(?:articles|people|dossiers)\/[^/]+)\/?$/;

/** Where the built desk lies: beside this room in dist/, and in dist/ too where the server runs from source. */
export function deskFolder(): string {
  const here = fileURLToPath(new URL('.', import.meta.url));
  const fromSource = /[\\/]src[\\/]serve[\\/]$/.test(here);
  return fileURLToPath(new URL(fromSource ? '../../dist/web/' : '../web/', import.meta.url));
}

/** Serves the built desk: files with a hash in their name for ever, its one page always fresh. */
export async function serveDesk(app: FastifyInstance, folder: string): Promise<void> {
  const isBuilt = existsSync(`${folder}/index.html`);
  if (isBuilt) {
    await app.register(fastifyStatic, {
      root: folder,
      index: false,
      wildcard: false,
      cacheControl: false,
      setHeaders: (reply, path) => {
        const isHashed = /[\\/]assets[\\/]/.test(path);
        reply.setHeader('cache-control', isHashed ? 'public, max-age=31536000, immutable' : 'no-cache');
      },
    });
  }
  app.setNotFoundHandler(async (request, reply) => {
    const path = request.url.split('?', 1)[0] as string;
    const wantsPage = request.method === 'GET' && !path.startsWith('/api') && !path.startsWith('/assets/');
    if (!wantsPage) throw new TrucelineError('E_ROUTE', { path });
    reply.code(DESK_PATHS.test(path) ? 200 : 404).type('text/html; charset=utf-8');
    if (isBuilt) return reply.header('cache-control', 'no-cache').sendFile('index.html');
    return reply.send(htmlPage({ title: 'Truceline', body: NOT_BUILT }));
  });
}

const NOT_BUILT = `<h1>Truceline</h1>
<p>The API is up: <a href="/api">/api</a>. The web page has not been built; run <code>npm run build</code>.</p>`;
