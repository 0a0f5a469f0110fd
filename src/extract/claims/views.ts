import { spanOf } from '../../model/index.ts';
import type { Document, Token } from '../../read/index.ts';
import type { Attribution } from '../context.ts';
import { type Extents, spanOfTokens } from '../phrase.ts';
import { draftOfAdherent } from './adherents.ts';
import {
  draftOfAppearance,
  draftOfHearsay,
  draftOfMind,
  draftOfStimulus,
  draftOfSurvey,
} from './attitude-cues.ts';
import { draftOfCopularNoun } from './copular-nouns.ts';
import type { Draft } from './draft.ts';
import { contentSpan, hasWords, speakerSpan, wholeNames, withoutCluster } from './draft-spans.ts';
import { type ClaimLexicon, claimLexiconOf } from './lexicon.ts';
import { draftOfLightVerb } from './light-verbs.ts';
import { draftOfLooseVerb } from './loose-views.ts';
import { draftOfMisread } from './misread.ts';
import { draftOfNoun } from './noun-cues.ts';
import { quotationOfTokens, quotationsOf } from './quotations.ts';
import { draftOfRelative } from './relative.ts';
import { draftOfVerb, opensAside } from './verb-cues.ts';

/**
 * The views that an article tells of: somebody wants, knows, likes, shows something, with no words of theirs. Together
 * with the attributions they are the outer layer of "who is said to hold what" (the sense of attribution of PARC and
 * PolNeAR); no line of the record is made of them. Nothing inside an attribution, or inside another view, is a view.
 * Speakers are spans, not actors. In text order.
 */
export function viewsOf(
  document: Document,
  extents: Extents,
  attributions: readonly Attribution[],
): Attribution[] {
  const lexicon = claimLexiconOf(document.language);
  if (!lexicon || !document.hasTrees) return [];
  const inside = quotationOfTokens(document, quotationsOf(document));
  const taken = takenTokens(document, attributions);
  const views: Attribution[] = [];
  let covered = -1;
  for (const token of document.tokens) {
    const isHeld = taken[token.index] === 1 || token.start < covered;
    if ((isHeld && !opensAside(document, token)) || inside[token.index] !== -1) continue;
    if (document.sentences[token.sentence]?.language !== document.language) continue;
    const draft = draftOf(document, extents, lexicon, token);
    const view = draft && viewOf(document, extents, draft);
    if (!view || overlaps(view, views.at(-1))) continue;
    views.push(view);
    covered = view.content.start >= view.cue.end ? view.content.end : covered;
  }
  return views;
}

function draftOf(document: Document, extents: Extents, lexicon: ClaimLexicon, token: Token): Draft | null {
  const { attitudes } = lexicon;
  const hedge = draftOfRelative(document, lexicon, token, true);
  if (hedge) return hedge;
  const verb = draftOfVerb(document, extents, attitudes, token);
  if (verb && verb.content.length > 0 && verb.speaker) return verb;
  return (
    draftOfAppearance(document, extents, attitudes, token) ??
    draftOfMind(document, extents, attitudes, token) ??
    draftOfAdherent(document, extents, attitudes, token) ??
    draftOfStimulus(document, extents, attitudes, token) ??
    draftOfHearsay(document, extents, attitudes, token) ??
    draftOfSurvey(document, extents, attitudes, token) ??
    draftOfNoun(document, extents, attitudes, token) ??
    draftOfCopularNoun(document, extents, attitudes.nouns, token) ??
    draftOfCopularNoun(document, extents, lexicon.nouns, token) ??
    draftOfLightVerb(document, extents, attitudes, token) ??
    draftOfLooseVerb(document, extents, lexicon, attitudes.telling, token) ??
    draftOfMisread(document, lexicon, token)
  );
}

function overlaps(view: Attribution, before: Attribution | undefined): boolean {
  return before !== undefined && view.cue.start < before.cue.end;
}

/** Marks the tokens of cues and contents of attributions. */
function takenTokens(document: Document, attributions: readonly Attribution[]): Uint8Array {
  const taken = new Uint8Array(document.tokens.length);
  let reached = -1;
  const spans = attributions
    .flatMap(({ cue, content, parts }) => [cue, ...(parts ?? [content])])
    .sort((a, b) => a.start - b.start || b.end - a.end);
  let next = 0;
  for (const token of document.tokens) {
    while (next < spans.length && (spans[next]?.start ?? Infinity) <= token.start)
      reached = Math.max(reached, spans[next++]?.end ?? -1);
    if (token.start < reached) taken[token.index] = 1;
  }
  return taken;
}

function viewOf(document: Document, extents: Extents, draft: Draft): Attribution | null {
  const runs = withoutCluster(extents, draft).filter((run) => hasWords(document, run));
  if (runs.length === 0) return null;
  const content = contentSpan(document, runs);
  if (content.text === '') return null;
  const pieces = runs.map((run) => spanOfTokens(document, ...run));
  return {
    speaker: null,
    speakerText: draft.speaker ? wholeNames(document, speakerSpan(document, extents, draft), draft) : null,
    stance: draft.stance,
    cueStance: draft.stance,
    cue: spanOf(
      document.article.text,
      (document.tokens[draft.cue[0]] as Token).start,
      (document.tokens[draft.cue[1]] as Token).end,
    ),
    cueToken: draft.verb.index,
    content,
    ...(pieces.length > 1 && { parts: pieces }),
    quoted: false,
    unreal: draft.unreal || draft.negated,
    rule: `view, ${draft.rule}`,
  };
}
