import { decodeHTML } from 'entities';
import type { Decoded } from '../collect/index.ts';
import { Attributes, KEPT_ATTRIBUTES, NO_ATTRIBUTES, Places } from './attributes.ts';
import { ChildPlaces } from './child-places.ts';
import type { ClassWords } from './class-words.ts';
import { knownNames } from './known-names.ts';
import { newList } from './lists.ts';
import { NameTable } from './name-table.ts';
import { markOf, PageSource, type Signs } from './page-source.ts';
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
import { BLANK_LINE, BLANK_SPACE, type Element, type Tree, type TreeNode } from './tree.ts';

/** No page that is read by people nests deeper: below it, tags that nest without end are passed over, and their text stays. */
const DEEPEST = 1500;
/** Elements of a page that are read: several times as many as the longest pages have that people read. */
const MOST_ELEMENTS = 100_000;

const MARK = 33;
const QUOTE = 34;
const APOSTROPHE = 39;
const DASH = 45;
const SLASH = 47;
const LESS = 60;
const EQUALS = 61;
const MORE = 62;
const QUERY = 63;
const DASHES = markOf('--');
const DATA_END = markOf(']]>');
const END_TAG = markOf('</');

const kept = new NameTable(KEPT_ATTRIBUTES);
const CLASS = KEPT_ATTRIBUTES.indexOf('class');
const ID = KEPT_ATTRIBUTES.indexOf('id');

const NO_CHILDREN: readonly TreeNode[] = newList<TreeNode>();

interface Open extends Element {
  children: readonly TreeNode[];
}

/**
 * Reads HTML into a tree as htmlparser2 does with its default options, less what cleaning never asks for: comments, styles, scripts that
 * are no data, and attributes that are not in {@link KEPT_ATTRIBUTES}. Without recursion. Time is linear in the length of the page,
 * whatever it holds; memory too, and bounded by the number of elements that are read.
 */
export function parsePage(page: string | Pick<Decoded, 'text' | 'utf8'>): Tree {
  return new Parser(new PageSource(page)).run();
}

class Parser {
  private readonly source: PageSource;
  private readonly signs: Signs;
  /** The children so far of all open elements, those of the innermost last, and how many these are: what stands behind them is over. */
  private readonly nodes = newList<TreeNode>();
  private size = 0;
  /** Where the children of each open element begin. */
  private readonly starts: number[] = [];
  private readonly elements = newList<Element>();
  /** Open elements, and what the content was around each. */
  private readonly stack = newList<Open>();
  private readonly around = newList<Content>();
  private content: Content = 'html';
  private top: Open | null = null;
  /** Whether text goes on with the last child, since nothing stood between. */
  private isInText = false;
  private readonly others = new Map<string, Tag>();
  private readonly places = new ChildPlaces();
  /** Places of all kept attributes of the page: of each which it is, and where its value begins and ends. */
  private readonly spans = new Places();
  /** What class and id of the tag say that is read. */
  private says: ClassWords | null = null;
  private idSays: ClassWords | null = null;
  /** How many elements of each tag are open. */
  private readonly open: number[] = new Array<number>(KNOWN_TAGS).fill(0);
  /** Open elements below the greatest depth. */
  private passed = 0;
  /** Where reading goes on. */
  private at = 0;
  private isSelfClosing = false;

  constructor(source: PageSource) {
    this.source = source;
    this.signs = source.signs;
  }

  run(): Tree {
    const { source, signs, elements } = this;
    const { length } = signs;
    let from = 0;
    let search = 0;
    let isOver = false;
    while (!isOver && elements.length < MOST_ELEMENTS) {
      const less = source.next(LESS, search);
      if (less === -1) {
        this.addText(from, length, true);
        break;
      }
      const sign = less + 1 < length ? (signs[less + 1] as number) : 0;
      const isEnd = sign === SLASH && less + 2 < length;
      if (!isEnd && sign !== MARK && sign !== QUERY && !isLetter(sign)) {
        // A sign that begins no tag is text.
        search = less + 1;
        continue;
      }
      this.addText(from, less, true);
      if (isEnd) isOver = !this.endTag(less + 2);
      else if (sign === MARK || sign === QUERY) isOver = !this.declaration(less + 1);
      else isOver = !this.startTag(less + 1);
      from = this.at;
      search = from;
    }
    while (this.top !== null) this.pop();
    return { children: this.childrenFrom(0), elements, isCut: elements.length >= MOST_ELEMENTS };
  }

  private addText(from: number, to: number, hasEntities: boolean): void {
    if (from >= to) return;
    const text = this.blankBetween(from, to) ?? this.textBetween(from, to, hasEntities);
    if (this.isInText) this.nodes[this.size - 1] += text;
    else this.put(text);
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
    const raw = this.source.cut(from, to);
    return hasEntities && raw.includes('&') ? decodeHTML(raw) : raw;
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
    return tagWritten(signs, start, at) ?? tagFor(this.source.cut(start, at), this.others);
  }

  /** The kept attributes up to the tag's end, where reading stops; null where the page ends before. */
  private attributes(): Attributes | null {
    const { source, signs, spans } = this;
    const { length } = signs;
    const first = spans.size;
    /** Those that it has, as bits. */
    let all = 0;
    this.isSelfClosing = false;
    this.says = null;
    this.idSays = null;
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
          to = source.next(sign, from);
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
      if (place === -1 || ((all >> place) & 1) === 1) continue;
      all |= 1 << place;
      spans.add(place, from, to);
      if (from === to) continue;
      if (place === CLASS) this.says = knownNames.at(source, from, to);
      else if (place === ID) this.idSays = knownNames.at(source, from, to);
    }
    this.at = at;
    return all === 0 ? NO_ATTRIBUTES : new Attributes(all, source, spans, first);
  }

  private pastBlanks(from: number): number {
    const { signs } = this;
    let at = from;
    while (at < signs.length && isBlank(signs[at] as number)) at++;
    return at;
  }

  private append(tag: Tag, attribs: Attributes): void {
    const { top } = this;
    const element = {
      name: tag.name,
      tag,
      place: this.places.next(tag, top ?? this),
      depth: this.stack.length,
      path: '',
      attribs,
      says: attribs === NO_ATTRIBUTES ? null : this.says,
      idSays: attribs === NO_ATTRIBUTES ? null : this.idSays,
      parent: top,
      children: NO_CHILDREN,
    };
    this.put(element);
    this.elements.push(element);
    this.isInText = false;
    if (tag.isVoid) return;
    this.places.enter();
    this.stack.push(element);
    this.around.push(this.content);
    this.open[tag.id] = (this.open[tag.id] ?? 0) + 1;
    this.top = element;
    this.starts.push(this.size);
    if (tag.content !== null && (tag !== FOREIGN_OBJECT || this.content === 'svg'))
      this.content = tag.content;
  }

  private pop(): Tag {
    this.places.leave();
    const element = this.stack.pop() as Open;
    const { tag } = element;
    element.children = this.childrenFrom(this.starts.pop() as number);
    this.content = this.around.pop() as Content;
    (this.open[tag.id] as number)--;
    this.top = this.stack[this.stack.length - 1] ?? null;
    this.isInText = false;
    return tag;
  }

  private put(node: TreeNode): void {
    const { nodes } = this;
    if (this.size === nodes.length) nodes.push(node);
    else nodes[this.size] = node;
    this.size++;
  }

  /** Ends a list of children, which is made as long as it is at once. */
  private childrenFrom(start: number): readonly TreeNode[] {
    const children = start === this.size ? NO_CHILDREN : this.nodes.slice(start, this.size);
    this.size = start;
    return children;
  }

  private isOpen(tag: Tag): boolean {
    return (this.open[tag.id] ?? 0) > 0;
  }

  /** Text up to the end tag of an element that holds no markup, and that end tag. */
  private heldText(tag: Tag): void {
    const { source, signs } = this;
    const { name } = tag;
    const from = this.at;
    let end = tag.holds === 'rest' ? -1 : source.find(END_TAG, from);
    while (end !== -1 && !isNameAt(signs, end + 2, name)) end = source.find(END_TAG, end + 2);
    if (tag.holds !== 'code' || isData(this.top))
      this.addText(from, end === -1 ? signs.length : end, tag.holds === 'entities');
    this.at = signs.length;
    if (end === -1) return;
    this.close(tag);
    this.skipTag(end + 2);
  }

  /** Reads what begins with `</`, of which `start` is the end. False where the page ends in it. */
  private endTag(start: number): boolean {
    const sign = this.signs[start] as number;
    if (isLetter(sign)) {
      const tag = this.tagAt(start);
      if (!tag) return false;
      this.close(tag);
      return this.skipTag(this.at);
    }
    // `</>` is nothing; else it is a comment.
    if (sign !== MORE) this.isInText = false;
    return this.skipTag(start);
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
    const { source, signs } = this;
    if (source.isAt('![CDATA[', start)) {
      const from = start + 8;
      const end = source.find(DATA_END, from);
      if (end === -1) return false;
      if (this.content === 'html') this.isInText = false;
      else this.addText(from, end, false);
      this.at = end + 3;
      return true;
    }
    this.isInText = false;
    if (!source.isAt('!--', start)) return this.skipTag(start + 1);
    const from = start + 3;
    if (signs[from] === MORE) return this.skipTag(from);
    if (source.isAt('->', from)) return this.skipTag(from);
    // `-->` and `--!>` end a comment.
    for (let end = source.find(DASHES, from); end !== -1; end = source.find(DASHES, end + 1)) {
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

  /** Goes on behind the end of a tag, or of what is read like one. False where none comes. */
  private skipTag(from: number): boolean {
    const end = this.source.next(MORE, from);
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
