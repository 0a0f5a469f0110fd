import { contains } from '../../model/index.ts';
import type { Document, Token } from '../../read/index.ts';
import type { Attribution } from '../context.ts';
import { contextOf } from '../make-context.ts';
import { childIn, childrenIn, extentsOf, hasFeature } from '../phrase.ts';
import { isByTheWay } from './by-the-way.ts';
import { claimLexiconOf } from './lexicon.ts';
import { opensAside } from './verb-cues.ts';
import { viewsOf } from './views.ts';
import { withWholeCue } from './whole-cue.ts';

/**
 * Who holds what in an article, in the widest sense: the attributions that claims are made of, also those of speaking
 * that did not happen ('did not say'), and the views told without words. Outermost ones only, in text order, one a
 * cue; this is what `bench:claims` measures on PolNeAR, which marks no attribution inside another.
 */
export function attributionLayer(document: Document): Attribution[] {
  const { attributions } = contextOf(document);
  const all = [...attributions, ...viewsOf(document, extentsOf(document), attributions)].sort(
    (a, b) => a.cue.start - b.cue.start,
  );
  const single = all.filter((one, index) => index === 0 || one.cue.start !== all[index - 1]?.cue.start);
  const layer = outermost(document, single).filter(
    (one, index, kept) => !isLeftOver(document, one, kept[index - 1]) && !isByTheWay(document, one),
  );
  return layer.map((one, index) =>
    withWholeCue(document, one, layer[index - 1]?.cue.end ?? 0, layer[index + 1]?.cue.start ?? Infinity),
  );
}

/** Without those whose cue lies in another one's content. Two that hold each other's cues both stay. */
function outermost(document: Document, byCue: readonly Attribution[]): Attribution[] {
  const byContent = [...byCue].sort((a, b) => a.content.start - b.content.start);
  let next = 0;
  let open: Attribution[] = [];
  const kept: Attribution[] = [];
  for (const one of byCue) {
    while (next < byContent.length && (byContent[next] as Attribution).content.start <= one.cue.start)
      open.push(byContent[next++] as Attribution);
    open = open.filter((other) => other.content.end > one.cue.start).slice(-MOST_OPEN);
    const holder = open.some(
      (other) =>
        other !== one &&
        holdsCue(other, one) &&
        !(
          one.content.start <= other.cue.start &&
          one.content.end >= other.cue.end &&
          !(AROUND.test(other.rule) && !AROUND.test(one.rule))
        ),
    );
    if (!holder || isOwnClause(document, one)) kept.push(one);
  }
  return kept;
}

/**
 * 'backed the mayor when he was asked …', 'shared the map, writing: …': a clause beside the one whose content seems to
 * hold it.
 */
function isOwnClause(document: Document, { cueToken, rule }: Attribution): boolean {
  const word = document.tokens[cueToken];
  if (!word) return false;
  if (word.deprel === 'advcl' && hasFeature(word, 'VerbForm=Fin')) return !opensCondition(document, word);
  if (opensAside(document, word)) return true;
  return (
    /ing$/.test(word.text) &&
    document.tokens[cueToken - 1]?.text === ',' &&
    /: (?:that|object that|quote|object as|object prep|prep)$/.test(rule)
  );
}

/** Is the cue in what the other one says, and not only between two pieces of it ('“…,” he said, adding: “…”')? */
function holdsCue(other: Attribution, { cue }: Attribution): boolean {
  return (other.parts ?? [other.content]).some((piece) => contains(piece, cue));
}

/**
 * 'announced a concert in support of …', 'urged the mayor to refuse to …': what no mark or connective parts from the
 * content before it, and that is no clause of its own, belongs to it; the tree only hung it elsewhere.
 */
function isLeftOver(document: Document, one: Attribution, before: Attribution | undefined): boolean {
  if (!before || before.content.start < before.cue.end || before.content.end > one.cue.start) return false;
  const word = document.tokens[one.cueToken];
  const isLoose = word && (/^(?:view, )?noun /.test(one.rule) || isNotFinite(document, word));
  if (
    !isLoose ||
    isOwnClause(document, one) ||
    word.sentence !== document.tokens[Math.max(0, before.cueToken)]?.sentence ||
    /^(?:according|said)$/i.test(word.text)
  )
    return false;
  const { speakerText } = one;
  const hasSubject =
    speakerText !== null && speakerText.start >= before.content.end && speakerText.end <= one.cue.start;
  if (!hasSubject && /ing$/.test(word.text)) return isOfVessel(document, one, before);
  const gap = document.article.text.slice(before.content.end, hasSubject ? speakerText.start : one.cue.start);
  return SHORT_GAP.test(gap) && !/\b(?:and|but|or)\b/.test(gap);
}

/** 'issued a statement on Friday saying': one telling, of which the statement is only the form. */
function isOfVessel(document: Document, { cueToken }: Attribution, before: Attribution): boolean {
  const vessels = claimLexiconOf(document.language)?.attitudes.vessels;
  if (!vessels || !before.rule.startsWith('view')) return false;
  for (let index = cueToken - 1; index > before.cueToken && index >= cueToken - FARTHEST_VESSEL; index--)
    if (vessels.has((document.tokens[index] as Token).lemma.toLowerCase())) return true;
  return false;
}

const FARTHEST_VESSEL = 4;

/** Up to three words without a mark. */
const SHORT_GAP = /^\s*(?:(?!-+\s)[^\s,;:—–―.“”"()]+\s+){0,3}$/;

function isNotFinite(document: Document, word: Token): boolean {
  return (
    word.upos === 'VERB' &&
    /VerbForm=(?:Inf|Part|Ger)/.test(word.feats) &&
    !childIn(document, word, 'aux', 'cop')
  );
}

const AROUND = /(?:between marks|inserted|according to)$/;
/** Contents that may lie around one cue; deeper ones are not looked at, so that time stays linear. */
const MOST_OPEN = 32;

/** 'promised to stay if they backed him': what has not come true is told with what hangs on it. */
function opensCondition(document: Document, verb: Token): boolean {
  return childrenIn(document, verb, 'mark').some(({ text }) => /^(?:if|unless)$/i.test(text));
}
