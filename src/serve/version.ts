import { readFileSync } from 'node:fs';

/** Version of the package; the file lies two folders up from src/serve and from dist/serve alike. */
export const { version } = JSON.parse(
  readFileSync(new URL('../../package.json', import.meta.url), 'utf8'),
) as { version: string };
