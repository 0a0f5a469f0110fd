import type { Article, Edtf } from '../model/index.ts';

/** Universal part-of-speech tags (Universal Dependencies 2). */
export type Upos =
  | 'ADJ'
  | 'ADP'
  | 'ADV'
  | 'AUX'
  | 'CCONJ'
  | 'DET'
  | 'INTJ'
  | 'NOUN'
  | 'NUM'
  | 'PART'
  | 'PRON'
  | 'PROPN'
  | 'PUNCT'
  | 'SCONJ'
  | 'SYM'
  | 'VERB'
  | 'X';

/** One syntactic word. Offsets are UTF-16 units into `article.text`; words of one multiword token share its span. */
export interface Token {
  /** Place in `Document.tokens`. */
  readonly index: number;
  /** Place of its sentence in `Document.sentences`. */
  readonly sentence: number;
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly lemma: string;
  readonly upos: Upos;
  /** UD features as written in CoNLL-U, `Number=Sing|Person=3`; empty where none. */
  readonly feats: string;
  /** Index of the head in `Document.tokens`; -1 for the root of a sentence. */
  readonly head: number;
  /** UD relation to the head, with subtype (`nsubj:pass`); `root` for a root. */
  readonly deprel: string;
  /** Indexes of its dependents, in text order. */
  readonly children: readonly number[];
}

export interface Sentence {
  readonly index: number;
  readonly start: number;
  readonly end: number;
  /** Tokens [firstToken, endToken) of the document. */
  readonly firstToken: number;
  readonly endToken: number;
  /** Index of the root token. */
  readonly root: number;
  /** Place of its paragraph in `article.paragraphs`. */
  readonly paragraph: number;
  /** Language of the passage; sentences in a language without an engine have tokens but a flat tree. */
  readonly language: string;
}

export type EntityType = 'PER' | 'ORG' | 'LOC' | 'NORP' | 'MISC';

/** A named entity; never crosses a sentence. */
export interface Entity {
  readonly index: number;
  readonly type: EntityType;
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly firstToken: number;
  readonly endToken: number;
  /** The syntactic head among its tokens. */
  readonly head: number;
  /** Title or role next to the name ('foreign minister', 'envoy'), as written. */
  readonly role?: string;
  /** What the role belongs to, as written ('of the Russian peacekeeping contingent' → that name). */
  readonly affiliation?: string;
  /** Acronym introduced beside the name: 'International Committee of the Red Cross (ICRC)'. */
  readonly acronym?: string;
  /** A country or capital that stands for its government: 'Baku denied', 'talks between Moscow and Kyiv'. */
  readonly standsFor?: 'government';
}

/** A noun phrase or pronoun that refers to the same as others of its chain. */
export interface Mention {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly head: number;
  readonly kind: 'name' | 'nominal' | 'pronoun';
}

/** Everything in the article that refers to one person, body or place, in text order. */
export interface MentionChain {
  readonly index: number;
  /** The fullest name of the chain (or its first nominal). */
  readonly name: string;
  readonly type: EntityType | 'GROUP';
  readonly mentions: readonly Mention[];
  /** Indexes of its entities. */
  readonly entities: readonly number[];
}

/** A date or duration found in the text and resolved against the article's date. */
export interface DateMention {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly firstToken: number;
  readonly endToken: number;
  readonly kind: 'date' | 'time' | 'duration' | 'set';
  /** The date meant; for a duration that runs up to the article's date, the day it began; null where none can be said. */
  readonly edtf: Edtf | null;
  readonly basis: 'expression' | 'relative' | 'same-day';
  /** Length in days of a duration ('for over 87 days' → 87). */
  readonly days?: number;
  /** For durations: 'since' where it runs from a start up to now; for dates: 'since 12 December', 'until Friday'. */
  readonly anchor?: 'since' | 'until' | 'ago' | 'within';
  /** 'over', 'at least' / 'less than', 'up to' / 'about'. */
  readonly bound?: 'at-least' | 'at-most' | 'about';
  /** Which part of the month, week or year: 'mid-December', 'the end of March'. */
  readonly edge?: 'start' | 'mid' | 'end';
  /** Which part of the day: 'Sunday night', 'that evening'. */
  readonly part?: 'morning' | 'midday' | 'noon' | 'afternoon' | 'evening' | 'night' | 'dawn' | 'dusk';
}

/** A count in digits or words; numbers inside of dates and names are not here. */
export interface NumberMention {
  readonly start: number;
  readonly end: number;
  /** With what bounds it: 'at least 12', '2.5 million', '10 to 15', '40 percent'. */
  readonly text: string;
  readonly firstToken: number;
  readonly endToken: number;
  /** The number meant; the least that is meant for 'dozens' (24) and 'hundreds' (200); the lower end of a range. */
  readonly value: number;
  /** The upper end of a range. */
  readonly most?: number;
  /** 'at least', 'dozens' / 'up to' / 'some'. */
  readonly bound?: 'at-least' | 'at-most' | 'about';
  /** What it measures, where it counts no things. */
  readonly unit?: 'percent' | 'money';
}

/** An article read: immutable. */
export interface Document {
  readonly article: Article;
  /** The article's language; trees, entities and dates are there where `hasTrees`. */
  readonly language: string;
  readonly hasTrees: boolean;
  readonly sentences: readonly Sentence[];
  readonly tokens: readonly Token[];
  readonly entities: readonly Entity[];
  readonly chains: readonly MentionChain[];
  readonly dates: readonly DateMention[];
  readonly numbers: readonly NumberMention[];
}
