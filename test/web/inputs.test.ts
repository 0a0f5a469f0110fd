import { describe, expect, it } from 'vitest';
import { inputsOfText } from '../../src/web/add/inputs.ts';

describe('inputsOfText', () => {
  it.each([
    ['nothing', ' \n ', []],
    ['one address', ' https://example.org/a \n', [{ kind: 'url', url: 'https://example.org/a' }]],
    [
      'addresses, each once',
      'https://example.org/a\nhttp://example.org/b\n\nhttps://example.org/a',
      [
        { kind: 'url', url: 'https://example.org/a' },
        { kind: 'url', url: 'http://example.org/b' },
      ],
    ],
    [
      'an address in a text',
      'See https://example.org/a',
      [{ kind: 'text', text: 'See https://example.org/a' }],
    ],
    [
      'an address above a text',
      'https://example.org/a\nEnvoys met.',
      [{ kind: 'text', text: 'https://example.org/a\nEnvoys met.' }],
    ],
    ['what only looks like one', 'https://[', [{ kind: 'text', text: 'https://[' }]],
    ['another scheme', 'ftp://example.org/a', [{ kind: 'text', text: 'ftp://example.org/a' }]],
  ])('%s', (_, pasted, inputs) => {
    expect(inputsOfText(pasted)).toEqual(inputs);
  });
});
