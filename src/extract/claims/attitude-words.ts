import { z } from 'zod';
import { readDataFile } from '../../model/data-file.ts';

const AttitudeWords = z.strictObject({
  raising: z.array(z.string()).min(1),
  passives: z.array(z.string()).min(1),
  hearsay: z.array(z.string()).min(1),
  surveys: z.array(z.string()).min(1),
  telling: z.array(z.string()).min(1),
  minds: z.array(z.string()).min(1),
  vessels: z.array(z.string()).min(1),
  stimuli: z.array(z.string()).min(1),
  adherents: z.array(z.string()).min(1),
  light: z.array(
    z.strictObject({
      verbs: z.array(z.string()).min(1),
      nouns: z.array(z.string()).min(1),
      topic: z.literal('subject').optional(),
      sourced: z.boolean().optional(),
    }),
  ),
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
  readonly minds: ReadonlySet<string>;
  readonly vessels: ReadonlySet<string>;
  /** Those who hold something: supporter. */
  readonly adherents: ReadonlySet<string>;
  /** Past forms of verbs that move somebody: angered. */
  readonly stimuli: ReadonlySet<string>;
  /** Verb of little meaning → its nouns of saying or thinking. */
  readonly light: ReadonlyMap<string, ReadonlyMap<string, LightPair>>;
  /** Adjective → prepositions and markers of what it is about. */
  readonly adjectives: ReadonlyMap<string, ReadonlySet<string>>;
}

/** 'have doubts' and 'draw criticism': is the view held of the subject, and only where somebody is named who holds it? */
export interface LightPair {
  readonly isTopic: boolean;
  readonly isSourced: boolean;
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
  const light = new Map<string, Map<string, LightPair>>();
  for (const { verbs, nouns, topic, sourced = false } of words.light)
    for (const verb of verbs) {
      const known = light.get(verb) ?? new Map<string, LightPair>();
      for (const noun of nouns) known.set(noun, { isTopic: topic === 'subject', isSourced: sourced });
      light.set(verb, known);
    }
  return {
    raising: new Set(words.raising),
    passives: new Set(words.passives),
    hearsay: new Set(words.hearsay),
    surveys: new Set(words.surveys),
    telling: new Set(words.telling),
    minds: new Set(words.minds),
    vessels: new Set(words.vessels),
    stimuli: new Set(words.stimuli),
    adherents: new Set(words.adherents),
    light,
    adjectives,
  };
}
