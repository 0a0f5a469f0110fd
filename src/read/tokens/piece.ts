/** A word as the tokeniser sees it: UTF-16 offsets into the text that was given. */
export interface Piece {
  readonly start: number;
  readonly end: number;
  /** The word itself, where it is not what the text shows there. */
  readonly form?: string;
}
