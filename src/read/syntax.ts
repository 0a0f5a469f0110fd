import type { Article } from '../model/index.ts';
import type { Sentence, Token, Upos } from './document.ts';
import { modelOf } from './model-file.ts';
import { mend } from './parsing/mend.ts';
import { parseHeads, parseRoom } from './parsing/parse.ts';
import { viewOf, viewRoom } from './parsing/word-view.ts';
import { lemmaOf } from './tagging/lemma.ts';
import { tag } from './tagging/tag.ts';
import { PROPN_CLASS, UPOS_CLASSES } from './tagging/upos.ts';
import { datelineEnd } from './tokens/dateline.ts';
import { wordsOfPiece } from './tokens/multiword.ts';
import type { Piece } from './tokens/piece.ts';
import { sentenceEnds } from './tokens/sentence-ends.ts';
import { looseStop, splitWords } from './tokens/split.ts';
import { PLAIN_RULES, type SplitRules } from './tokens/split-rules.ts';

/** A token while its tree is being made. */
type Growing = { -readonly [key in keyof Token]: Token[key] };

/** The dependents of a word that has none; most words. */
const NONE: readonly number[] = [];

export interface Syntax {
  readonly sentences: readonly Sentence[];
  readonly tokens: readonly Token[];
}

/**
 * Sentences, words and trees of the article's paragraphs. No sentence crosses a paragraph. Sentences that lie in a residue, and
 * all sentences where the language has no model, get words without tags and a flat tree.
 */
export function syntaxOf(article: Article): Syntax {
  const model = modelOf(article.language);
  const rules = model?.rules ?? PLAIN_RULES;
  const sentences: Sentence[] = [];
  const tokens: Growing[] = [];
  article.paragraphs.forEach((paragraph, place) => {
    const body = datelineEnd(article.text, paragraph.start, paragraph.end);
    const opening = splitWords(article.text, paragraph.start, body, rules);
    const story = splitWords(article.text, body, paragraph.end, rules);
    const ends = sentenceEnds(article.text, story, rules, model?.ends ?? null);
    if (opening.length > 0) add(opening, 0, opening.length, place, body);
    let first = 0;
    for (const last of ends) {
      add(story, first, last + 1, place, body);
      first = last + 1;
    }
  });
  return { sentences, tokens };

  /** One sentence of the pieces [first, end); what begins before the paragraph's `body` is no syntax. */
  function add(pieces: readonly Piece[], first: number, end: number, paragraph: number, body: number): void {
    const index = sentences.length;
    const firstToken = tokens.length;
    const loose = looseStop(pieces[end - 1] as Piece, rules);
    const whole = loose.length > 0 ? end - 1 : end;
    for (let at = first; at < whole; at++) addWords(tokens, pieces[at] as Piece, rules, index, firstToken);
    for (const piece of loose) addWords(tokens, piece, rules, index, firstToken);
    const { start } = tokens[firstToken] as Growing;
    const stop = (tokens.at(-1) as Growing).end;
    const residue = article.residue.find((span) => span.start <= start && stop <= span.end);
    const root =
      model && !residue && start >= body
        ? mend(tokens, firstToken, grow(tokens, firstToken, model), article.language)
        : flat(tokens, firstToken);
    sentences.push({
      index,
      start,
      end: stop,
      firstToken,
      endToken: tokens.length,
      root,
      paragraph,
      language: residue?.language ?? article.language,
    });
  }
}

/** The words that a piece stands for. */
function addWords(
  tokens: Growing[],
  piece: Piece,
  { multiwords }: SplitRules,
  sentence: number,
  root: number,
): void {
  if (multiwords.words.size === 0 && multiwords.marks.size === 0)
    tokens.push(bareToken(piece, tokens.length, sentence, root));
  else
    for (const word of wordsOfPiece(piece, multiwords))
      tokens.push(bareToken(word, tokens.length, sentence, root));
}

function bareToken({ start, end, form }: Piece, index: number, sentence: number, root: number): Growing {
  const isRoot = index === root;
  return {
    index,
    sentence,
    start,
    end,
    text: form,
    lemma: form,
    upos: 'X',
    feats: '',
    head: isRoot ? -1 : root,
    deprel: isRoot ? 'root' : 'dep',
    children: NONE,
  };
}

/** Everything hangs on the first word. */
function flat(tokens: Growing[], firstToken: number): number {
  const below: number[] = [];
  for (let index = firstToken; index < tokens.length; index++) {
    const token = tokens[index] as Growing;
    token.lemma = token.text.toLowerCase();
    if (index > firstToken) below.push(index);
  }
  (tokens[firstToken] as Growing).children = below;
  return firstToken;
}

/** Words of the longest sentence that is read in room made once; hardly any is longer. */
const ROOM = 512;
const views = viewRoom(ROOM);
const trees = parseRoom(ROOM);

/** Tags, lemmas and the tree of the last sentence. Returns its root. */
function grow(tokens: Growing[], firstToken: number, model: NonNullable<ReturnType<typeof modelOf>>): number {
  const count = tokens.length - firstToken;
  const forms = new Array<string>(count);
  for (let place = 0; place < count; place++) forms[place] = (tokens[firstToken + place] as Growing).text;
  const fits = count < ROOM;
  const view = viewOf(forms, model.words, fits ? views : undefined);
  tag(view, model.tagger);
  const { head, label } = parseHeads(view, model.parser, fits ? trees : undefined);
  let root = firstToken;
  for (let at = 1; at <= count; at++) {
    const token = tokens[firstToken + at - 1] as Growing;
    token.upos = (UPOS_CLASSES[view.upos[at] as number] || 'X') as Upos;
    token.feats = model.featsNames[view.feats[at] as number] ?? '';
    const inName = view.upos[at - 1] === PROPN_CLASS || view.upos[at + 1] === PROPN_CLASS;
    token.lemma = lemmaOf(token.text, token.upos, token.feats, model.lemmas, inName);
    const to = head[at] as number;
    if (to === 0) {
      token.head = -1;
      token.deprel = 'root';
      root = token.index;
    } else {
      token.head = firstToken + to - 1;
      const relation = model.labelNames[label[at] as number];
      token.deprel = !relation || relation === 'root' ? 'dep' : relation;
      const above = tokens[token.head] as Growing;
      above.children = withOne(above.children, token.index);
    }
  }
  return root;
}

/** The list with one more. Lists this short are made anew: one that grows by itself takes room for seventeen. */
function withOne(list: readonly number[], one: number): readonly number[] {
  switch (list.length) {
    case 0:
      return [one];
    case 1:
      return [list[0] as number, one];
    case 2:
      return [list[0] as number, list[1] as number, one];
    case 3:
      return [list[0] as number, list[1] as number, list[2] as number, one];
    default:
      return [...list, one];
  }
}
