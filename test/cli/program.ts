import { type ChildProcess, fork, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';

/** The built program, as a user runs it. */
export const PROGRAM = resolve('dist', 'cli', 'main.js');

export interface Ran {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface RunOptions {
  readonly input?: string | Uint8Array;
  readonly cwd?: string;
  readonly env?: { readonly [name: string]: string };
}

/** Runs `truceline ARGS` in a process of its own and waits for its end. */
export function truceline(args: readonly string[], { input, cwd, env }: RunOptions = {}): Promise<Ran> {
  if (!existsSync(PROGRAM))
    throw new Error(`${join('dist', 'cli', 'main.js')} is missing: run npm run build`);
  return new Promise((done, fail) => {
    const child = spawn(process.execPath, [PROGRAM, ...args], {
      cwd,
      env: { ...process.env, DATABASE_URL: '', NO_COLOR: '1', ...env },
    });
    let stdout = '';
    let stderr = '';
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      stdout += text;
    });
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      stderr += text;
    });
    child.on('error', fail);
    child.on('close', (code) => done({ code, stdout, stderr }));
    child.stdin.on('error', () => undefined);
    child.stdin.end(input);
  });
}

/**
 * The same in one process for all commands of a test file: most of what a command takes is the start of its process.
 * What starts, ends and is killed is tested with `truceline`. Commands wait for each other.
 */
export class Host {
  #child: ChildProcess | null = null;
  #before: Promise<unknown> = Promise.resolve();

  readonly run = (args: readonly string[], options: Omit<RunOptions, 'cwd'> = {}): Promise<Ran> => {
    const ran = this.#before.then(() => this.#ran(args, options));
    this.#before = ran.catch(() => undefined);
    return ran;
  };

  #ran(args: readonly string[], { input, env }: Omit<RunOptions, 'cwd'>): Promise<Ran> {
    this.#child ??= fork(resolve('test', 'cli', 'host.mjs'), {
      env: { ...process.env, DATABASE_URL: '', NO_COLOR: '1' },
      stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
      execArgv: ['--wasm-tiering-budget=100000000'],
    });
    const child = this.#child;
    return new Promise((done, fail) => {
      const ended = (code: number | null) =>
        fail(new Error(`truceline ${args.join(' ')}: ended with ${code}`));
      child.once('exit', ended);
      child.once('message', (ran) => {
        child.off('exit', ended);
        // Of host.mjs beside this file.
        done(ran as Ran);
      });
      child.send({
        args,
        input: input === undefined ? undefined : Buffer.from(input).toString('base64'),
        env,
      });
    });
  }

  close(): void {
    this.#child?.disconnect();
  }
}
