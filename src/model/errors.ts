/**
 * Every error that a person can meet: a code, the exit code of the command line, and what to do.
 * docs/errors.md is made from this list (`npm run docs`).
 */
export const EXIT = {
  ok: 0,
  failed: 1,
  usage: 2,
  partial: 3,
  input: 4,
  network: 5,
  store: 6,
  disk: 7,
} as const;

interface CatalogueEntry {
  readonly exit: number;
  /** What happened; `{name}` stands for a detail. */
  readonly message: string;
  /** What the person can do. */
  readonly remedy: string;
}

export const CATALOGUE = {
  E_USAGE: {
    exit: EXIT.usage,
    message: '{detail}',
    remedy: 'Run the command with --help to see what it takes.',
  },
  E_PARTIAL: {
    exit: EXIT.partial,
    message: '{bad} of {all} inputs could not be used; the others are done',
    remedy: 'The bad ones are listed above, each with its reason.',
  },
  E_NOT_FOUND: {
    exit: EXIT.input,
    message: '{path}: no such file or folder',
    remedy: 'Check the path; a pattern with * must be in quotes if your shell does not expand it.',
  },
  E_UNREADABLE: {
    exit: EXIT.input,
    message: '{path}: cannot be read ({detail})',
    remedy: 'Check that it is a file and that you may read it.',
  },
  E_EMPTY: {
    exit: EXIT.input,
    message: '{path}: is empty',
    remedy: 'Save the page again, or leave it out.',
  },
  E_BINARY: {
    exit: EXIT.input,
    message: '{path}: is {kind}, not HTML or text',
    remedy: 'Save the page as HTML, or turn the document into text first.',
  },
  E_TOO_LARGE: {
    exit: EXIT.input,
    message: '{path}: is larger than {limit}',
    remedy: 'An article is never that large; cut the file into articles, or raise --max-size.',
  },
  E_BAD_GZIP: {
    exit: EXIT.input,
    message: '{path}: is not a whole gzip file ({detail})',
    remedy: 'Download it again.',
  },
  E_NO_TEXT: {
    exit: EXIT.input,
    message: '{path}: no article text was found',
    remedy: 'If the page builds its text with a script, save it from a browser after it has loaded.',
  },
  E_BAD_LINE: {
    exit: EXIT.partial,
    message: 'line {line}: {detail}',
    remedy:
      'Each line is one JSON object: {"id": "…", "text" or "html": "…", "url"?, "published"?, "title"?, "asIs"?}.',
  },
  E_TIMEOUT: {
    exit: EXIT.input,
    message: '{path}: reading took longer than {seconds} s and was given up',
    remedy: 'Look at the input; raise --timeout if it is a real article.',
  },
  E_MEMORY: {
    exit: EXIT.input,
    message: '{path}: reading needed too much memory and was given up',
    remedy: 'Look at the input; an article is never that large.',
  },
  E_URL: {
    exit: EXIT.usage,
    message: '{url}: is not an http or https address',
    remedy: 'Give a full address such as https://example.org/news/1.',
  },
  E_PRIVATE_ADDRESS: {
    exit: EXIT.network,
    message: '{url}: leads to the private address {address}; not fetched',
    remedy: 'If that is what you want, say --allow-private.',
  },
  E_UNREACHABLE: {
    exit: EXIT.network,
    message: '{url}: cannot be reached ({detail})',
    remedy: 'Check the address and your connection, then try again.',
  },
  E_SLOW: {
    exit: EXIT.network,
    message: '{url}: gave no full answer within {seconds} s',
    remedy: 'Try again later, or raise --timeout.',
  },
  E_REDIRECTS: {
    exit: EXIT.network,
    message: '{url}: redirects more than {limit} times',
    remedy: 'The site may want cookies; save the page from a browser and read the file.',
  },
  E_HTTP_STATUS: {
    exit: EXIT.network,
    message: '{url}: the server answered {status}',
    remedy: 'Check the address; save the page from a browser and read the file if the site refuses programs.',
  },
  E_DATE: {
    exit: EXIT.usage,
    message: '{value}: is not a date',
    remedy: 'Write it as 2023-03-05, or 2023-03 or 2023 where no more is known.',
  },
  E_LANGUAGE: {
    exit: EXIT.usage,
    message: '{value}: is not a language code',
    remedy: 'Use an ISO 639 code such as en, it, ru.',
  },
  E_STORE_MISSING: {
    exit: EXIT.store,
    message: '{path}: there is no store here yet',
    remedy: 'Make one with `truceline add FILE…`, or point to yours with --data DIR.',
  },
  E_STORE_CORRUPT: {
    exit: EXIT.store,
    message: '{path}: the store cannot be opened ({detail})',
    remedy:
      'Nothing was changed. Restore the folder from a backup, or move it away and add the articles again.',
  },
  E_STORE_BUSY: {
    exit: EXIT.store,
    message: '{path}: the store is in use by process {pid}',
    remedy: 'Stop that one first, or use a PostgreSQL server (DATABASE_URL), which many can use at once.',
  },
  E_STORE_NEWER: {
    exit: EXIT.store,
    message: '{path}: the store was made by a newer Truceline',
    remedy: 'Update Truceline, or use another store.',
  },
  E_STORE_SERVER: {
    exit: EXIT.store,
    message: 'the PostgreSQL server at DATABASE_URL does not answer ({detail})',
    remedy: 'Check DATABASE_URL and that the server runs; unset it to use a folder.',
  },
  E_STORE_REFUSED: {
    exit: EXIT.input,
    message: 'the database refused the article ({detail})',
    remedy: 'Please report it with the input; it is kept and marked, and the other articles are stored.',
  },
  E_NO_ARTICLE: {
    exit: EXIT.input,
    message: '{id}: no such article in the store',
    remedy: '`truceline list` shows the ids.',
  },
  E_DISK_FULL: {
    exit: EXIT.disk,
    message: '{path}: the disk is full',
    remedy: 'Make room and run the same command again; what was reported as done is kept.',
  },
  E_READ_ONLY: {
    exit: EXIT.disk,
    message: '{path}: cannot be written ({detail})',
    remedy: 'Choose another folder with --data DIR, or change its permissions.',
  },
  E_PORT: {
    exit: EXIT.network,
    message: 'port {port} is in use or not allowed ({detail})',
    remedy: 'Choose another with --port N; --port 0 takes any free one.',
  },
  E_QUERY: {
    exit: EXIT.usage,
    message: '{detail}',
    remedy: 'The parameters and their values are described at /api.',
  },
  E_ROUTE: {
    exit: EXIT.input,
    message: '{path}: nothing is served at this address',
    remedy: 'The addresses of the API are listed at /api.',
  },
  E_HOST: {
    exit: EXIT.network,
    message: 'the name {host} is not one this server answers to',
    remedy: 'Open it by its own address, or start it with --host NAME.',
  },
  E_TOO_MANY: {
    exit: EXIT.network,
    message: 'too many requests',
    remedy: 'Wait {seconds} s and go on more slowly.',
  },
  E_SIGN_IN: {
    exit: EXIT.usage,
    message: 'you are not signed in',
    remedy: 'Sign in first.',
  },
  E_PASSWORD: {
    exit: EXIT.usage,
    message: 'the name or the password is wrong',
    remedy: 'Try again; an owner can invite you anew if you have forgotten it.',
  },
  E_ROLE: {
    exit: EXIT.usage,
    message: 'this needs the role {role}',
    remedy: 'Ask an owner of this desk.',
  },
  E_CROSS_SITE: {
    exit: EXIT.usage,
    message: 'a request that writes came from another site',
    remedy: 'Send it from a page of this server, with the header x-truceline: 1.',
  },
  E_INVITATION: {
    exit: EXIT.usage,
    message: 'this link has been used or has run out',
    remedy: 'Ask an owner for another; for the first one, start `truceline serve` again.',
  },
  E_NAME_TAKEN: {
    exit: EXIT.usage,
    message: '{name}: somebody has this name already',
    remedy: 'Choose another.',
  },
  E_LAST_OWNER: {
    exit: EXIT.usage,
    message: 'this is the last owner',
    remedy: 'Make somebody else an owner first.',
  },
  E_NO_AUTH: {
    exit: EXIT.usage,
    message: '--no-auth is for this machine only, and {host} can be reached from others',
    remedy: 'Leave out --no-auth, or leave out --host.',
  },
  E_NO_SUCH: {
    exit: EXIT.input,
    message: '{kind} {id}: there is none',
    remedy: 'It may have been removed; look at the list again.',
  },
  E_CONFLICT: {
    exit: EXIT.usage,
    message: '{detail}',
    remedy: 'Look at what it is now, then decide again.',
  },
  E_INTERNAL: {
    exit: EXIT.failed,
    message: 'something went wrong that should not ({detail})',
    remedy: 'Please report it with the input; --verbose prints where it happened.',
  },
} as const satisfies { readonly [code: string]: CatalogueEntry };

export type ErrorCode = keyof typeof CATALOGUE;

/** An error for people: `message` says what happened, `remedy` what to do, `exitCode` what a script sees. */
export class TrucelineError extends Error {
  readonly code: ErrorCode;
  readonly remedy: string;
  readonly exitCode: number;

  constructor(code: ErrorCode, details: { readonly [name: string]: string | number } = {}, cause?: unknown) {
    const entry: CatalogueEntry = CATALOGUE[code];
    const fill = (text: string) =>
      text.replace(/\{(\w+)\}/g, (whole, name: string) => (name in details ? oneLine(details[name]) : whole));
    super(fill(entry.message), cause === undefined ? undefined : { cause });
    this.name = 'TrucelineError';
    this.code = code;
    this.remedy = fill(entry.remedy);
    this.exitCode = entry.exit;
  }
}

/** Details come from outside: control characters could forge lines on a terminal, so they become spaces. */
function oneLine(value: string | number | undefined): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what must go
  const text = String(value).replace(/[\u0000-\u001f\u007f-\u009f]+/g, ' ');
  return text.length > 300 ? `${text.slice(0, 299)}…` : text;
}

/** Whatever was thrown, as an error for people: disk errors of Node become their catalogue entry, the rest E_INTERNAL. */
export function asTrucelineError(thrown: unknown, path = ''): TrucelineError {
  if (thrown instanceof TrucelineError) return thrown;
  const code = (thrown as { code?: unknown } | null)?.code;
  const detail = thrown instanceof Error ? thrown.message : String(thrown);
  const where = path || String((thrown as { path?: unknown } | null)?.path ?? 'output');
  if (code === 'ENOSPC' || code === 'EDQUOT')
    return new TrucelineError('E_DISK_FULL', { path: where }, thrown);
  if (code === 'EROFS')
    return new TrucelineError('E_READ_ONLY', { path: where, detail: 'read-only disk' }, thrown);
  if (code === 'ENOENT') return new TrucelineError('E_NOT_FOUND', { path: where }, thrown);
  if (code === 'EACCES' || code === 'EPERM') {
    return new TrucelineError('E_UNREADABLE', { path: where, detail: 'permission denied' }, thrown);
  }
  return new TrucelineError('E_INTERNAL', { detail }, thrown);
}
