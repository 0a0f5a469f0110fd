import type { Command } from 'commander';
import { InvalidArgumentError } from 'commander';
import { DEFAULT_PORT, isLoopback, type RunningServer, startServer } from '../serve/index.ts';
import { openStore } from '../store/index.ts';
import { write } from './output.ts';
import { colorsFor } from './terminal.ts';

interface ServeOptions {
  data?: string;
  host: string;
  port: number;
}

const EXAMPLES = `
Examples:
  truceline serve                        at http://127.0.0.1:${DEFAULT_PORT}, for this machine only
  truceline serve --port 8080 --data lachin/
  curl 'http://127.0.0.1:${DEFAULT_PORT}/api/events?type=ASSAULT&country=AZE'

The API and its OpenAPI document are at /api. Ctrl-C ends it.

Exit codes: 0 ended by Ctrl-C · 2 wrong use · 5 the port cannot be had · 6 the store`;

export function serveCommand(program: Command): void {
  program
    .command('serve')
    .description('serve the articles, the reader, the timeline and the API over HTTP')
    .option('--port <number>', 'port to listen at; 0 takes any free one', portOf, DEFAULT_PORT)
    .option('--host <address>', 'address to listen at', '127.0.0.1')
    .option('--data <folder>', 'folder of the store (otherwise TRUCELINE_DIR or ./truceline-data)')
    .addHelpText('after', EXAMPLES)
    .action(serve);
}

async function serve({ data, host, port }: ServeOptions): Promise<void> {
  const store = await openStore({ data });
  try {
    const server = await startServer({ store, host, port, onError: tellOnStderr });
    await write(`Truceline is at ${server.address}\nThe store is ${store.place}. Ctrl-C ends it.\n`);
    if (!isLoopback(host)) warnOfOpenDoor();
    await untilEnded(server);
  } finally {
    await store.close();
  }
}

/** Waits for Ctrl-C or a kill, then closes: first the server, then (in `serve`) the store. */
export async function untilEnded(server: RunningServer): Promise<void> {
  await new Promise<void>((done) => {
    process.once('SIGINT', done);
    process.once('SIGTERM', done);
  });
  await server.close();
}

function warnOfOpenDoor(): void {
  const colors = colorsFor(process.stderr);
  process.stderr.write(
    `${colors.yellow('note')} Whoever can reach this address can read the store: there are no accounts yet.\n`,
  );
}

function tellOnStderr(error: unknown): void {
  const text = error instanceof Error ? (error.stack ?? error.message) : String(error);
  process.stderr.write(`${text}\n`);
}

function portOf(value: string): number {
  const port = Number(value);
  if (!/^\d{1,5}$/.test(value) || port > 65535)
    throw new InvalidArgumentError('It must be a number from 0 to 65535.');
  return port;
}
