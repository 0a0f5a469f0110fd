import type { Piece } from './piece.ts';

/** What the tokens of a language stand for that are more words than they show (UD: multiword tokens). */
export interface MultiwordRules {
  /** Words by token, lower case: `du` → `de`, `le`. */
  readonly words: ReadonlyMap<string, readonly string[]>;
  /** Marks set inside a word that are words of their own: Armenian `ինչո՞ւ` is `ինչու` and `՞`. */
  readonly marks: ReadonlySet<string>;
}

/**
 * A piece as the words it stands for: itself, or pieces that share its span and carry forms of their own. Capitals go
 * with the first word.
 */
export function wordsOfPiece(piece: Piece, rules: MultiwordRules): readonly Piece[] {
  const { form } = piece;
  const words = rules.words.size > 0 ? rules.words.get(form.toLowerCase()) : undefined;
  if (words) return words.map((word, place) => ({ ...piece, form: place === 0 ? cased(word, form) : word }));
  if (rules.marks.size === 0 || form.length < 2) return [piece];
  for (const mark of rules.marks) {
    const at = form.indexOf(mark);
    if (at <= 0) continue;
    const rest = form.slice(0, at) + form.slice(at + mark.length);
    if (/^\p{L}+$/u.test(rest))
      return [
        { ...piece, form: rest },
        { ...piece, form: mark },
      ];
  }
  return [piece];
}

function cased(word: string, like: string): string {
  return /^\p{Lu}/u.test(like) ? word.charAt(0).toUpperCase() + word.slice(1) : word;
}
