import { decodeHTML, decodeHTMLAttribute } from 'entities';
import type { Decoded } from '../collect/index.ts';
import { ChildPlaces } from './child-places.ts';
import { type ClassWords, classWords } from './class-words.ts';
import { newList } from './lists.ts';
import { NameTable, type Signs } from './name-table.ts';
import { Repeats } from './repeats.ts';
import {
  BR,
  type Content,
  FOREIGN_OBJECT,
  FORM,
  IMAGE,
  IMG,
  KNOWN_TAGS,
  P,
  type Tag,
  tagFor,
  tagWritten,
} from './tags.ts';
import {
  type Attributes,
  attributesOf,
  BLANK_LINE,
  BLANK_SPACE,
  type Element,
  KEPT_ATTRIBUTES,
  NO_ATTRIBUTES,
  type Tree,
  type TreeNode,
} from './tree.ts';

/** No page that is read by people nests deeper: below it, tags that nest without end are passed over, and their text stays. */
const DEEPEST = 1500;
/** Elements of a page that are read: several times as many as the longest pages have that people read. */
const MOST_ELEMENTS = 100_000;

const MARK = 33;
const QUOTE = 34;
const APOSTROPHE = 39;
const DASH = 45;
const SLASH = 47;
const EQUALS = 61;
const MORE = 62;
const QUERY = 63;

const kept = new NameTable(KEPT_ATTRIBUTES);
const CLASS = KEPT_ATTRIBUTES.indexOf('class');

const NO_CHILDREN: TreeNode[] = [];

interface Open extends Element {
  readonly children: TreeNode[];
}

/** A value of `class` that stood on the page. */
interface KnownClass {
  readonly names: string;
  readonly words: ClassWords | null;
  /** The attributes of elements that have it and no other. */
  alone: Attributes | null;
}

/**
 * Reads HTML into a tree as htmlparser2 does with its default options, less what cleaning never asks for: comments, styles, scripts that
 * are no data, and attributes that are not in {@link KEPT_ATTRIBUTES}. Without recursion. Time is linear in the length of the page,
 * whatever it holds; memory too, and bounded by the number of elements that are read.
 */
export function parsePage(page: string | Pick<Decoded, 'text' | 'utf8'>): Tree {
  const utf8 = typeof page === 'string' ? null : page.utf8;
  if (utf8) return new Parser(utf8.toString('latin1'), utf8, utf8).run();
  const text = typeof page === 'string' ? page : page.text;
  return new Parser(text, unitsOf(text), null).run();
}

function unitsOf(text: string): Uint16Array {
  const units = new Uint16Array(text.length);
  for (let at = 0; at < text.length; at++) units[at] = text.charCodeAt(at);
  return units;
}

class Parser {
  /** The page; where `utf8` is given, a sign a byte: what markup is made of looks the same in both, and only kept parts are decoded. */
  private readonly html: string;
  /** The same as numbers, which an engine reads faster, above all before it has compiled what reads them. */
  private readonly signs: Signs;
  private readonly utf8: Buffer | null;
  private readonly root = newList<TreeNode>();
  private readonly elements = newList<Element>();
  /** Open elements, and what the content was around each. */
  private readonly stack = newList<Open>();
  private readonly around = newList<Content>();
  private content: Content = 'html';
  private top: Open | null = null;
  /** Children of the innermost open element. */
  private into: TreeNode[] = this.root;
  /** Whether text goes on with the last child, since nothing stood between. */
  private isInText = false;
  private readonly others = new Map<string, Tag>();
  private readonly places = new ChildPlaces();
  /** Classes, of which most come many times, and what they say. */
  private readonly classes: Repeats<KnownClass>;
  /** The class of the tag that is read. */
  private known: KnownClass | null = null;
  /** How many elements of each tag are open. */
  private readonly open: number[] = new Array<number>(KNOWN_TAGS).fill(0);
  /** Open elements below the greatest depth. */
  private passed = 0;
  private nextAmpersand: number;
  /** Where reading goes on. */
  private at = 0;
  private isSelfClosing = false;
  /** Of the tag that is read, the values of its kept attributes by their place. */
  private readonly values = new Array<string | undefined>(KEPT_ATTRIBUTES.length).fill(undefined);

  constructor(html: string, signs: Signs, utf8: Buffer | null) {
    this.html = html;
    this.signs = signs;
    this.utf8 = utf8;
    this.classes = new Repeats(signs);
    this.nextAmpersand = html.indexOf('&');
  }

  run(): Tree {
    const { html, signs, elements } = this;
    let from = 0;
    let search = 0;
    let isOver = false;
    while (!isOver && elements.length < MOST_ELEMENTS) {
      const less = html.indexOf('<', search);
      const sign = less === -1 ? MORE : (signs[less + 1] ?? 0);
      const isEnd = sign === SLASH && less + 2 < html.length;
      const isMarkup = isEnd || sign === MARK || sign === QUERY || isLetter(sign);
      if (less === -1 || !isMarkup) {
        // A sign that begins no tag is text.
        search = less + 1;
        if (less !== -1) continue;
        this.addText(from, html.length, true);
        break;
      }
      this.addText(from, less, true);
      if (isEnd) isOver = !this.endTag(less + 2);
      else if (sign === MARK || sign === QUERY) isOver = !this.declaration(less + 1);
      else isOver = !this.startTag(less + 1);
      from = this.at;
      search = from;
    }
    return { children: this.root, elements, isCut: elements.length >= MOST_ELEMENTS };
  }

  private addText(from: number, to: number, hasEntities: boolean): void {
    if (from >= to) return;
    const text = this.blankBetween(from, to) ?? this.textBetween(from, to, hasEntities);
    if (this.isInText) this.into[this.into.length - 1] += text;
    else this.into.push(text);
    this.isInText = true;
  }

  /** Most texts between two tags are nothing but blanks: only whether a line ends in them counts. Null for others. */
  private blankBetween(from: number, to: number): string | null {
    const { signs } = this;
    let isLine = false;
    for (let at = from; at < to; at++) {
      const unit = signs[at] as number;
      if (!isBlank(unit)) return null;
      isLine ||= unit === 10;
    }
    return isLine ? BLANK_LINE : BLANK_SPACE;
  }

  private textBetween(from: number, to: number, hasEntities: boolean): string {
    const raw = this.cut(from, to);
    return hasEntities && this.isAmpersandIn(from, to) ? decodeHTML(raw) : raw;
  }

  private cut(from: number, to: number): string {
    const { html, utf8 } = this;
    if (utf8 !== null)
      for (let at = from; at < to; at++)
        if ((utf8[at] as number) >= 128) return utf8.toString('utf8', from, to);
    return html.slice(from, to);
  }

  /** Places must be asked for in their order. */
  private isAmpersandIn(from: number, to: number): boolean {
    if (this.nextAmpersand < from && this.nextAmpersand !== -1)
      this.nextAmpersand = this.html.indexOf('&', from);
    return this.nextAmpersand < to && this.nextAmpersand !== -1;
  }

  /** Reads the tag whose name begins at `start`. False where the page ends in it: it then counts for nothing. */
  private startTag(start: number): boolean {
    const isForeign = this.content !== 'html';
    let tag = this.tagAt(start);
    if (!tag) return false;
    if (tag === IMAGE && !isForeign) tag = IMG;
    // A form in a form is none.
    const isNone = tag === FORM && this.isOpen(FORM);
    const isPassed = tag.nests && this.stack.length >= DEEPEST;
    if (!isNone && tag.ends !== null) while (this.top !== null && tag.ends.has(this.top.tag)) this.pop();
    const attributes = this.attributes();
    if (!attributes) return false;
    this.at++;
    if (isPassed) this.passed++;
    else if (!isNone) {
      this.append(tag, attributes);
      // Only drawings and formulas have elements that close themselves.
      if (this.isSelfClosing && this.content !== 'html' && !tag.isVoid) this.pop();
    }
    if (tag.holds !== 'markup' && !isForeign) this.heldText(tag);
    return true;
  }

  /** The tag whose name begins at `start`; null where the page ends in it. Goes on behind the name. */
  private tagAt(start: number): Tag | null {
    const { signs } = this;
    const { length } = signs;
    let at = start + 1;
    while (at < length && !endsName(signs[at] as number)) at++;
    this.at = at;
    if (at === length) return null;
    return tagWritten(signs, start, at) ?? tagFor(this.cut(start, at), this.others);
  }

  /** The kept attributes up to the tag's end, where reading stops; null where the page ends before. */
  private attributes(): Attributes | null {
    const { html, signs, values } = this;
    const { length } = signs;
    let count = 0;
    let known: KnownClass | null = null;
    this.isSelfClosing = false;
    let at = this.at;
    for (; ; at++) {
      if (at >= length) return null;
      let sign = signs[at] as number;
      if (sign === MORE) break;
      if (isBlank(sign)) continue;
      this.isSelfClosing = sign === SLASH;
      if (sign === SLASH) continue;
      const start = at;
      do {
        if (++at >= length) return null;
        sign = signs[at] as number;
      } while (sign !== EQUALS && !endsName(sign));
      const end = at;
      at = this.pastBlanks(at);
      if (at >= length) return null;
      let from = at;
      let to = at;
      if (signs[at] === EQUALS) {
        at = this.pastBlanks(at + 1);
        if (at >= length) return null;
        sign = signs[at] as number;
        from = at;
        if (sign === QUOTE || sign === APOSTROPHE) {
          from++;
          to = html.indexOf(sign === QUOTE ? '"' : "'", from);
          if (to === -1) return null;
          at = to;
        } else {
          while (sign !== MORE && !isBlank(sign)) {
            if (++at >= length) return null;
            sign = signs[at] as number;
          }
          to = at--;
        }
      } else at--;
      const place = kept.placeAt(signs, start, end);
      if (place === -1 || values[place] !== undefined) continue;
      if (place === CLASS) {
        known = this.classBetween(from, to);
        values[place] = known.names;
      } else values[place] = this.valueBetween(from, to);
      count++;
    }
    this.at = at;
    this.known = known;
    if (count === 0) return NO_ATTRIBUTES;
    // Most elements that have attributes have a class and no more.
    const attributes = (count === 1 && known?.alone) || attributesOf(values);
    if (count === 1 && known !== null) known.alone = attributes;
    values.fill(undefined);
    return attributes;
  }

  private pastBlanks(from: number): number {
    const { signs } = this;
    let at = from;
    while (at < signs.length && isBlank(signs[at] as number)) at++;
    return at;
  }

  private classBetween(from: number, to: number): KnownClass {
    let known = this.classes.find(from, to);
    if (known === undefined) {
      const names = this.valueBetween(from, to);
      known = { names, words: names === '' ? null : classWords(names), alone: null };
      this.classes.add(from, to, known);
    }
    return known;
  }

  private valueBetween(from: number, to: number): string {
    const value = this.cut(from, to);
    return this.isAmpersandIn(from, to) ? decodeHTMLAttribute(value) : value;
  }

  private append(tag: Tag, attribs: Attributes): void {
    const { top } = this;
    const element = {
      name: tag.name,
      tag,
      place: this.places.next(tag, top ?? this.root),
      attribs,
      says: attribs === NO_ATTRIBUTES || this.known === null ? null : this.known.words,
      idSays: attribs.id ? classWords(attribs.id) : null,
      parent: top,
      children: tag.isVoid ? NO_CHILDREN : [],
    };
    this.into.push(element);
    this.elements.push(element);
    this.isInText = false;
    if (tag.isVoid) return;
    this.places.enter();
    this.stack.push(element);
    this.around.push(this.content);
    this.open[tag.id] = (this.open[tag.id] ?? 0) + 1;
    this.top = element;
    this.into = element.children;
    if (tag.content !== null && (tag !== FOREIGN_OBJECT || this.content === 'svg'))
      this.content = tag.content;
  }

  private pop(): Tag {
    this.places.leave();
    const { tag } = this.stack.pop() as Open;
    this.content = this.around.pop() as Content;
    (this.open[tag.id] as number)--;
    this.top = this.stack[this.stack.length - 1] ?? null;
    this.into = this.top ? this.top.children : this.root;
    this.isInText = false;
    return tag;
  }

  private isOpen(tag: Tag): boolean {
    return (this.open[tag.id] ?? 0) > 0;
  }

  /** Text up to the end tag of an element that holds no markup, and that end tag. */
  private heldText(tag: Tag): void {
    const { html } = this;
    const { name } = tag;
    const from = this.at;
    let end = tag.holds === 'rest' ? -1 : html.indexOf('</', from);
    while (end !== -1 && !isNameAt(this.signs, end + 2, name)) end = html.indexOf('</', end + 2);
    if (tag.holds !== 'code' || isData(this.top))
      this.addText(from, end === -1 ? html.length : end, tag.holds === 'entities');
    this.at = html.length;
    if (end === -1) return;
    this.close(tag);
    this.skipPast('>', end + 2);
  }

  /** Reads what begins with `</`, of which `start` is the end. False where the page ends in it. */
  private endTag(start: number): boolean {
    const sign = this.signs[start] as number;
    if (isLetter(sign)) {
      const tag = this.tagAt(start);
      if (!tag) return false;
      this.close(tag);
      return this.skipPast('>', this.at);
    }
    // `</>` is nothing; else it is a comment.
    if (sign !== MORE) this.isInText = false;
    return this.skipPast('>', start);
  }

  private close(tag: Tag): void {
    if (tag === BR) this.append(BR, NO_ATTRIBUTES);
    else if (tag.isVoid) return;
    else if (tag.nests && this.passed > 0) this.passed--;
    else if (this.isOpen(tag)) while (this.pop() !== tag);
    else if (tag === P) {
      this.append(P, NO_ATTRIBUTES);
      this.pop();
    }
  }

  /** Passes over comments, doctypes and instructions: what begins with `<!` or `<?`, of which `start` is the second sign. */
  private declaration(start: number): boolean {
    const { html, signs } = this;
    if (html.startsWith('![CDATA[', start)) {
      const from = start + 8;
      const end = html.indexOf(']]>', from);
      if (end === -1) return false;
      if (this.content === 'html') this.isInText = false;
      else this.addText(from, end, false);
      this.at = end + 3;
      return true;
    }
    this.isInText = false;
    if (!html.startsWith('!--', start)) return this.skipPast('>', start + 1);
    const from = start + 3;
    if (signs[from] === MORE) return this.skipPast('>', from);
    if (html.startsWith('->', from)) return this.skipPast('>', from);
    // `-->` and `--!>` end a comment.
    for (let end = html.indexOf('--', from); end !== -1; end = html.indexOf('--', end + 1)) {
      let after = end + 2;
      while (signs[after] === DASH) after++;
      if (signs[after] === MARK) after++;
      if (signs[after] === MORE) {
        this.at = after + 1;
        return true;
      }
      end = after - 1;
    }
    return false;
  }

  private skipPast(sign: string, from: number): boolean {
    const end = this.html.indexOf(sign, from);
    if (end === -1) return false;
    this.at = end + 1;
    return true;
  }
}

/** Whether a script is data: JSON-LD above all. */
function isData(element: Element | null): boolean {
  return element?.name === 'script' && /json/i.test(element.attribs.type ?? '');
}

function isLetter(code: number): boolean {
  const lower = code | 0x20;
  return lower >= 97 && lower <= 122;
}

function isBlank(code: number): boolean {
  return code === 32 || (code <= 13 && code >= 9 && code !== 11);
}

function endsName(code: number): boolean {
  return code === MORE || code === SLASH || isBlank(code);
}

/** Whether a name, given in small letters, stands there in letters of any size, and ends. */
function isNameAt(signs: Signs, from: number, name: string): boolean {
  const to = from + name.length;
  if (to >= signs.length || !endsName(signs[to] as number)) return false;
  for (let at = from; at < to; at++)
    if (((signs[at] as number) | 0x20) !== name.charCodeAt(at - from)) return false;
  return true;
}
