import { z } from 'zod';
import { readDataFile } from '../../model/data-file.ts';
import { Stance } from '../../model/index.ts';
import { type AttitudeLexicon, readAttitudeWords } from './attitude-words.ts';
import { formsOf } from './verb-forms.ts';

/** A sentence that shows an entry at work; test/extract/claims runs them all. */
export const ClaimExample = z.strictObject({
  text: z.string(),
  speaker: z.string().optional(),
  cue: z.string(),
  content: z.string(),
  quoted: z.boolean().optional(),
});

/** A way in which a verb takes its content; see the head of lexicon/en/speech-verbs.yaml. */
const FrameText = z
  .string()
  .regex(/^(?:that|quote|infinitive|gerund|obj(?: (?:infinitive|that|[a-z|]+))?|[a-z|]+(?: infinitive)?)$/);

export const SpeechVerbs = z.array(
  z.strictObject({
    lemmas: z.array(z.string()).min(1),
    stance: Stance,
    frames: z.array(FrameText).min(1),
    objects: z.array(z.string()).optional(),
    subjects: z.array(z.string()).optional(),
    particles: z.array(z.string()).optional(),
    needs: z.literal('as').optional(),
    raising: z.boolean().optional(),
    examples: z.array(ClaimExample).min(1),
  }),
);

export const SpeechNouns = z.array(
  z.strictObject({
    lemmas: z.array(z.string()).min(1),
    stance: Stance,
    takes: z.array(z.string()).min(1),
    unowned: z.boolean().optional(),
    examples: z.array(ClaimExample).min(1),
  }),
);

/** How the content hangs on the verb, parsed from its frame. */
export type Frame =
  | {
      readonly kind:
        | 'that'
        | 'quote'
        | 'infinitive'
        | 'gerund'
        | 'object'
        | 'object infinitive'
        | 'object that'
        | 'object as';
    }
  | { readonly kind: 'object prep' | 'prep' | 'prep infinitive'; readonly prepositions: readonly string[] };

export interface VerbCue {
  readonly stance: Stance;
  readonly frames: readonly Frame[];
  /** Only with one of these nouns as the object. */
  readonly objects?: ReadonlySet<string>;
  /** Only with one of these nouns as the subject. */
  readonly subjects?: ReadonlySet<string>;
  /** Only with one of these words right behind it. */
  readonly particles?: ReadonlySet<string>;
  /** Also with the holder as the object: casts himself as. */
  readonly reflexive: boolean;
  readonly needsAs: boolean;
  /** The object of `object infinitive` is the subject of the content, not the addressee. */
  readonly raises: boolean;
}

export interface NounCue {
  readonly stance: Stance;
  /** `that` for a clause, `to` for an infinitive, else prepositions. */
  readonly takes: ReadonlySet<string>;
  /** Also where nobody is named whose it is; with 'that' it needs nobody anyway. */
  readonly unowned: boolean;
}

export interface CueLexicon {
  /** By written form: taggers lemmatise rare verbs badly. */
  readonly verbs: ReadonlyMap<string, readonly VerbCue[]>;
  /** Form → lemma. */
  readonly lemmas: ReadonlyMap<string, string>;
  readonly nouns: ReadonlyMap<string, readonly NounCue[]>;
}

export interface ClaimLexicon extends CueLexicon {
  /** What tells a view without words: the outer layer (views.ts). */
  readonly attitudes: CueLexicon & AttitudeLexicon;
}

function frameOf(text: string): Frame {
  switch (text) {
    case 'that':
    case 'quote':
    case 'infinitive':
    case 'gerund':
      return { kind: text };
    case 'obj':
      return { kind: 'object' };
    case 'obj infinitive':
      return { kind: 'object infinitive' };
    case 'obj that':
      return { kind: 'object that' };
    case 'obj as':
      return { kind: 'object as' };
  }
  const [first, second] = text.split(' ') as [string, string?];
  if (first === 'obj') return { kind: 'object prep', prepositions: (second as string).split('|') };
  return { kind: second === undefined ? 'prep' : 'prep infinitive', prepositions: first.split('|') };
}

function collect<Entry extends { lemmas: string[] }, Cue>(
  entries: readonly Entry[],
  cueOf: (entry: Entry) => Cue,
): Map<string, Cue[]> {
  const cues = new Map<string, Cue[]>();
  for (const entry of entries) {
    const cue = cueOf(entry);
    for (const lemma of entry.lemmas) {
      const list = cues.get(lemma);
      if (list) list.push(cue);
      else cues.set(lemma, [cue]);
    }
  }
  return cues;
}

const readYaml = (name: string): unknown => readDataFile(new URL(`../lexicon/${name}`, import.meta.url));

const loaded = new Map<string, ClaimLexicon>();
const LANGUAGES: readonly string[] = ['en'];

/** The cues of a language, or null where it has no lexicon yet. Read and checked once. */
export function claimLexiconOf(language: string): ClaimLexicon | null {
  if (!LANGUAGES.includes(language)) return null;
  const known = loaded.get(language);
  if (known) return known;
  const lexicon: ClaimLexicon = {
    ...verbsOf(`${language}/speech-verbs.yaml`),
    nouns: nounsOf(`${language}/speech-nouns.yaml`),
    attitudes: {
      ...verbsOf(`${language}/attitude-verbs.yaml`, true),
      nouns: nounsOf(`${language}/attitude-nouns.yaml`),
      ...readAttitudeWords(language),
    },
  };
  loaded.set(language, lexicon);
  return lexicon;
}

function verbsOf(file: string, isOfViews = false): Pick<CueLexicon, 'verbs' | 'lemmas'> {
  const byLemma = collect(SpeechVerbs.parse(readYaml(file)), (entry) => ({
    stance: entry.stance,
    frames: entry.frames.map(frameOf),
    needsAs: entry.needs === 'as',
    reflexive: isOfViews,
    raises: entry.raising ?? false,
    ...(entry.objects && { objects: new Set(entry.objects) }),
    ...(entry.particles && { particles: new Set(entry.particles) }),
    ...(entry.subjects && { subjects: new Set(entry.subjects) }),
  }));
  const verbs = new Map<string, readonly VerbCue[]>();
  const lemmas = new Map<string, string>();
  for (const [lemma, cues] of byLemma) {
    for (const form of formsOf(lemma)) {
      if (verbs.has(form) && form !== lemma) continue;
      verbs.set(form, cues);
      lemmas.set(form, lemma);
    }
  }
  return { verbs, lemmas };
}

function nounsOf(file: string): CueLexicon['nouns'] {
  return collect(SpeechNouns.parse(readYaml(file)), (entry) => ({
    stance: entry.stance,
    takes: new Set(entry.takes),
    unowned: entry.unowned ?? false,
  }));
}
