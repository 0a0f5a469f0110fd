import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import iconv from 'iconv-lite';
import { describe, expect, it } from 'vitest';
import { decodePage, makePage } from '../../src/collect/index.ts';

const russian =
  'Стороны встретились 1 марта в Ходжалы при посредничестве миротворцев и договорились продолжить диалог.';

function decode(bytes: Uint8Array, contentType?: string) {
  return decodePage(makePage(bytes, 'test', contentType ? { contentType } : {}));
}

describe('decodePage', () => {
  it('follows the header', () => {
    const page = decode(iconv.encode(russian, 'windows-1251'), 'text/plain; charset=windows-1251');
    expect(page).toMatchObject({ text: russian, encoding: 'windows-1251', format: 'text', notes: [] });
  });

  it('follows the meta element', () => {
    const html = `<html><head><meta http-equiv="Content-Type" content="text/html; charset=koi8-r"></head><p>${russian}`;
    expect(decode(iconv.encode(html, 'koi8-r'))).toMatchObject({
      text: html,
      format: 'html',
      encoding: 'koi8-r',
    });
  });

  it('does not follow a declaration that the bytes contradict, and says so', () => {
    const html = `<meta charset="iso-8859-1"><p>${russian}`;
    const page = decode(Buffer.from(html));
    expect(page.text).toBe(html);
    expect(page.notes).toHaveLength(1);
  });

  it('reads bytes that are wrongly declared UTF-8 by a guess', () => {
    const html = `<meta charset="utf-8"><p>${russian.repeat(5)}`;
    const page = decode(iconv.encode(html, 'windows-1251'));
    expect(page.text).toBe(html);
    expect(page.notes.map((note) => note.kind)).toEqual(['encoding']);
  });

  it.each(['utf16le', 'utf16be'])('reads %s with and without a byte order mark', (encoding) => {
    const html = '<p>Talks went on in Khojaly for three hours, both sides said.</p>';
    expect(decode(iconv.encode(html, encoding)).text).toBe(html);
    expect(decode(iconv.encode(html, encoding, { addBOM: true }))).toMatchObject({
      text: html,
      bomLength: 2,
    });
  });

  it('marks broken bytes in a note and keeps the rest', () => {
    const bytes = Buffer.concat([
      Buffer.from('Überall Gespräche — '),
      Buffer.from([0xff]),
      Buffer.from(' weiter.'),
    ]);
    const page = decode(bytes);
    expect(page.text).toBe('Überall Gespräche — \uFFFD weiter.');
    expect(page.notes[0]?.message).toContain('one place');
  });

  it('gives any UTF-8 text back as it was', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', minLength: 1 }), (text) => {
        const whole = `Story. ${text}`.normalize();
        fc.pre(!/[\p{Cc}\uFFFD]/u.test(whole));
        expect(decode(Buffer.from(whole)).text).toBe(whole);
      }),
    );
  });
});

describe('makePage', () => {
  it.each([
    ['nothing', '', 'E_EMPTY'],
    ['blanks only', ' \n\t ', 'E_EMPTY'],
    ['a PDF', '%PDF-1.7\n', 'E_BINARY'],
    ['NUL bytes', 'abc\0\0\0\u0001\u0002def', 'E_BINARY'],
    ['a ZIP', 'PK\u0003\u0004rest', 'E_BINARY'],
  ])('refuses %s', (_, text, code) => {
    expect(() => makePage(Buffer.from(text, 'latin1'), 'test')).toThrow(expect.objectContaining({ code }));
  });

  it('unpacks gzip and hashes what was inside', () => {
    const plain = makePage(Buffer.from('A story.'), 'plain');
    const packed = makePage(gzipSync('A story.'), 'packed');
    expect(packed.hash).toBe(plain.hash);
    expect(packed.id).toBe(plain.id);
  });

  it('refuses a gzip bomb without unpacking it all', () => {
    const bomb = gzipSync(Buffer.alloc(50_000_000));
    expect(() => makePage(bomb, 'bomb', { maxBytes: 1_000_000 })).toThrow(
      expect.objectContaining({ code: 'E_TOO_LARGE' }),
    );
  });

  it('refuses half a gzip file', () => {
    const half = gzipSync('A story that goes on and on.').subarray(0, 20);
    expect(() => makePage(half, 'half')).toThrow(expect.objectContaining({ code: 'E_BAD_GZIP' }));
  });

  it('takes any bytes without crashing', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 400 }), (bytes) => {
        try {
          expect(typeof decode(bytes).text).toBe('string');
        } catch (error) {
          expect(error).toMatchObject({ name: 'TrucelineError' });
        }
      }),
    );
  });
});
