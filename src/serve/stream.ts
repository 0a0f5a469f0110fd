import type { FastifyInstance } from 'fastify';
import { TrucelineError } from '../model/index.ts';
import type { Gate } from './gate.ts';
import type { LiveMessage, LiveUpdates } from './live.ts';

const HEARTBEAT_MS = 15_000;
/** How long a browser waits before it comes back. */
const RETRY_MS = 3000;
const MOST_LISTENERS = 500;
/** A client that does not read is let go before what waits for it fills the memory. */
const MOST_WAITING_BYTES = 1 << 20;

/**
 * `/api/stream`: server-sent events (WHATWG HTML, 9.2). A client that comes back says the last id it saw and gets what
 * it missed, or the event `reset` where that is no longer known. The session is looked at again with each heartbeat.
 */
export function serveStream(app: FastifyInstance, live: LiveUpdates, gate: Gate): void {
  app.get('/api/stream', { onRequest: gate.guard('reader') }, (request, reply) => {
    if (live.listeners >= MOST_LISTENERS) throw new TrucelineError('E_TOO_MANY', { seconds: 60 });
    const headers = Object.entries(reply.getHeaders()).flatMap(([name, value]) =>
      value === undefined ? [] : [[name, value] as const],
    );
    reply.hijack();
    const { raw } = reply;
    raw.writeHead(200, {
      ...Object.fromEntries(headers),
      'content-type': 'text/event-stream; charset=utf-8',
      'cache-control': 'no-store',
      'x-accel-buffering': 'no',
    });
    const send = (text: string) => {
      if (raw.writableLength > MOST_WAITING_BYTES) raw.destroy();
      else raw.write(text);
    };
    const tell = ({ id, type, data }: LiveMessage) => send(`id: ${id}\nevent: ${type}\ndata: ${data}\n\n`);
    send(`retry: ${RETRY_MS}\n`);
    const seen = request.headers['last-event-id'];
    const missed = typeof seen === 'string' ? live.since(seen) : [];
    if (missed === null) send(`id: ${live.latest}\nevent: reset\ndata: {}\n\n`);
    else if (seen === undefined) send(`id: ${live.latest}\nevent: hello\ndata: {}\n\n`);
    else for (const message of missed) tell(message);
    const end = live.listen(tell);
    const heartbeat = setInterval(async () => {
      send(': still here\n\n');
      if (!(await gate.mayStay(request).catch(() => false))) raw.end();
    }, HEARTBEAT_MS);
    raw.on('close', () => {
      clearInterval(heartbeat);
      end();
    });
  });
}
