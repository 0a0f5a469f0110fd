import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { z } from 'zod';
import { type Collected, sizeInWords } from '../collect/index.ts';
import { confidentLines } from '../extract/index.ts';
import { asTrucelineError, Edtf, hashOfBytes, TrucelineError } from '../model/index.ts';
import { FailureList } from './failures.ts';
import { type Line, linesOf } from './lines.ts';
import { poolOptionsOf } from './options.ts';
import { writeJsonLine } from './output.ts';
import { progressBar } from './progress.ts';
import { openReadingPool, readInPool } from './reading-pool.ts';

/** One line of a batch. `asIs`: the text is taken verbatim, so that offsets into it hold. */
export const BatchLine = z
  .object({
    id: z.union([z.string().min(1).max(512), z.number().transform(String)]),
    text: z.string().optional(),
    html: z.string().optional(),
    url: z.string().optional(),
    published: Edtf.optional(),
    title: z.string().optional(),
    language: z
      .string()
      .regex(/^[a-z]{2,3}$/)
      .optional(),
    asIs: z.boolean().optional(),
  })
  .refine(({ text, html }) => (text === undefined) !== (html === undefined), {
    message: 'give either "text" or "html"',
  })
  .refine(({ asIs, html }) => !(asIs && html !== undefined), { message: '"asIs" goes with "text"' });

export interface BatchOptions {
  readonly workers?: number;
  readonly timeout: number;
  readonly maxSize: number;
  readonly published?: string;
  readonly language?: string;
  readonly minConfidence: number;
}

/** JSON escapes can make a line up to six times as long as its text. */
const ESCAPED = 6;

/**
 * Reads lines of JSON from a file (or `-`) and writes one Record a line, in order. Bad lines are told on stderr and
 * passed over. Returns the exit code: 0, or 3 where a line was bad.
 */
export async function readBatch(path: string, options: BatchOptions): Promise<number> {
  const total = path === '-' ? 0 : await sizeOfFile(path);
  const progress = progressBar('reading', total);
  const failures = new FailureList(progress);
  let bytesRead = 0;
  let done = 0;
  const stream: AsyncIterable<Uint8Array> = path === '-' ? process.stdin : createReadStream(path);
  async function* pages(): AsyncGenerator<Collected> {
    for await (const line of linesOf(stream, options.maxSize * ESCAPED)) {
      bytesRead = line.bytesSoFar;
      if (line.text?.trim() !== '') yield pageOfLine(line, options);
    }
  }
  const pool = openReadingPool(poolOptionsOf(options));
  try {
    for await (const { record, failure } of readInPool(pages(), pool)) {
      if (failure) failures.bad(failure);
      else {
        failures.good();
        await writeJsonLine(confidentLines(record, options.minConfidence));
      }
      progress.update(total > 0 ? bytesRead : ++done, `${done} articles`);
      if (total > 0) done++;
    }
  } finally {
    progress.stop();
  }
  const code = failures.exitCode();
  return code === 0 ? 0 : new TrucelineError('E_PARTIAL').exitCode;
}

async function sizeOfFile(path: string): Promise<number> {
  try {
    return (await stat(path)).size;
  } catch (error) {
    throw asTrucelineError(error, path);
  }
}

function pageOfLine({ number, text }: Line, { maxSize, published, language }: BatchOptions): Collected {
  const bad = (detail: string): Collected => ({
    failure: { origin: `line ${number}`, error: new TrucelineError('E_BAD_LINE', { line: number, detail }) },
  });
  if (text === null) return bad(`is longer than ${sizeInWords(maxSize)}`);
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch (error) {
    return bad(`is not JSON (${(error as Error).message})`);
  }
  const parsed = BatchLine.safeParse(json);
  if (!parsed.success) {
    return bad(
      parsed.error.issues
        .map(({ path, message }) => [path.join('.'), message].filter(Boolean).join(': '))
        .join('; '),
    );
  }
  const { html, text: given, id, ...known } = parsed.data;
  const content = html ?? given ?? '';
  const bytes = Buffer.from(content);
  if (bytes.length > maxSize) return bad(`holds more than ${sizeInWords(maxSize)}`);
  return {
    page: {
      id,
      bytes,
      hash: hashOfBytes(bytes),
      origin: `line ${number}`,
      text: content,
      format: html === undefined ? 'text' : 'html',
      ...(published && { published }),
      ...(language && { language }),
      ...Object.fromEntries(Object.entries(known).filter(([, value]) => value !== undefined)),
    },
  };
}
