import { describe, expect, test } from 'vitest';
import type { ConditionDraft } from '../../src/extract/conditions/draft.ts';
import { ConditionGroup } from '../../src/extract/conditions/group.ts';
import { extract } from '../../src/extract/index.ts';
import { type Document, plainArticle, read, type Token } from '../../src/read/index.ts';

const PIECES: readonly (readonly [string, (count: number) => string])[] = [
  [
    'sentences with everything',
    (count) =>
      repeated(
        count,
        (at) =>
          `Norland closed the road to ${town(at)} on ${day(at)} March, the ministry said. Sudria denied that its troops had attacked ${town(at + 1)}.`,
        '\n\n',
      ),
  ],
  [
    'quotations that follow one another',
    (count) => `The minister said: ${repeated(count, (at) => `“We will not leave ${town(at)} now.”`, ' ')}`,
  ],
  [
    'quotations by as many speakers',
    (count) => repeated(count, (at) => `“We will not leave the village,” Arman ${town(at)} said.`, '\n\n'),
  ],
  [
    'quotations without an end',
    (count) =>
      `Halloway said: ${repeated(count, () => '“We will not leave the village now and they know it', '\n\n')}`,
  ],
  ['names', (count) => repeated(count, (at) => `Arman ${town(at)} met Levon ${town(at * 7)}.`, ' ')],
  ['one name', (count) => repeated(count, () => 'Halloway met him and he told her.', ' ')],
  [
    'conditions of one kind',
    (count) =>
      repeated(count, (at) => `The road to ${town(at)} has been blocked since ${day(at)} March.`, ' '),
  ],
  ['one sentence', (count) => `The dead are ${repeated(count, (at) => `Arman ${town(at)}`, ', ')}.`],
];

describe('the work grows with the length of the article, not with its square:', () => {
  test.each(PIECES)('%s', (_, textOf) => {
    const [small, large] = [workOn(textOf(50)), workOn(textOf(200))];
    expect(small).toBeGreaterThan(0);
    expect(large / small).toBeLessThan(6);
  });

  test('tellings of one condition look at few of those before', () => {
    let looks = 0;
    const telling = (at: number): ConditionDraft => ({
      kind: 'outage',
      get head() {
        looks++;
        return { lemma: `thing${at}`, text: 'power', feats: '', upos: 'NOUN' } as Token;
      },
      get thing() {
        looks++;
        return `power of ${at}`;
      },
      place: null,
      on: null,
      by: [],
      since: null,
      until: null,
      days: null,
      exceptions: [],
      status: 'stands',
      isDenied: false,
      evidence: { start: at, end: at, text: '' },
      trigger: { sentence: at } as Token,
      isState: true,
      isNow: false,
      isUndone: false,
      isIndefinite: false,
      isAnother: false,
      rule: '',
    });
    const group = new ConditionGroup(telling(0));
    for (let at = 1; at < 1000; at++) {
      const next = telling(at);
      expect(group.tells(next)).toBe(true);
      group.add(next);
    }
    expect(looks).toBeLessThan(20_000);
  });
});

/** How many times the rules look at a token, or at the list of tokens, of the text read. */
function workOn(text: string): number {
  const document = read(plainArticle(text));
  let looks = 0;
  const tokens = new Proxy(document.tokens, {
    get(target, key, receiver) {
      looks++;
      return Reflect.get(target, key, receiver);
    },
  });
  const watched: Document = { ...document, tokens };
  extract(watched);
  return looks;
}

function repeated(count: number, piece: (at: number) => string, between: string): string {
  return Array.from({ length: count }, (_, at) => piece(at)).join(between);
}

const day = (at: number) => 1 + (at % 28);

/** Names that nobody has: each number another one. */
function town(at: number): string {
  let name = '';
  for (let rest = at + 1; rest > 0; rest = Math.floor(rest / 12))
    name += `${'bdgklmnrstvz'[rest % 12]}${'aeiou'[rest % 5]}`;
  return `${name.charAt(0).toUpperCase()}${name.slice(1)}yan`;
}
