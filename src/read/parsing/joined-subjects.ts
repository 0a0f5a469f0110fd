import { childrenOf, hasChild, type Movable, move, takePlace } from './moving.ts';

const SUBJECT = /^nsubj/;
const DAYS = /^(?:today|yesterday|tonight|tomorrow|(?:mon|tues|wednes|thurs|fri|satur|sun)day)$/i;
const TIMES = /^(?:minutes|hours|days|weeks|months|years)$/i;
/** Steps up a tree that are taken at most. */
const MOST_STEPS = 20;

/**
 * 'President Nicos Ioannou and his Norland counterpart Ali Veri resumed talks': the second of two subjects that the parser hung on the
 * surname of the first, or gave the verb beside the first, is joined to the first (`conj`); a name right behind a noun that is a subject too is
 * that noun's (`appos`). Where the first was made the root, the verb takes its place. Changes heads, relations and children of the tokens from
 * `first` on, which are one English sentence; returns its root.
 */
export function mendJoinedSubjects(tokens: readonly Movable[], first: number, root: number): number {
  let top = root;
  for (let at = first + 1; at < tokens.length; at++) {
    const token = tokens[at] as Movable;
    if (token.deprel === 'conj' && /^(?:NOUN|PROPN)$/.test(token.upos)) fromSurname(tokens, token);
    if (token.upos !== 'VERB') continue;
    if (token.deprel === 'conj' && token.head === top && takesRoot(tokens, token)) top = at;
    joinSubjects(tokens, token);
  }
  return top;
}

/** 'Milan Reljic [and his counterpart agreed]': whether a verb took the place of the name that it was joined to. */
function takesRoot(tokens: readonly Movable[], verb: Movable): boolean {
  const name = tokens[verb.head] as Movable;
  if (name.upos !== 'PROPN' || hasChild(tokens, name, /^(?:cop|nsubj)/)) return false;
  const [subject] = childrenOf(tokens, verb).filter(({ deprel }) => SUBJECT.test(deprel));
  if (!subject || subject.index > verb.index) return false;
  const joint = tokens[startOf(tokens, subject) - 1];
  const last = tokens[startOf(tokens, subject) - 2];
  if (joint?.text !== 'and' || !last || !isWithin(tokens, last, name)) return false;
  takePlace(tokens, verb, name);
  for (const child of [...name.children])
    if (child > verb.index) move(tokens, tokens[child] as Movable, verb.index);
  move(tokens, name, verb.index, 'nsubj');
  return true;
}

/** Words behind the first one of a name have nothing below them; nor has a name right behind its title, 'leader Nicos Ioannou'. */
function fromSurname(tokens: readonly Movable[], second: Movable): void {
  const surname = tokens[second.head];
  if (!surname || surname.index > second.index) return;
  const isName = surname.deprel === 'flat' || (surname.deprel === 'appos' && isTitled(tokens, surname));
  if (isName && tokens[surname.head]) move(tokens, second, surname.head);
}

function isTitled(tokens: readonly Movable[], name: Movable): boolean {
  const title = tokens[name.head];
  return (
    name.upos === 'PROPN' &&
    title?.upos === 'NOUN' &&
    tokens.slice(title.index + 1, name.index).every(({ head }) => head === name.index)
  );
}

function joinSubjects(tokens: readonly Movable[], verb: Movable): void {
  let count = 0;
  for (const child of verb.children)
    if (child < verb.index && SUBJECT.test(tokens[child]?.deprel ?? '')) count++;
  if (count < 2) return;
  const subjects = childrenOf(tokens, verb).filter(
    ({ deprel, index }) => SUBJECT.test(deprel) && index < verb.index,
  );
  for (let next = 1; next < subjects.length; next++) {
    const [one, two] = [subjects[next - 1] as Movable, subjects[next] as Movable];
    if (!/^(?:NOUN|PROPN)$/.test(one.upos) || !/^(?:NOUN|PROPN)$/.test(two.upos)) continue;
    // 'Hours later gunmen opened fire'
    if (TIMES.test(one.text) && /^(?:later|earlier|before|after)$/.test(tokens[one.index + 1]?.text ?? '')) {
      one.deprel = 'obl:unmarked';
      continue;
    }
    // 'Togo today announced'
    if (DAYS.test(two.text)) {
      two.deprel = 'obl:unmarked';
      subjects[next] = one;
      continue;
    }
    const start = startOf(tokens, two);
    // 'South Korean [troops] fired'
    if (one.upos === 'PROPN' && two.upos === 'NOUN' && isWithin(tokens, tokens[start - 1] as Movable, one)) {
      for (const child of [...one.children]) move(tokens, tokens[child] as Movable, two.index, 'compound');
      move(tokens, one, two.index, 'compound');
      continue;
    }
    const [joint, last] = [tokens[start - 1], tokens[start - 2]];
    if (two.upos === 'PROPN' && one.upos === 'NOUN' && start === one.index + 1)
      move(tokens, two, one.index, 'appos');
    else if (!joint || !last || !isWithin(tokens, last, one)) continue;
    else if (joint.text === 'and') {
      move(tokens, two, one.index, 'conj');
      move(tokens, joint, two.index, 'cc');
    } else if (joint.text === ',' && isListed(tokens, one, two, verb)) {
      move(tokens, two, one.index, 'conj');
      move(tokens, joint, two.index, 'punct');
    }
  }
}

/** 'Seoul, Pyongyang trade blame': two names right before the verb of a headline. */
function isListed(tokens: readonly Movable[], one: Movable, two: Movable, verb: Movable): boolean {
  return (
    one.upos === 'PROPN' &&
    two.upos === 'PROPN' &&
    isWithin(tokens, tokens[verb.index - 1] as Movable, two) &&
    !/ed$/.test(verb.text)
  );
}

/** The first word of a phrase, its conjunction left out. */
function startOf(tokens: readonly Movable[], phrase: Movable): number {
  let start = phrase.index;
  for (let at = phrase.index - 1; at >= 0; at--) {
    const token = tokens[at] as Movable;
    if (token.deprel === 'cc' || token.deprel === 'punct' || !isWithin(tokens, token, phrase)) break;
    start = at;
  }
  return start;
}

function isWithin(tokens: readonly Movable[], token: Movable, phrase: Movable): boolean {
  let at: Movable | undefined = token;
  for (let step = 0; at && step < MOST_STEPS; step++) {
    if (at === phrase) return true;
    at = tokens[at.head];
  }
  return false;
}
