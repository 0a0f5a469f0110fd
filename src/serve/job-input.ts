import { basename } from 'node:path';
import { fetchPage, isHttpAddress, makePage, type Page } from '../collect/index.ts';
import { TrucelineError } from '../model/index.ts';

/** What a person may fix about an input. */
interface Given {
  readonly published?: string;
  readonly language?: string;
  readonly title?: string;
}

export type JobInput = Given &
  (
    | { readonly kind: 'text'; readonly text: string; readonly url?: string }
    | { readonly kind: 'url'; readonly url: string }
    | { readonly kind: 'file'; readonly name: string; readonly base64: string; readonly url?: string }
  );

/** What an input is called in lists. */
export function originOf(input: JobInput): string {
  if (input.kind === 'url') return input.url;
  // A browser's name of a file is not to be trusted with folders.
  return input.kind === 'file' ? basename(input.name.replaceAll('\\', '/')) || 'file' : 'pasted text';
}

/**
 * The page of an input. Addresses are fetched by collect's rules: public hosts only, whatever a name or a redirect
 * says. Throws what collect throws.
 */
export async function pageOfInput(input: JobInput): Promise<Page> {
  const { published, language, title } = input;
  const given = {
    ...(published !== undefined && { published }),
    ...(language !== undefined && { language }),
    ...(title !== undefined && { title }),
  };
  const origin = originOf(input);
  if (input.kind === 'url') {
    if (!isHttpAddress(input.url)) throw new TrucelineError('E_URL', { url: input.url });
    return fetchPage(input.url, given);
  }
  const options = { ...given, ...(input.url !== undefined && { url: input.url }) };
  return input.kind === 'text'
    ? makePage(Buffer.from(input.text), origin, { ...options, format: 'text' })
    : makePage(Buffer.from(input.base64, 'base64'), origin, options);
}
