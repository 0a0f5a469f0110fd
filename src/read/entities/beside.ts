import type { Token } from '../document.ts';
import type { Draft } from './draft.ts';
import { type Gazetteer, LISTED } from './gazetteer.ts';
import { NAME_WORD, type NameWords } from './name-words.ts';
import type { Roles } from './roles.ts';
import type { WordBook } from './words.ts';

/** What is known of words when the words beside a name are read. */
export interface Lists {
  readonly roles: Roles;
  readonly nameWords: NameWords;
  readonly book: WordBook;
  readonly gazetteer: Gazetteer;
}

/**
 * The kinds of names by the words beside them, where they leave no doubt: 'ethnic Karen' are a people, 'Attorney General N' is a person,
 * what one is 'in' is a place, and 'Milan' before a surname that hangs on it is a first name.
 */
export function byWordsBeside(tokens: readonly Token[], drafts: readonly Draft[], lists: Lists): Draft[] {
  const out: Draft[] = [];
  for (let index = 0; index < drafts.length; index++) {
    const draft = drafts[index] as Draft;
    const next = drafts[index + 1];
    const end = isDoubled(tokens, draft, next)
      ? (next?.end as number)
      : surnameEnd(tokens, draft, next, lists);
    if (end > draft.end) {
      out.push({ type: 'PER', first: draft.first, end });
      if (next && next.first < end) index++;
    } else out.push({ ...draft, type: typeBeside(tokens, draft, lists) });
  }
  return out;
}

/** 'Ann Heaton-Hart', tagged as two persons. */
function isDoubled(tokens: readonly Token[], { type, end }: Draft, next: Draft | undefined): boolean {
  const hyphen = tokens[end];
  if (type !== 'PER' || next?.type !== 'PER' || next.first !== end + 1 || hyphen?.text !== '-') return false;
  return tokens[end - 1]?.end === hyphen.start && tokens[end + 1]?.start === hyphen.end;
}

function typeBeside(tokens: readonly Token[], draft: Draft, { roles }: Lists): Draft['type'] {
  const { type, first, end } = draft;
  const before = tokens[first - 1];
  if (!before || before.sentence !== tokens[first]?.sentence) return type;
  const word = before.text.toLowerCase();
  if (word === 'ethnic' && type !== 'NORP') return 'NORP';
  if (type === 'PER' && word === 'in' && isPlace(tokens, draft)) return 'LOC';
  const isTitled = type === 'ORG' && roles.titles.has(word) && /^\p{Lu}/u.test(before.text);
  if (!isTitled || end - first < 2 || end - first > 3) return type;
  const words = tokens.slice(first, end).map(({ text }) => text);
  const isName = words.every((text) => /^\p{Lu}\p{Ll}/u.test(text) && !isBody(text.toLowerCase(), roles));
  return isName ? 'PER' : type;
}

/** 'in Morales, in the Cauca department', but not 'confidence in N' or 'in N's view'. */
function isPlace(tokens: readonly Token[], { first, end }: Draft): boolean {
  const preposition = tokens[first - 1] as Token;
  const next = tokens[end];
  const isClosed =
    next === undefined ||
    next.sentence !== preposition.sentence ||
    /^(?:[,.;]|and|on|after|in|during|where)$/.test(next.text);
  return end - first === 1 && isClosed && preposition.upos === 'ADP' && !isTrusted(tokens, preposition);
}

const isBody = (word: string, { bodies, institutions }: Roles) => bodies.has(word) || institutions.has(word);

/** 'confidence in N': the nouns and verbs that a person follows. */
function isTrusted(tokens: readonly Token[], preposition: Token): boolean {
  const before = tokens[preposition.index - 1]?.text.toLowerCase() ?? '';
  return /^(?:confidence|trust|faith|belie(?:f|ve[sd]?)|interest(?:ed)?|hope|ally|friend|partner|successor)$/.test(
    before,
  );
}

/** Where the surname ends that makes a person of 'Milan', 'Israel' or 'Jordan'; 0 where none does. */
function surnameEnd(
  tokens: readonly Token[],
  { type, first, end }: Draft,
  next: Draft | undefined,
  { nameWords, book, gazetteer }: Lists,
): number {
  const surname = tokens[end];
  if (type !== 'LOC' || end - first !== 1 || surname?.upos !== 'PROPN') return 0;
  if (surname.sentence !== tokens[first]?.sentence || !/^\p{Lu}\p{Ll}/u.test(surname.text)) return 0;
  const isOne = surname.deprel === 'flat' && surname.head === first;
  const isNamed = next?.first === end && next.type === 'PER' && next.end - end === 1;
  if (!isOne && !isNamed) return 0;
  if (next && next.first === end && !isNamed) return 0;
  const listed = nameWords.listed((tokens[first] as Token).text.toLowerCase());
  if ((listed & (NAME_WORD.he | NAME_WORD.she)) === 0) return 0;
  const { kinds } = gazetteer.mark([book.factsOf(surname.text)]);
  return (kinds[0] as number) & (LISTED.country | LISTED.region | LISTED.organization) ? 0 : end + 1;
}
