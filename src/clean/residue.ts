import { type Residue, type Span, spanOf } from '../model/index.ts';
import { otherLanguageOf } from './language.ts';

/** Longest passage in brackets that is looked at. */
const LONGEST = 400;

/** Passages left in another language: what stands in square brackets, and whole paragraphs. Linear. */
export function residueOf(text: string, paragraphs: readonly Span[], language: string): Residue[] {
  const found: Residue[] = [];
  for (const { start, end } of paragraphs) {
    for (let open = text.indexOf('[', start); open !== -1 && open < end; open = text.indexOf('[', open + 1)) {
      const window = text.slice(open, Math.min(end, open + LONGEST));
      const close = window.indexOf(']');
      if (close < 3) continue;
      const inner = window.slice(1, close);
      const other = otherLanguageOf(inner, language);
      if (other) found.push({ ...spanOf(text, open, open + close + 1), language: other });
    }
    const rest = outsideBrackets(text.slice(start, end));
    const other = rest.length > 60 ? otherLanguageOf(rest, language) : null;
    if (other) found.push({ ...spanOf(text, start, end), language: other });
  }
  return found.sort((a, b) => a.start - b.start || b.end - a.end);
}

function outsideBrackets(text: string): string {
  return text.replace(/\[[^\]]{0,400}\]/g, ' ').trim();
}
