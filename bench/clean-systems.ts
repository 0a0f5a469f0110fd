import { clean } from '../src/clean/index.ts';
import { makePage } from '../src/collect/index.ts';

/** HTML of a page and its address → the text of its story. */
export type Extractor = (html: string, url: string) => string | Promise<string>;

/** The systems that are compared. Each is loaded only in the process that measures it, so that memory is its own. */
export const SYSTEMS: Readonly<Record<string, () => Promise<Extractor>>> = {
  truceline: async () => (html, url) => clean(makePage(Buffer.from(html), 'page', { url })).article.text,
  'readability on linkedom': async () => {
    const { Readability } = await import('@mozilla/readability');
    const { parseHTML } = await import('linkedom');
    return (html) => textOf(new Readability(parseHTML(html).document).parse()?.content, parseHTML);
  },
  'readability on jsdom': async () => {
    const { Readability } = await import('@mozilla/readability');
    const { JSDOM } = await import('jsdom');
    return (html, url) => {
      const window = new JSDOM(html, { url }).window;
      const text = new Readability(window.document).parse()?.textContent ?? '';
      window.close();
      return text;
    };
  },
  defuddle: async () => {
    const { Defuddle } = await import('defuddle/node');
    const { parseHTML } = await import('linkedom');
    return async (html, url) => {
      const { document } = parseHTML(html);
      return textOf((await Defuddle(document, url)).content, parseHTML);
    };
  },
};

/** Text of a fragment with a blank after each block, so that words of neighbours stay apart. */
function textOf(content: string | null | undefined, parseHTML: typeof import('linkedom').parseHTML): string {
  const apart = (content ?? '').replace(
    /<(?:\/(?:p|div|h[1-6]|li|td|th|blockquote|pre|figcaption)|br)\b/gi,
    ' $&',
  );
  return parseHTML(`<!doctype html><html><body>${apart}</body></html>`).document.body.textContent ?? '';
}
