import { type Span, type Stance, spanOf } from '../../model/index.ts';
import type { Document, Token } from '../../read/index.ts';
import type { ActorRegistry, Attribution } from '../context.ts';
import { type Extents, spanOfTokens } from '../phrase.ts';
import { draftOfAccordingTo } from './according-to.ts';
import { draftOfAnswer } from './answer.ts';
import { draftOfColon, draftOfDash } from './colon.ts';
import { lendSpeakers } from './coordination.ts';
import type { Draft, Run } from './draft.ts';
import { contentSpan, hasGap, hasWords, speakerSpan, wholeNames, withoutCluster } from './draft-spans.ts';
import { withoutEchoes } from './echoes.ts';
import { draftOfHeadline } from './headline.ts';
import { draftOfInView } from './in-view.ts';
import { deadlineOf, itemsOf } from './items.ts';
import { type ClaimLexicon, claimLexiconOf } from './lexicon.ts';
import { draftOfMadeClear } from './made-clear.ts';
import { partAtNextCues } from './next-cue.ts';
import { draftOfNoun } from './noun-cues.ts';
import { assignQuotations } from './quotation-speakers.ts';
import { quotationOfTokens, quotationsOf } from './quotations.ts';
import { draftOfRelative, withAntecedent } from './relative.ts';
import { sidesOfText } from './said-clause.ts';
import { type Speaker, speakerKindOf } from './speaker-kind.ts';
import { refinedStance } from './stance.ts';
import { stanceWordsOf } from './stance-words.ts';
import { draftOfSurface, isSubordinate, subjectBefore } from './surface.ts';
import { draftOfTurn } from './transcript.ts';
import { draftOfUltimatum } from './ultimatum.ts';
import { draftOfVerb } from './verb-cues.ts';

/** All attributions of a document in text order; none where its language has no lexicon or its sentences no trees. */
export function attributionsOf(document: Document, extents: Extents, actors: ActorRegistry): Attribution[] {
  const lexicon = claimLexiconOf(document.language);
  if (!lexicon || !document.hasTrees) return [];
  const quotations = quotationsOf(document);
  const inside = quotationOfTokens(document, quotations);
  const drafts: Draft[] = [];
  for (const token of document.tokens) {
    if (document.sentences[token.sentence]?.language !== document.language) continue;
    const within = inside[token.index] as number;
    if (within >= 0 && (quotations[within]?.words ?? 0) > SHORT_QUOTATION) continue;
    const draft = draftOf(document, extents, lexicon, token);
    if (draft) drafts.push(draft);
  }
  lendSpeakers(document, actors, drafts);
  partAtNextCues(document, extents, drafts);
  assignQuotations(document, drafts, quotations, inside);
  const attributions = drafts
    .filter((draft) => draft.content.length > 0 && (!draft.borrows || draft.speaker))
    .flatMap((draft) => attributionOf(document, extents, actors, draft))
    .sort((a, b) => a.cue.start - b.cue.start);
  return withoutEchoes(attributions);
}

/** Verbs in a quotation as short as this may be the article's own: the ministry "rejects" the plan. */
const SHORT_QUOTATION = 2;

function draftOf(document: Document, extents: Extents, lexicon: ClaimLexicon, token: Token): Draft | null {
  if (token.text.length <= 2) {
    const mark =
      draftOfTurn(document, token) ??
      draftOfHeadline(document, token) ??
      draftOfColon(document, token) ??
      draftOfDash(document, token);
    if (mark) return mark;
  }
  const source = draftOfAccordingTo(document, extents, token) ?? draftOfInView(document, extents, token);
  if (source) return source;
  const noun = draftOfNoun(document, extents, lexicon, token);
  if (noun) {
    const isInside = noun.speaker?.head === token.index && noun.speaker.deprel === 'compound';
    const verb = noun.speaker && !isInside ? null : draftOfSurface(document, token, lexicon);
    return verb?.speaker ? verb : noun;
  }
  const other = token.upos === 'VERB' ? draftByOrder(document, extents, lexicon, token) : null;
  if (other) return other;
  const draft = draftOfVerb(document, extents, lexicon, token);
  if (draft && draft.content.length > 0) return draft;
  const isPlain = !draft?.speaker || token.text === 'saying' || opensSubordinate(document, token);
  const plain = isPlain ? draftOfSurface(document, token, lexicon) : null;
  return plain && (plain.content.length > 0 || !draft?.speaker) ? plain : draft;
}

/** 'While the mayor said he opposed the toll, his office …', whose tree often makes what is said the main clause. */
function opensSubordinate(document: Document, verb: Token): boolean {
  const subject = subjectBefore(document, verb);
  return subject !== null && isSubordinate(document, subject.run);
}

/** What the order of the words tells of a verb before its frames are tried. */
function draftByOrder(
  document: Document,
  extents: Extents,
  lexicon: ClaimLexicon,
  verb: Token,
): Draft | null {
  if (/^[gm]/i.test(verb.text)) {
    const light = draftOfMadeClear(document, extents, verb) ?? draftOfUltimatum(document, extents, verb);
    if (light) return light;
  }
  if (!lexicon.verbs.has(verb.text.toLowerCase())) return null;
  return draftOfAnswer(document, lexicon, verb) ?? draftOfRelative(document, lexicon, verb, false);
}

function attributionOf(
  document: Document,
  extents: Extents,
  actors: ActorRegistry,
  draft: Draft,
): Attribution[] {
  const { text } = document.article;
  draft.content = withAntecedent(document, extents, draft);
  draft.content = withoutCluster(extents, draft).filter((run) => hasWords(document, run));
  if (draft.content.length === 0) return [];
  const content = contentSpan(document, draft.content);
  if (content.text.length === 0) return [];
  const speakers = speakersOf(document, actors, draft);
  const speakerText = draft.speaker
    ? wholeNames(document, speakerSpan(document, extents, draft), draft)
    : null;
  const addressee = draft.addressee ? actors.actorsOf(draft.addressee.index)[0] : undefined;
  const stance = refinedStance(
    document,
    extents,
    draft,
    speakerKind(document, actors, speakers, speakerText),
  );
  const pieces = draft.content.map((run) => spanOfTokens(document, ...run));
  const asked = LISTED.has(stance ?? draft.stance) && draft.content.length === 1;
  const items = asked ? itemsOf(document, extents, draft.content[0] as Run) : [];
  // 'gave the rebels until Friday to leave': the time stands in the cue.
  const dated = draft.rule === 'ultimatum' ? { ...content, start: draft.verb.start } : content;
  const deadline = asked ? deadlineOf(document, dated) : undefined;
  const base = {
    speakerText,
    ...(addressee !== undefined && !speakers.includes(addressee) && { addressee }),
    stance: stance ?? draft.stance,
    cueStance: draft.stance,
    cue: spanOf(
      text,
      (document.tokens[draft.cue[0]] as Token).start,
      (document.tokens[draft.cue[1]] as Token).end,
    ),
    cueToken: draft.verb.index,
    content,
    ...(pieces.length > 1 && hasGap(document, draft.content) && { parts: pieces }),
    ...(items.length > 0 && { items }),
    ...(deadline !== undefined && { deadline }),
    quoted: draft.quotations.length > 0,
    unreal: stance === null,
    rule: draft.rule,
  };
  return (speakers.length > 0 ? speakers : [null]).map((speaker) => ({ ...base, speaker }));
}

function speakerKind(
  document: Document,
  actors: ActorRegistry,
  ids: readonly string[],
  speakerText: Span | null,
): Speaker {
  const found = ids.map((id) => actors.get(id));
  const affiliations = found.flatMap(({ affiliation }) =>
    affiliation === undefined ? [] : [actors.get(affiliation).name],
  );
  const words = speakerText?.text ?? '';
  return speakerKindOf(found, affiliations, words, sidesOfText(words), stanceWordsOf(document.language));
}

/** Actors who speak; a trailing 'it said', 'he said' that nothing else resolves is the subject of what is said. */
function speakersOf(document: Document, actors: ActorRegistry, draft: Draft): readonly string[] {
  const { speaker } = draft;
  if (!speaker) return [];
  const named = actors.actorsOf(speaker.index, { add: true, acts: true });
  const first = draft.content[0];
  if (named.length > 0 || !first || first[1] > speaker.index || draft.quotations.length > 0) return named;
  if (!/^(?:it|he|she|they)$/i.test(speaker.text)) return named;
  for (let index = first[0]; index <= first[1]; index++) {
    const token = document.tokens[index] as Token;
    if (token.deprel === 'nsubj' || token.deprel === 'nsubj:pass')
      return actors.actorsOf(index, { acts: true });
  }
  return named;
}

const LISTED: ReadonlySet<Stance> = new Set(['demands', 'offers', 'refuses', 'threatens']);
