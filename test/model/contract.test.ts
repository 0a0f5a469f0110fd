import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  articleIdOf,
  asTrucelineError,
  CATALOGUE,
  errorDocs,
  hashOfBytes,
  idMaker,
  isModeOf,
  isTrueSpan,
  recordJsonSchema,
  Span,
  spanOf,
  TrucelineError,
  trimSpan,
} from '../../src/model/index.ts';

describe('documents made from the model', () => {
  it('are up to date (npm run docs)', () => {
    expect(JSON.parse(readFileSync('docs/record.schema.json', 'utf8'))).toEqual(
      JSON.parse(JSON.stringify(recordJsonSchema())),
    );
    expect(readFileSync('docs/errors.md', 'utf8')).toBe(errorDocs());
  });

  it('name every part of the contract', () => {
    const { $defs } = recordJsonSchema() as { $defs: { [name: string]: unknown } };
    expect(Object.keys($defs)).toEqual(
      expect.arrayContaining(['Article', 'Actor', 'Event', 'Claim', 'Condition', 'Span', 'Edtf']),
    );
  });
});

describe('spans', () => {
  it('cut by UTF-16 units and stay true', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.nat(60), fc.nat(60), (text, a, b) => {
        const [start, end] = [Math.min(a, b, text.length), Math.min(Math.max(a, b), text.length)];
        const span = spanOf(text, start, end);
        expect(isTrueSpan(text, span)).toBe(true);
        expect(Span.safeParse(span).success).toBe(true);
        const trimmed = trimSpan(text, start, end);
        expect(isTrueSpan(text, trimmed)).toBe(true);
        expect(trimmed.text).toBe(span.text.trim());
      }),
    );
  });

  it('outside of the text are refused', () => {
    expect(() => spanOf('abc', 1, 4)).toThrow(RangeError);
    expect(Span.safeParse({ start: 0, end: 2, text: 'a' }).success).toBe(false);
  });
});

describe('ids', () => {
  it('are the same on every run', () => {
    expect(articleIdOf(hashOfBytes(Buffer.from('A story.')))).toBe('amm9jqjdw8xrn4h');
    expect(idMaker('a1')('event', 'ASSAULT', 12)).toBe(idMaker('a1')('event', 'ASSAULT', 12));
  });

  it('differ within a record, even for the same parts', () => {
    const ids = idMaker('a1');
    expect(
      new Set([ids('event', 'X', 1), ids('event', 'X', 1), ids('claim', 'X', 1), ids('event', 'X', 11)]).size,
    ).toBe(4);
  });

  it('do not run parts together', () => {
    const ids = [idMaker('a')('event', 'ab', 'c'), idMaker('a')('event', 'a', 'bc')];
    expect(ids[0]).not.toBe(ids[1]);
  });
});

describe('errors', () => {
  it('tell what happened and what to do, on one line', () => {
    const error = new TrucelineError('E_NOT_FOUND', { path: 'a\u001b[31m\nb.html' });
    expect(error.message).toBe('a [31m b.html: no such file or folder');
    expect(error.remedy).not.toContain('{');
    expect(error.exitCode).toBe(4);
  });

  it.each([
    ['ENOSPC', 'E_DISK_FULL'],
    ['EROFS', 'E_READ_ONLY'],
    ['ENOENT', 'E_NOT_FOUND'],
  ])('of the disk (%s) are named', (code, expected) => {
    expect(asTrucelineError(Object.assign(new Error('x'), { code })).code).toBe(expected);
  });

  it('all have a remedy that is a sentence', () => {
    for (const { remedy } of Object.values(CATALOGUE)) expect(remedy).toMatch(/^\S.+[.…}]$/);
  });
});

describe('PLOVER modes', () => {
  it('belong to their type', () => {
    expect(isModeOf('COERCE', 'seize')).toBe(true);
    expect(isModeOf('AID', 'seize')).toBe(false);
  });
});
