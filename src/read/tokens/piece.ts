/** A word as the tokeniser sees it: UTF-16 offsets into the text that was given. */
export interface Piece {
  readonly start: number;
  readonly end: number;
  /** The word itself: what the text shows there, or one of the words that it stands for. */
  readonly form: string;
}
