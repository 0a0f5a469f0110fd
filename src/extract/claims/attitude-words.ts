import { z } from 'zod';
import { readDataFile } from '../../model/data-file.ts';

const AttitudeWords = z.strictObject({
  raising: z.array(z.string()).min(1),
  passives: z.array(z.string()).min(1),
  hearsay: z.array(z.string()).min(1),
  surveys: z.array(z.string()).min(1),
  telling: z.array(z.string()).min(1),
  stimuli: z.array(z.string()).min(1),
  adjectives: z.array(
    z.strictObject({ lemmas: z.array(z.string()).min(1), takes: z.array(z.string()).min(1) }),
  ),
});

/** See the head of lexicon/en/attitude-words.yaml. */
export interface AttitudeLexicon {
  readonly raising: ReadonlySet<string>;
  readonly passives: ReadonlySet<string>;
  readonly hearsay: ReadonlySet<string>;
  readonly surveys: ReadonlySet<string>;
  readonly telling: ReadonlySet<string>;
  /** Past forms of verbs that move somebody: angered. */
  readonly stimuli: ReadonlySet<string>;
  /** Adjective → prepositions and markers of what it is about. */
  readonly adjectives: ReadonlyMap<string, ReadonlySet<string>>;
}

/** Reads and checks the words of one language. Throws a ZodError where the file does not fit. */
export function readAttitudeWords(language: string): AttitudeLexicon {
  const file = new URL(`../lexicon/${language}/attitude-words.yaml`, import.meta.url);
  const words = AttitudeWords.parse(readDataFile(file));
  const adjectives = new Map<string, Set<string>>();
  for (const { lemmas, takes } of words.adjectives)
    for (const lemma of lemmas) {
      const known = adjectives.get(lemma) ?? new Set();
      for (const take of takes) known.add(take);
      adjectives.set(lemma, known);
    }
  return {
    raising: new Set(words.raising),
    passives: new Set(words.passives),
    hearsay: new Set(words.hearsay),
    surveys: new Set(words.surveys),
    telling: new Set(words.telling),
    stimuli: new Set(words.stimuli),
    adjectives,
  };
}
