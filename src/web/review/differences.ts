/** One field that a decision changed, as text for people: dotted name, what it was, what it is. */
export interface Difference {
  readonly field: string;
  readonly before: string;
  readonly after: string;
}

/** What follows from another field, and would only say it twice. */
const FOLLOWING = new Set(['quad']);

/** The fields in which two states of a line differ, each text as `wordOf` puts it: names of actors in place of their ids. */
export function differencesOf(
  before: object,
  after: object,
  wordOf: (text: string, field: string) => string = (text) => text,
): Difference[] {
  const [one, other] = [new Map(Object.entries(before)), new Map(Object.entries(after))];
  const fields = new Set([...one.keys(), ...other.keys()]);
  return [...fields].flatMap((field) => {
    const word = (text: string) => wordOf(text, field);
    const [was, is] = [inWords(one.get(field), word), inWords(other.get(field), word)];
    return was === is || FOLLOWING.has(field) ? [] : [{ field, before: was, after: is }];
  });
}

function inWords(value: unknown, nameOf: (id: string) => string): string {
  if (value === undefined || value === null) return '–';
  if (Array.isArray(value)) return value.map((one) => inWords(one, nameOf)).join(', ') || '–';
  if (typeof value === 'string') return nameOf(value);
  if (typeof value !== 'object') return String(value);
  const named = new Map<string, unknown>(Object.entries(value));
  if (typeof named.get('edtf') === 'string') return String(named.get('edtf'));
  return [...named.values()]
    .filter((one) => one !== undefined && one !== null)
    .map((one) => inWords(one, nameOf))
    .join(' ');
}
