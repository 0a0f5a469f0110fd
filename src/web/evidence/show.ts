/**
 * What the evidence drawer shows, as one word of the address (`show=`), so that it can be shared: single lines, or the
 * lines of a list of the API under its own filter.
 */
export type Kind = 'events' | 'claims' | 'conditions' | 'ties';
export interface LineAt {
  readonly article: string;
  readonly line: string;
}
export type Shown =
  | { readonly kind: 'lines'; readonly lines: readonly LineAt[] }
  | { readonly kind: Kind; readonly filter: URLSearchParams };

const KINDS: readonly Kind[] = ['events', 'claims', 'conditions', 'ties'];
/** More would make an address that some programs cut. */
const MOST_LINES = 40;

export function showLines(lines: readonly LineAt[]): string {
  const params = new URLSearchParams();
  for (const { article, line } of lines.slice(0, MOST_LINES)) params.append('at', `${article}~${line}`);
  return `lines?${params}`;
}

export function showList(kind: Kind, filter: Readonly<Record<string, unknown>>): string {
  const params = new URLSearchParams();
  for (const [name, value] of Object.entries(filter)) {
    for (const one of Array.isArray(value) ? value : [value]) {
      if (one !== undefined && one !== null && one !== '') params.append(name, String(one));
    }
  }
  return `${kind}?${params}`;
}

/** Null where the address holds something else. */
export function shownOf(text: string | undefined): Shown | null {
  if (text === undefined) return null;
  const cut = text.indexOf('?');
  const [word, filter] = [text.slice(0, cut), new URLSearchParams(text.slice(cut + 1))];
  if (word === 'lines') {
    const lines = filter.getAll('at').flatMap((at) => {
      const tilde = at.lastIndexOf('~');
      return tilde > 0 ? [{ article: at.slice(0, tilde), line: at.slice(tilde + 1) }] : [];
    });
    return lines.length > 0 ? { kind: 'lines', lines } : null;
  }
  const kind = KINDS.find((one) => one === word);
  return kind && cut > 0 ? { kind, filter } : null;
}
