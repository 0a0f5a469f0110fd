/**
 * Runs command lines of the built program one after the other in this process, which so loads its parts, models and
 * database once. Started by program.ts with a channel: `{args, input, env}` comes in, `{code, stdout, stderr}` goes out.
 */
import { Readable } from 'node:stream';
import { runProgram } from '../../dist/cli/program.js';

const here = { ...process.env };
const channel = process.send.bind(process);
const outputs = { stdout: process.stdout, stderr: process.stderr };

process.on('message', async ({ args, input, env }) => {
  const said = { stdout: [], stderr: [] };
  for (const name of ['stdout', 'stderr']) {
    outputs[name].write = (chunk, encoding, done) => {
      said[name].push(typeof chunk === 'string' ? Buffer.from(chunk) : Buffer.from(chunk));
      const tell = typeof encoding === 'function' ? encoding : done;
      if (tell) process.nextTick(tell);
      return true;
    };
  }
  const stdin = Readable.from(input === undefined ? [] : [Buffer.from(input, 'base64')]);
  Object.defineProperty(process, 'stdin', { configurable: true, get: () => stdin });
  for (const name of Object.keys(process.env)) if (!(name in here)) delete process.env[name];
  Object.assign(process.env, here, env);
  process.exitCode = undefined;
  await runProgram([process.execPath, 'truceline', ...args]);
  outputs.stdout.removeAllListeners('error');
  const code = process.exitCode ?? 0;
  process.exitCode = undefined;
  channel({
    code,
    stdout: Buffer.concat(said.stdout).toString(),
    stderr: Buffer.concat(said.stderr).toString(),
  });
});
process.on('disconnect', () => process.exit());
