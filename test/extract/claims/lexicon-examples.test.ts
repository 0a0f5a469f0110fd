import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { SpeechNouns, SpeechVerbs } from '../../../src/extract/claims/lexicon.ts';
import { attributionLayer } from '../../../src/extract/index.ts';
import { plainArticle, read } from '../../../src/read/index.ts';
import { claimsOf } from '../read-text.ts';

const lexicon = (name: string) =>
  parse(readFileSync(new URL(`../../../src/extract/lexicon/en/${name}`, import.meta.url), 'utf8'));

const entries = [
  ...SpeechVerbs.parse(lexicon('speech-verbs.yaml')),
  ...SpeechNouns.parse(lexicon('speech-nouns.yaml')),
];
const examples = entries.flatMap(({ stance, examples }) =>
  examples.map((example) => ({ stance, ...example })),
);

describe('the examples of the lexicon', () => {
  it.each(examples)('$text', ({ text, stance, speaker, cue, content, quoted }) => {
    const claim = claimsOf(text).find((one) => one.cue.text === cue);
    expect(claim, 'a claim with this cue').toBeDefined();
    expect(claim?.content.text).toBe(content);
    expect(claim?.stance).toBe(stance);
    if (speaker !== undefined) expect(claim?.speakerText?.text).toBe(speaker);
    expect(claim?.quoted).toBe(quoted ?? false);
  });
});

const attitudes = [
  ...SpeechVerbs.parse(lexicon('attitude-verbs.yaml')),
  ...SpeechNouns.parse(lexicon('attitude-nouns.yaml')),
].flatMap(({ examples }) => examples);

describe('the examples of views', () => {
  it.each(attitudes)('$text', ({ text, speaker, cue, content }) => {
    const view = attributionLayer(read(plainArticle(text))).find((one) => one.cue.text === cue);
    expect(view?.content.text).toBe(content);
    if (speaker !== undefined) expect(view?.speakerText?.text).toBe(speaker);
  });

  it.each(['The road appears to be open.', 'The convoy is expected to leave on Friday.'])(
    'nobody holds what only seems so: %s',
    (text) => {
      const [view] = attributionLayer(read(plainArticle(text)));
      expect(view?.speakerText).toBeNull();
      expect(claimsOf(text)).toEqual([]);
    },
  );
});
