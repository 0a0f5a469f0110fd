import { describe, expect, it } from 'vitest';
import { claimsOf } from '../read-text.ts';

describe('what is said ends where the next cue begins', () => {
  it.each([
    [
      'The ministry said the convoy had left the town, adding that it carried medicine.',
      ['the convoy had left the town', 'that it carried medicine'],
    ],
    [
      'Armenia said that the road was closed, while Azerbaijan said that it was open.',
      ['that the road was closed', 'that it was open'],
    ],
    [
      'The general said the road was closed but added that talks would go on.',
      ['the road was closed', 'that talks would go on'],
    ],
  ])('%s', (text, contents) => {
    expect(claimsOf(text).map(({ content }) => content.text)).toEqual(contents);
  });
  it('lends the speaker to a cue that has none of its own', () => {
    const claims = claimsOf(
      'The ministry said the convoy had left the town, adding that it carried medicine.',
    );
    expect(claims[1]?.speaker).toBe(claims[0]?.speaker);
  });
});
