import { describe, expect, it } from 'vitest';
import { attributionLayer } from '../../../src/extract/index.ts';
import { plainArticle, read } from '../../../src/read/index.ts';
import { claimsOf } from '../read-text.ts';

describe('a transcript', () => {
  it('gives each turn to the one in capitals before the colon', () => {
    const claims = claimsOf(
      'HALLOWAY: The road has been closed for a month.\nOSEI: It will open when the two sides meet again.',
    );
    expect(claims.map(({ speakerText, content }) => [speakerText?.text, content.text.slice(0, 8)])).toEqual([
      ['HALLOWAY', 'The road'],
      ['OSEI', 'It will '],
    ]);
  });
  it('gives each turn to the one who is named before the colon, where somebody speaks twice', () => {
    const turns = [
      'Irena Halloway: The road has been closed for a month.',
      'Kofi Osei: It will open when the two sides meet again.',
      'Halloway: They have not met since the spring.',
      'Osei: They have written to each other ever since.',
    ];
    expect(claimsOf(turns.join('\n')).map(({ speakerText }) => speakerText?.text)).toEqual([
      'Irena Halloway',
      'Kofi Osei',
      'Halloway',
      'Osei',
    ]);
  });
  it('is no list of names', () => {
    const list = [
      'The votes were counted.',
      'Irena Halloway: 12 votes of 30.',
      'Kofi Osei: 10 votes of 30.',
      'Mira Toval: 8 votes of 30.',
    ];
    expect(claimsOf(list.join('\n'))).toEqual([]);
  });
  it('is no single paragraph with a label', () => {
    expect(claimsOf('BREAKING: The road is open again after a month.')).toEqual([]);
  });
});

describe('views whose tree shows no frame', () => {
  it.each([['The car was sold in 2010, records show.', 'show']])('%s', (text, cue) => {
    const layer = attributionLayer(read(plainArticle(text)));
    expect(layer.map((one) => one.cue.text)).toContain(cue);
  });
});
