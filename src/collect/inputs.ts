import { createReadStream } from 'node:fs';
import { opendir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';
import glob from 'fast-glob';
import { asTrucelineError, TrucelineError } from '../model/index.ts';
import { type FetchOptions, fetchPage, isHttpAddress } from './fetch.ts';
import { readFilePage } from './file.ts';
import type { Page } from './page.ts';

/** An input that gave no page, with the reason. */
export interface Failure {
  readonly origin: string;
  readonly error: TrucelineError;
}

/** What one input gave: a page or a failure, never a throw. */
export type Collected =
  | { readonly page: Page; readonly failure?: never }
  | { readonly failure: Failure; readonly page?: never };

/** File names that count as articles inside a folder. */
const ARTICLE_NAME = /\.(?:html?|xhtml|txt|text)(?:\.gz)?$/i;

/**
 * Names one by one what the arguments stand for: files, addresses, what lies in folders (hidden files and other endings
 * left out, in order of name), and what patterns match. Nothing is read yet, and no more than one folder's names are
 * held at a time. A name that stands for nothing comes out as a failure.
 */
export async function* namesOf(
  arguments_: Iterable<string> | AsyncIterable<string>,
): AsyncGenerator<string | Failure> {
  for await (const argument of arguments_) {
    if (isHttpAddress(argument)) {
      yield argument;
      continue;
    }
    try {
      yield* namesOfPath(argument);
    } catch (error) {
      yield { origin: argument, error: asTrucelineError(error, argument) };
    }
  }
}

async function* namesOfPath(path: string): AsyncGenerator<string | Failure> {
  const facts = await stat(path).catch(() => null);
  if (facts?.isDirectory()) yield* namesInFolder(path);
  else if (facts) yield path;
  else if (glob.isDynamicPattern(path)) {
    let any = false;
    for await (const match of glob.stream(path, { onlyFiles: true, dot: false })) {
      any = true;
      yield String(match);
    }
    if (!any) throw new TrucelineError('E_NOT_FOUND', { path });
  } else throw new TrucelineError('E_NOT_FOUND', { path });
}

/** Depth first with an explicit stack; links to folders are not followed, so there is no way round in circles. */
async function* namesInFolder(root: string): AsyncGenerator<string | Failure> {
  const folders = [root];
  for (let folder = folders.pop(); folder !== undefined; folder = folders.pop()) {
    const files: string[] = [];
    const inner: string[] = [];
    try {
      for await (const entry of await opendir(folder)) {
        if (entry.name.startsWith('.')) continue;
        if (entry.isDirectory()) inner.push(join(folder, entry.name));
        else if (ARTICLE_NAME.test(entry.name)) files.push(join(folder, entry.name));
      }
    } catch (error) {
      yield { origin: folder, error: asTrucelineError(error, folder) };
      continue;
    }
    yield* files.sort();
    folders.push(...inner.sort().reverse());
  }
}

/** The lines of a list (paths or addresses, `#` starts a comment), read as they are needed. */
export async function* linesOfList(stream: Readable): AsyncGenerator<string> {
  for await (const line of createInterface({ input: stream, crlfDelay: Number.POSITIVE_INFINITY })) {
    const text = line.trim();
    if (text !== '' && !text.startsWith('#')) yield text;
  }
}

/** As {@link linesOfList}, from a file. */
export function linesOfListFile(path: string): AsyncGenerator<string> {
  return linesOfList(createReadStream(path));
}

/** Reads or fetches one named input. */
export async function collectOne(name: string, options: FetchOptions = {}): Promise<Collected> {
  try {
    return { page: isHttpAddress(name) ? await fetchPage(name, options) : await readFilePage(name, options) };
  } catch (error) {
    return { failure: { origin: name, error: asTrucelineError(error, name) } };
  }
}

/**
 * All that the arguments stand for, in order, one page in memory at a time. Addresses are fetched one after the other.
 */
export async function* collectInputs(
  arguments_: Iterable<string> | AsyncIterable<string>,
  options: FetchOptions = {},
): AsyncGenerator<Collected> {
  for await (const name of namesOf(arguments_)) {
    yield typeof name === 'string' ? await collectOne(name, options) : { failure: name };
  }
}
