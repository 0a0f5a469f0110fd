import { describe, expect, it } from 'vitest';
import { recordOfText } from './read-text.ts';

describe('the dates of a record', () => {
  it('are the words of the text that mean one, with the date and how it is known', () => {
    const text = 'The envoys met on 4 April 2023. They will meet again on Friday.';
    const { article, dates = [] } = recordOfText(text, '2023-04-05');
    expect(dates.map(({ edtf, basis }) => [edtf, basis])).toEqual([
      ['2023-04-04', 'expression'],
      ['2023-04-07', 'relative'],
    ]);
    for (const { start, end, text: words } of dates) expect(article.text.slice(start, end)).toBe(words);
  });

  it('leave out what means no date', () => {
    expect(recordOfText('They meet every week.', '2023-04-05').dates).toEqual([]);
  });
});
