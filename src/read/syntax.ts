import type { Article } from '../model/index.ts';
import type { Sentence, Token, Upos } from './document.ts';
import { modelOf } from './model-file.ts';
import { parseHeads, parseRoom } from './parsing/parse.ts';
import { mendRelatives } from './parsing/relative-clauses.ts';
import { viewOf, viewRoom } from './parsing/word-view.ts';
import { lemmaOf } from './tagging/lemma.ts';
import { tag } from './tagging/tag.ts';
import { PROPN_CLASS, UPOS_CLASSES } from './tagging/upos.ts';
import { datelineEnd } from './tokens/dateline.ts';
import { wordsOfPiece } from './tokens/multiword.ts';
import type { Piece } from './tokens/piece.ts';
import { sentenceEnds } from './tokens/sentence-ends.ts';
import { splitWords, withLooseStop } from './tokens/split.ts';
import { PLAIN_RULES } from './tokens/split-rules.ts';

/** A token while its tree is being made. */
type Growing = { -readonly [key in keyof Token]: Token[key] } & { children: number[] };

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
  const sentences: Sentence[] = [];
  const tokens: Growing[] = [];
  article.paragraphs.forEach((paragraph, place) => {
    const rules = model?.rules ?? PLAIN_RULES;
    const body = datelineEnd(article.text, paragraph.start, paragraph.end);
    const opening = splitWords(article.text, paragraph.start, body, rules);
    const story = splitWords(article.text, body, paragraph.end, rules);
    const pieces = [...opening, ...story];
    const ends = sentenceEnds(article.text, story, rules, model?.ends ?? null).map(
      (at) => at + opening.length,
    );
    let first = 0;
    for (const last of opening.length > 0 ? [opening.length - 1, ...ends] : ends) {
      const words = withLooseStop(pieces.slice(first, last + 1), rules).flatMap((piece) =>
        wordsOfPiece(piece, rules.multiwords),
      );
      first = last + 1;
      const start = (words[0] as Piece).start;
      const end = (words.at(-1) as Piece).end;
      const residue = article.residue.find((span) => span.start <= start && end <= span.end);
      const index = sentences.length;
      const firstToken = tokens.length;
      for (const piece of words) tokens.push(bareToken(piece, tokens.length, index, firstToken));
      const root =
        model && !residue && start >= body
          ? mendRelatives(tokens, firstToken, grow(tokens, firstToken, model), article.language)
          : flat(tokens, firstToken);
      sentences.push({
        index,
        start,
        end,
        firstToken,
        endToken: tokens.length,
        root,
        paragraph: place,
        language: residue?.language ?? article.language,
      });
    }
  });
  return { sentences, tokens };
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
    children: [],
  };
}

/** Everything hangs on the first word. */
function flat(tokens: Growing[], firstToken: number): number {
  const root = tokens[firstToken] as Growing;
  for (let index = firstToken; index < tokens.length; index++) {
    const token = tokens[index] as Growing;
    token.lemma = token.text.toLowerCase();
    if (index > firstToken) root.children.push(index);
  }
  return firstToken;
}

/** Words of the longest sentence that is read in room made once; hardly any is longer. */
const ROOM = 512;
const views = viewRoom(ROOM);
const trees = parseRoom(ROOM);

/** Tags, lemmas and the tree of the last sentence. Returns its root. */
function grow(tokens: Growing[], firstToken: number, model: NonNullable<ReturnType<typeof modelOf>>): number {
  const words = tokens.slice(firstToken);
  const fits = words.length < ROOM;
  const view = viewOf(
    words.map(({ text }) => text),
    model.clusters,
    fits ? views : undefined,
  );
  tag(view, model.tagger);
  const { head, label } = parseHeads(view, model.parser, fits ? trees : undefined);
  let root = firstToken;
  words.forEach((token, place) => {
    const at = place + 1;
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
      (tokens[token.head] as Growing).children.push(token.index);
    }
  });
  return root;
}
