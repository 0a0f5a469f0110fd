/** The part of the address after `?`, as the views use it: text, or several texts of one name. */
export type RawSearch = Record<string, string | string[]>;

export function parseSearch(text: string): RawSearch {
  const params = new URLSearchParams(text);
  const search: RawSearch = {};
  for (const name of new Set(params.keys())) {
    const values = params.getAll(name);
    search[name] = values.length === 1 ? (values[0] as string) : values;
  }
  return search;
}

export function stringifySearch(search: Record<string, unknown>): string {
  const params = new URLSearchParams();
  for (const [name, value] of Object.entries(search)) {
    for (const one of Array.isArray(value) ? value : [value]) {
      if (one !== undefined && one !== null && one !== '') params.append(name, String(one));
    }
  }
  const text = params.toString();
  return text === '' ? '' : `?${text}`;
}

/** What somebody wrote into the address is text that may be anything: the first of several, if any. */
export function textOf(value: unknown): string | undefined {
  const first: unknown = Array.isArray(value) ? value[0] : value;
  return typeof first === 'string' && first.trim() !== '' ? first : undefined;
}

export function dayOf(value: unknown): string | undefined {
  const text = textOf(value);
  return text && /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(Date.parse(text)) ? text : undefined;
}

export function oneOf<Word extends string>(value: unknown, words: readonly Word[]): Word | undefined {
  const text = textOf(value);
  return words.find((word) => word === text);
}

/** Those of `words` that are given, in their own order; undefined where there is none. */
export function someOf<Word extends string>(value: unknown, words: readonly Word[]): Word[] | undefined {
  const given: unknown[] = Array.isArray(value) ? value : [value];
  const known = words.filter((word) => given.includes(word));
  return known.length > 0 ? known : undefined;
}

/** The object without what is undefined, so that addresses and query keys hold only what is set. */
export function present<Given extends object>(
  given: Given,
): { [Key in keyof Given]?: Exclude<Given[Key], undefined> } {
  // Only the undefined values are left out, which is what the type says.
  return Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined)) as never;
}
