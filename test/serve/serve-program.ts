/** `truceline serve` from source, for tests that stop it as a person would: by a signal. */
import { Command } from 'commander';
import { serveCommand } from '../../src/cli/serve.ts';

const program = new Command('truceline');
serveCommand(program);
await program.parseAsync(process.argv);
