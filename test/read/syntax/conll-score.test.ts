import { describe, expect, test } from 'vitest';
import { conllScores } from '../../../src/read/train/conll-score.ts';
import { parseConllu } from '../../../src/read/train/conllu.ts';

/** Sentences as lines `id form lemma upos feats head deprel [n: no space after]`, a blank line between them. */
function file(...sentences: string[]) {
  return parseConllu(
    `${sentences
      .map((sentence) =>
        sentence
          .trim()
          .split('\n')
          .map((line) => {
            const [id, form, lemma = '_', upos = '_', feats = '_', head = '_', deprel = '_', glue] = line
              .trim()
              .split(/ +/);
            return [id, form, lemma, upos, '_', feats, head, deprel, '_', glue ? 'SpaceAfter=No' : '_'].join(
              '\t',
            );
          })
          .join('\n'),
      )
      .join('\n\n')}\n\n`,
  );
}

const GOLD = file(
  `1 They they PRON Case=Nom 3 nsubj
   2-3 don't
   2 do do AUX _ 4 aux
   3 n't not PART _ 4 advmod
   4 go go VERB VerbForm=Inf 0 root n
   5 . . PUNCT _ 4 punct`,
  '1 Stop stop VERB _ 0 root',
);

describe('scores by the CoNLL 2018 definitions', () => {
  test('of the gold itself are 1', () => {
    const scores = conllScores(GOLD, GOLD);
    for (const score of Object.values(scores)) expect(score.f1).toBe(1);
  });

  test('words inside a multiword token match by form where the other side has plain words', () => {
    const apart = file(
      `1 They they PRON Case=Nom 4 nsubj
       2 do do AUX _ 4 aux _ n
       3 n't not PART _ 4 advmod
       4 go go VERB VerbForm=Inf 0 root n
       5 . . PUNCT _ 4 punct`,
      '1 Stop stop VERB _ 0 root',
    );
    const scores = conllScores(GOLD, apart);
    expect(scores.words.f1).toBe(1);
    // 5 tokens of gold, 6 found, 4 the same.
    expect(scores.tokens.f1).toBeCloseTo((2 * 4) / 11);
    // The gold says that 'They' hangs on the third word.
    expect(scores.las.f1).toBeCloseTo(5 / 6);
  });

  test('a wrong split costs its words, and what hangs on them', () => {
    const glued = file(
      `1 They they PRON Case=Nom 2 nsubj
       2 don't dont AUX _ 3 aux
       3 go go VERB VerbForm=Inf 0 root n
       4 . . PUNCT _ 3 punct
       5 Stop stop VERB _ 3 parataxis`,
    );
    const scores = conllScores(GOLD, glued);
    expect(scores.words.precision).toBeCloseTo(4 / 5);
    expect(scores.words.recall).toBeCloseTo(4 / 6);
    expect(scores.sentences.f1).toBe(0);
    // Right: 'go' as root and '.'; 'They' hangs on a word that is not there.
    expect(scores.las.f1).toBeCloseTo((2 * 2) / 11);
  });

  test('subtypes of relations and features of one language do not count, case of lemmas does', () => {
    const other = file(
      `1 They They PRON Case=Nom|Own=Yes 3 nsubj:outer
       2-3 don't
       2 do do AUX _ 4 aux
       3 n't not PART _ 4 advmod
       4 go go VERB VerbForm=Inf 0 root n
       5 . . PUNCT _ 4 punct`,
      '1 Stop stop VERB _ 0 root',
    );
    const scores = conllScores(GOLD, other);
    expect(scores.las.f1).toBe(1);
    expect(scores.feats.f1).toBe(1);
    expect(scores.lemmas.f1).toBeCloseTo(5 / 6);
  });

  test('refuses another text', () => {
    expect(() => conllScores(GOLD, file('1 Other other X _ 0 root'))).toThrow(/not the same text/);
  });
});
