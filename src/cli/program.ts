import { readFileSync } from 'node:fs';
import { Command, CommanderError } from 'commander';
import { asTrucelineError, EXIT, TrucelineError } from '../model/index.ts';
import { addCommand } from './add.ts';
import { demoCommand } from './demo.ts';
import { exportCommand } from './export.ts';
import { reportError } from './failures.ts';
import { listCommand } from './list.ts';
import { parseCommand } from './parse.ts';
import { readCommand } from './read.ts';
import { removeCommand } from './remove.ts';
import { searchCommand } from './search.ts';
import { serveCommand } from './serve.ts';
import { showCommand } from './show.ts';

/** The commands, in the order in which --help shows them. */
const COMMANDS = [
  readCommand,
  addCommand,
  listCommand,
  showCommand,
  searchCommand,
  removeCommand,
  exportCommand,
  serveCommand,
  parseCommand,
  demoCommand,
];

const ABOUT = `Reads the news about a dispute and keeps its record: who met, who claims what, what happened,
what is blocked and since when; each line with the sentence it came from.`;

function program(): Command {
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
  for (const add of COMMANDS) add(root);
  for (const command of root.commands) command.copyInheritedSettings(root);
  return root;
}

/** Runs one command line. Sets `process.exitCode`; every error ends as one line on stderr. */
export async function runProgram(argv: readonly string[]): Promise<void> {
  endQuietlyOnClosedPipe();
  const root = program();
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
