import { expect, it } from 'vitest';
import { recordOf } from '../../../src/extract/index.ts';
import { hashOfBytes } from '../../../src/model/index.ts';

it('names the rule behind every event, with the words and the tree that it fired on', () => {
  const text = 'Soldiers and rebels clashed near Varda on 14 May 2023.';
  const bytes = new TextEncoder().encode(text);
  const rules: string[] = [];
  const trees: string[] = [];
  const record = recordOf(
    {
      id: 'a',
      bytes,
      hash: hashOfBytes(bytes),
      origin: 'a',
      text,
      format: 'text',
      published: '2023-05-20',
      language: 'en',
      asIs: true,
    } as Parameters<typeof recordOf>[0], // a page as a batch line gives it; the date is a checked string there
    {
      explain: (rule, span, tree) => {
        rules.push(`${span.text}: ${rule}`);
        trees.push(tree);
      },
    },
  );
  expect(record.events).toHaveLength(1);
  expect(rules).toContain('clashed: ASSAULT firearms by verb “clash”');
  expect(trees[0]?.split('\n').slice(0, 3)).toEqual([
    'clashed/VERB (clash) root',
    '  nsubj Soldiers/NOUN (soldier)',
    '    conj rebels/NOUN (rebel)',
  ]);
});
