import { type Command, Option } from 'commander';
import { DEFAULT_PORT, isLoopback, type RunningServer, startServer } from '../serve/index.ts';
import { portOption } from './options.ts';
import { write } from './output.ts';
import { lazyReader } from './reading-pool.ts';
import { type DataOption, dataOption, withStore } from './store-options.ts';
import { colorsFor, plain } from './terminal.ts';

interface ServeOptions extends DataOption {
  readonly host: string;
  readonly port: number;
  readonly auth: boolean;
  readonly publicUrl?: string;
  readonly passwordLink?: string;
}

const EXAMPLES = `
Examples:
  truceline serve                        at http://127.0.0.1:${DEFAULT_PORT}, for this machine only
  truceline serve --port 8080 --data lachin/
  curl 'http://127.0.0.1:${DEFAULT_PORT}/api/events?type=ASSAULT&country=AZE'

A first start prints a link that makes you the owner; owners invite others on the desk, and give who forgot a password a
link to a new one. An owner who forgot it starts the server with --password-link. See docs/deployment.md.
The API and its OpenAPI document are at /api. Ctrl-C ends it.

Exit codes: 0 ended by Ctrl-C · 2 wrong use · 5 the port cannot be had · 6 the store`;

export function serveCommand(program: Command): void {
  program
    .command('serve')
    .description('serve the articles, the reader, the timeline and the API over HTTP')
    .addOption(portOption(DEFAULT_PORT))
    .option('--host <address>', 'address to listen at', '127.0.0.1')
    .option('--no-auth', 'no accounts: whoever sits at this machine may do everything (not with --host)')
    .option(
      '--public-url <address>',
      'address by which people reach it through a proxy, https://desk.example',
    )
    .addOption(
      new Option(
        '--password-link <name>',
        'print a link by which this person, who forgot the password, chooses another',
      ).conflicts('auth'),
    )
    .addOption(dataOption())
    .addHelpText('after', EXAMPLES)
    .action(serve);
}

async function serve({ data, host, port, auth, publicUrl, passwordLink }: ServeOptions): Promise<void> {
  const reader = lazyReader();
  const options = {
    host,
    port,
    noAuth: !auth,
    ...(publicUrl && { publicUrl }),
    onError: tellOnStderr,
    read: reader.read,
  };
  await withStore(
    data === undefined ? {} : { data },
    async (store) => {
      const server = await startServer({ store, ...options });
      await write(`Truceline is at ${server.address}\nThe store is ${plain(store.place)}. Ctrl-C ends it.\n`);
      if (server.ownerLink !== null) {
        await write(`There is no account yet. Who opens this link becomes the owner, once and today:\n`);
        await write(`${server.ownerLink}\n`);
      }
      if (passwordLink !== undefined) await printPasswordLink(server, passwordLink);
      if (auth && !isLoopback(host) && publicUrl === undefined) warnOfPlainHttp();
      // Counted while whoever opens the desk is still on the way; if it fails, it fails where it is asked for.
      store.views.overview().catch(() => undefined);
      await untilEnded(server);
    },
    { create: true },
  ).finally(reader.close);
}

/** Where there is no such person, the server is closed and nothing is served. */
async function printPasswordLink(server: RunningServer, name: string): Promise<void> {
  try {
    const link = await server.passwordLink(name);
    await write(`Who opens this link chooses a new password for ${plain(name)}, once and today:\n${link}\n`);
  } catch (error) {
    await server.close();
    throw error;
  }
}

/** Waits for Ctrl-C or a kill, then closes the server; the store is closed after it. */
async function untilEnded(server: RunningServer): Promise<void> {
  await new Promise<void>((done) => {
    process.once('SIGINT', done);
    process.once('SIGTERM', done);
  });
  await server.close();
}

function warnOfPlainHttp(): void {
  const colors = colorsFor(process.stderr);
  process.stderr.write(
    `${colors.yellow('note')} Passwords travel in the clear to this address; put a proxy with TLS before it (docs/deployment.md).\n`,
  );
}

function tellOnStderr(error: unknown): void {
  const text = error instanceof Error ? (error.stack ?? error.message) : String(error);
  process.stderr.write(`${text}\n`);
}
