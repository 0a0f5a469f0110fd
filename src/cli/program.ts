import { readFileSync } from 'node:fs';
import { Command, CommanderError } from 'commander';
import { asTrucelineError, EXIT, TrucelineError } from '../model/index.ts';
import { reportError } from './failures.ts';

type Registration = (program: Command) => void;

/** The commands, in the order in which --help shows them. Each is loaded only where it is called for. */
const COMMANDS: { readonly [name: string]: () => Promise<Registration> } = {
  read: async () => (await import('./read.ts')).readCommand,
  add: async () => (await import('./add.ts')).addCommand,
  list: async () => (await import('./list.ts')).listCommand,
  show: async () => (await import('./show.ts')).showCommand,
  search: async () => (await import('./search.ts')).searchCommand,
  remove: async () => (await import('./remove.ts')).removeCommand,
  export: async () => (await import('./export.ts')).exportCommand,
  serve: async () => (await import('./serve.ts')).serveCommand,
  parse: async () => (await import('./parse.ts')).parseCommand,
  demo: async () => (await import('./demo.ts')).demoCommand,
};

const ABOUT = `Reads the news about a dispute and keeps its record: who met, who claims what, what happened,
what is blocked and since when; each line with the sentence it came from.`;

/** The program with the one command that is asked for, or with all of them where that is not clear. */
async function programFor(argv: readonly string[]): Promise<Command> {
  const { version } = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')) as {
    version: string;
  };
  const root = new Command('truceline')
    .description(ABOUT)
    .version(version)
    .option('--verbose', 'print where an error happened')
    .showSuggestionAfterError()
    .exitOverride()
    .configureOutput({ outputError: () => undefined });
  const asked = argv.slice(2).find((word) => !word.startsWith('-'));
  const isVersion = asked === undefined && argv.some((word) => word === '--version' || word === '-V');
  const wanted =
    asked !== undefined && Object.hasOwn(COMMANDS, asked) ? [asked] : isVersion ? [] : Object.keys(COMMANDS);
  for (const name of wanted) (await (COMMANDS[name] as () => Promise<Registration>)())(root);
  for (const command of root.commands) command.copyInheritedSettings(root);
  return root;
}

/** Runs one command line. Sets `process.exitCode`; every error ends as one line on stderr. */
export async function runProgram(argv: readonly string[]): Promise<void> {
  endQuietlyOnClosedPipe();
  const root = await programFor(argv);
  try {
    if (argv.length <= 2) root.help();
    await root.parseAsync([...argv]);
  } catch (error) {
    if (error instanceof CommanderError) {
      if (error.exitCode === 0) return;
      const detail = error.message.replace(/^error: /, '').replace(/\.$/, '');
      if (error.code !== 'commander.help') reportError(new TrucelineError('E_USAGE', { detail }));
      process.exitCode = EXIT.usage;
      return;
    }
    const known = asTrucelineError(error);
    reportError(known, root.opts<{ verbose?: true }>().verbose === true);
    process.exitCode = known.exitCode;
  }
}

/** `truceline … | head` closes our output early; that is no error. */
function endQuietlyOnClosedPipe(): void {
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') process.exit(EXIT.ok);
    reportError(asTrucelineError(error, 'standard output'));
    process.exit(asTrucelineError(error).exitCode);
  });
}
