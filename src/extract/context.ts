import type { Actor, Article, Edtf, IdKind, Place, Span, Stance } from '../model/index.ts';
import type { Document } from '../read/index.ts';

/**
 * Who acts in the article. Filled from names and chains before any rule runs; a rule that meets an actor without a
 * name ('gunmen', 'the two delegations') adds it by asking for it.
 */
export interface ActorRegistry {
  /** Id of the actor that the noun phrase or pronoun around this token refers to; null where that is none. Never adds. */
  actorOf(token: number): string | null;
  /**
   * Ids of all actors of the noun phrase with this head, in text order: 'Baku and Yerevan', 'the two countries',
   * 'representatives of X and Y'. With `add`, an unnamed human group becomes an actor typed from its head noun.
   * `acts` says that the phrase is known to act, so that a place name in it is taken for those who act there.
   * Empty where the phrase names nobody.
   */
  actorsOf(head: number, options?: { readonly add?: boolean; readonly acts?: boolean }): readonly string[];
  /** The actor of an id. Throws a RangeError for an id that is not of this record. */
  get(id: string): Actor;
  /** All actors, by first mention. */
  all(): readonly Actor[];
}

/** A stretch of text that the article attributes to somebody: what a claim is made of. */
export interface Attribution {
  readonly speaker: string | null;
  readonly speakerText: Span | null;
  readonly addressee?: string;
  readonly stance: Stance;
  /** The stance of the cue itself, before a look at what is said: 'said it would help' states, though what is said offers. */
  readonly cueStance: Stance;
  readonly cue: Span;
  /** Index of the cue's head token; -1 where a bare quotation is carried on from the sentence before. */
  readonly cueToken: number;
  readonly content: Span;
  /** Pieces, things listed and deadline as in the claim (model/record.ts). */
  readonly parts?: readonly Span[];
  readonly items?: readonly Span[];
  readonly deadline?: Edtf;
  readonly quoted: boolean;
  /** Was the speech act itself negated, questioned, conditional or in the future ('did not say', 'may accuse')? Then it is no claim. */
  readonly unreal: boolean;
  /** The rule that found it, for `--explain`. */
  readonly rule: string;
}

/** What every rule of extract works with; one a document. */
export interface ExtractionContext {
  readonly document: Document;
  readonly article: Article;
  /** Stable ids of this record (model/id.ts). */
  readonly ids: (kind: IdKind, ...parts: (string | number)[]) => string;
  readonly actors: ActorRegistry;
  /** All attributions in text order. */
  readonly attributions: readonly Attribution[];
  /** The innermost attribution whose content holds this token, or null: the scope of hearsay. */
  attributionOf(token: number): Attribution | null;
  /** The place that the name or noun phrase around this token means, or null. */
  placeOf(token: number): Place | null;
  /** Called for each line with the rule that made it; only there when someone wants to know. */
  readonly explain?: (rule: string, span: Span) => void;
}
