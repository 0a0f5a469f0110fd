import { describe, expect, it } from 'vitest';
import { formsOf } from '../../../src/extract/claims/verb-forms.ts';

describe('forms of verbs', () => {
  it.each([
    ['deny', ['deny', 'denies', 'denying', 'denied']],
    ['agree', ['agree', 'agrees', 'agreeing', 'agreed']],
    ['accuse', ['accuse', 'accuses', 'accusing', 'accused']],
    ['admit', ['admit', 'admits', 'admitting', 'admitted']],
    ['say', ['say', 'says', 'saying', 'said']],
    ['stress', ['stress', 'stresses', 'stressing', 'stressed']],
    ['write', ['write', 'writes', 'writing', 'wrote', 'written']],
    ['insist', ['insist', 'insists', 'insisting', 'insisted']],
    ['beg', ['beg', 'begs', 'begging', 'begged']],
    ['bring', ['bring', 'brings', 'bringing', 'brought']],
    ['vie', ['vie', 'vies', 'vying', 'vied']],
    ['abhor', ['abhor', 'abhors', 'abhorring', 'abhorred']],
    ['appeal', ['appeal', 'appeals', 'appealing', 'appealed']],
  ])('%s', (lemma, forms) => {
    expect(formsOf(lemma)).toEqual(expect.arrayContaining(forms));
  });
});
