import type { Stance } from '../../model/index.ts';
import type { Document, Token } from '../../read/index.ts';
import { childIn, childrenIn, type Extents, hasFeature, relationOf } from '../phrase.ts';
import { asClauseOf } from './as-clause.ts';
import { contentBeside } from './beside.ts';
import type { Draft, Run } from './draft.ts';
import { matchFrame } from './frames.ts';
import { invertedOf } from './inverted.ts';
import type { CueLexicon, Frame, VerbCue } from './lexicon.ts';
import { type Parenthetical, parentheticalOf } from './parenthetical.ts';
import { isPassive, speakerOfVerb } from './speaker.ts';
import { subjectAfter, subjectBefore } from './surface.ts';

/** The attribution that a verb makes, or null where it is no cue or nothing hangs on it. */
export function draftOfVerb(
  document: Document,
  extents: Extents,
  lexicon: CueLexicon,
  verb: Token,
): Draft | null {
  const cues =
    verb.upos === 'VERB' || verb.upos === 'AUX' ? lexicon.verbs.get(verb.text.toLowerCase()) : undefined;
  if (!cues) return null;
  const lemma = lexicon.lemmas.get(verb.text.toLowerCase()) ?? verb.lemma;
  if (lemma === 'continue' && goesOn(document, verb)) return null;
  const passive = isPassive(document, verb);
  const aside = passive
    ? null
    : (parentheticalOf(document, verb, lemma, cues) ??
      asClauseOf(document, verb, lemma, cues) ??
      invertedOf(document, verb, lemma));
  if (aside) return draftOfAside(document, verb, lemma, cues, aside);
  const found = isQuestionToSpeaker(document, verb, lemma) ? null : speakerOfVerb(document, verb);
  const relative = found && !passive ? headOfRelative(document, extents, lexicon, verb, found) : null;
  const speaker =
    found && !passive && (isInsidePhrase(document, found, verb) || isOfOtherClause(document, found, verb))
      ? null
      : found;
  const stretch =
    speaker || passive || !isFiniteVerb(verb)
      ? null
      : (subjectBefore(document, verb) ?? (quotes(cues) ? subjectAfter(document, verb) : null));
  const base = {
    verb,
    speaker: relative?.head ?? speaker ?? stretch?.head ?? found,
    ...(stretch && { speakerRun: stretch.run }),
    ...(relative && { speakerRun: relative.run }),
    negated: isNegated(document, verb),
    unreal: isUnreal(document, verb),
    quotations: [],
  };
  const borrows = !base.speaker && isSecondVerb(document, verb);
  for (const cue of cues) {
    if (cue.subjects && !cue.subjects.has(base.speaker?.lemma.toLowerCase() ?? '')) continue;
    const after = document.tokens[verb.index + 1]?.text.toLowerCase() ?? '';
    if (cue.particles && !cue.particles.has(after)) continue;
    for (const frame of cue.frames) {
      const match = matchFrame(document, extents, verb, frame, cue);
      if (
        !match ||
        (!base.speaker && !borrows && needsSpeaker(frame.kind, cue.stance, passive)) ||
        startsWithConnective(document, match.content) ||
        startsWithVerb(document, verb, match.content) ||
        ((frame.kind === 'that' || frame.kind === 'object that') &&
          isOfNextVerb(document, verb, match.content))
      )
        continue;
      return {
        ...base,
        // A question that nobody is named for tells nothing that is held.
        unreal: base.unreal || (!base.speaker && lemma === 'ask'),
        rule: `verb ${lemma}: ${frame.kind}`,
        stance: cue.stance,
        cue: cueRun(document, verb, match.preposition, cue.particles !== undefined),
        addressee: match.addressee,
        ...(borrows && { borrows }),
        content: [isAside(document, verb) ? beforeMainVerb(document, match.content) : match.content],
        quotes: quotes(cues),
      };
    }
  }
  const stance = (
    cues.find((cue) => cue.frames.some((frame) => frame.kind === 'quote')) ?? (cues[0] as VerbCue)
  ).stance;
  if (!quotes(cues)) return null;
  const cue = cueRun(document, verb, null);
  const inserted = base.speaker && !passive ? clauseAround(document, extents, verb) : [];
  const reports = cues.some((one) => one.frames.some((frame) => frame.kind === 'that'));
  const around =
    inserted.length > 0 || !reports || passive || !base.speaker
      ? inserted
      : contentBeside(document, extents, verb, lemma);
  return {
    ...base,
    rule: `verb ${lemma}: ${around.length > 0 ? 'inserted' : 'quote'}`,
    stance,
    cue,
    addressee: childIn(document, verb, 'obj') ?? null,
    content: around,
    quotes: true,
  };
}

function draftOfAside(
  document: Document,
  verb: Token,
  lemma: string,
  cues: readonly VerbCue[],
  { content, speaker, speakerRun, lastOfCue }: Parenthetical,
): Draft {
  const reports =
    cues.find((cue) => cue.frames.some((frame) => frame.kind === 'quote')) ?? (cues[0] as VerbCue);
  return {
    rule: `verb ${lemma}: between marks`,
    verb,
    stance: reports.stance,
    cue: lastOfCue === undefined ? cueRun(document, verb, null) : [verb.index, lastOfCue],
    speaker,
    speakerRun,
    addressee: childIn(document, verb, 'obj', 'iobj') ?? null,
    content,
    quotations: [],
    quotes: true,
    negated: isNegated(document, verb),
    unreal: isUnreal(document, verb),
  };
}

/** 'continued to insist that': what is said hangs on the verb that goes on. */
function goesOn({ tokens }: Document, { index }: Token): boolean {
  return tokens[index + 1]?.text === 'to';
}

/** 'Asked whether he would go, the colonel said …': the one who speaks is not the one who asks. */
function isQuestionToSpeaker({ tokens, sentences }: Document, verb: Token, lemma: string): boolean {
  if (lemma !== 'ask' || !/^asked$/i.test(verb.text)) return false;
  const [before, next] = [tokens[verb.index - 1]?.text ?? '', tokens[verb.index + 1]?.text ?? ''];
  return (
    sentences[verb.sentence]?.firstToken === verb.index ||
    (/^(?:when|if|while|,|but|and)$/i.test(before) &&
      (verb.deprel === 'advcl' || /^(?:what|why|how|who|when|where|which|whether|if|about)$/i.test(next)))
  );
}

/** 'Ilmgaz puts it higher; the minister says …': who speaks does not stand before the mark that ends a clause. */
function isOfOtherClause({ tokens }: Document, subject: Token, verb: Token): boolean {
  for (let index = subject.index + 1; index < verb.index; index++)
    if (tokens[index]?.text === ';') return true;
  return false;
}

/** 'the firm that employs the men confirmed …': parsers like to make the object of a relative clause the subject of what follows. */
function headOfRelative(
  document: Document,
  extents: Extents,
  lexicon: CueLexicon,
  verb: Token,
  subject: Token,
): { head: Token; run: Run } | null {
  if (relationOf(verb) !== 'ccomp' || subject.head !== verb.index || subject.index > verb.index) return null;
  const clause = document.tokens[verb.head] as Token;
  const noun = document.tokens[clause.head];
  if (
    clause.deprel !== 'acl:relcl' ||
    !noun ||
    noun.head >= 0 ||
    lexicon.verbs.has(clause.text.toLowerCase())
  )
    return null;
  if (childIn(document, clause, 'obj') || (extents.first[subject.index] as number) !== clause.index + 1)
    return null;
  return { head: noun, run: [extents.first[noun.index] as number, verb.index - 1] };
}

/** 'a researcher at the Forum on Mediation, believes': a subject with a preposition in front is none. */
function isInsidePhrase(document: Document, subject: Token, verb: Token): boolean {
  return (
    subject.head === verb.index &&
    subject.index < verb.index &&
    childIn(document, subject, 'case')?.upos === 'ADP'
  );
}

function isFiniteVerb(verb: Token): boolean {
  return hasFeature(verb, 'VerbForm=Fin') || !/VerbForm=/.test(verb.feats);
}

/** 'A report published on Monday said …': what hangs on a participle does not begin with the verb of its noun. */
function startsWithVerb({ tokens }: Document, verb: Token, [first]: Run): boolean {
  const opening = tokens[first] as Token;
  return (
    first > verb.index &&
    hasFeature(opening, 'VerbForm=Fin') &&
    hasFeature(opening, 'Mood=Ind') &&
    /^(?:VERB|AUX)$/.test(opening.upos)
  );
}

/** 'both he and she', 'neither side' open what is said as well as any other word. */
function startsWithConnective(document: Document, content: Run): boolean {
  const { upos, text } = document.tokens[content[0]] as Token;
  return upos === 'CCONJ' && !/^(?:both|either|neither)$/i.test(text);
}

/** 'all that it had asked for, and denied that …', 'people briefed on it said that …': the clause belongs to the next verb. */
function isOfNextVerb({ tokens }: Document, verb: Token, content: Run): boolean {
  const opening = tokens[content[0]] as Token;
  if (opening.upos === 'VERB' && hasFeature(opening, 'VerbForm=Fin') && content[0] > verb.index) return true;
  const isParticiple = hasFeature(verb, 'VerbForm=Part') && relationOf(verb) === 'acl';
  let isJoined = false;
  for (let index = verb.index + 1; index <= content[0]; index++) {
    const token = tokens[index] as Token;
    if (token.upos === 'CCONJ' && index < content[0]) isJoined = true;
    else if (isJoined && index < content[0] && token.upos === 'VERB' && !/ing$/.test(token.text)) return true;
    else if (isParticiple && token.upos === 'VERB' && hasFeature(token, 'VerbForm=Fin')) return true;
  }
  return false;
}

/** '…, and called on the army to leave': a past form behind a connective, which parsers may take for a participle of a noun. */
export function isSecondVerb({ tokens }: Document, verb: Token): boolean {
  let before = verb.index - 1;
  while (/^(?:AUX|ADV)$/.test(tokens[before]?.upos ?? '')) before--;
  return (
    /^(?:and|but)$/i.test(tokens[before]?.text ?? '') &&
    hasFeature(verb, 'Tense=Past') &&
    verb.text !== 'been'
  );
}

/** 'The envoy, who said the road was open, left': is the verb in a relative clause between marks? */
export function isAside({ tokens }: Document, verb: Token): boolean {
  let index = verb.index - 1;
  while (/^(?:ADV|AUX)$/.test(tokens[index]?.upos ?? '')) index--;
  return /^who$/i.test(tokens[index]?.text ?? '') && /^(?:,|—|–|--?)$/.test(tokens[index - 1]?.text ?? '');
}

/** What is said in such a clause ends at the mark behind which the sentence goes on with its own verb. */
function beforeMainVerb({ tokens }: Document, [first, last]: Run): Run {
  for (let index = first + 1; index < last; index++) {
    if (!/^(?:,|—|–|--?)$/.test((tokens[index] as Token).text)) continue;
    let next = index + 1;
    while (next < last && tokens[next]?.upos === 'ADV') next++;
    const verb = tokens[next] as Token;
    const after = tokens[next + 1]?.upos ?? '';
    const isPast = hasFeature(verb, 'Tense=Past') && /^(?:NOUN|PROPN|DET|PRON|SCONJ)$/.test(after);
    if (/^(?:VERB|AUX)$/.test(verb.upos) && (hasFeature(verb, 'VerbForm=Fin') || isPast))
      return [first, index - 1];
  }
  return [first, last];
}

/** Without a speaker only reports ('it was announced that') and accusations ('was accused of') are worth a line. */
function needsSpeaker(kind: Frame['kind'], stance: Stance, passive: boolean): boolean {
  return kind !== 'that' && kind !== 'object that' && !(stance === 'accuses' && passive);
}

const quotes = (cues: readonly VerbCue[]) =>
  cues.some((cue) => cue.frames.some((frame) => frame.kind === 'quote'));

/** 'The road, he said, was closed': the clause into which the verb is put, without the verb's own words. */
function clauseAround(document: Document, extents: Extents, verb: Token): Run[] {
  if (relationOf(verb) !== 'parataxis' || /ing$/.test(verb.text) || isInSubordinate(document, extents, verb))
    return [];
  const head = document.tokens[verb.head] as Token;
  if (
    verb.index < head.index &&
    !((extents.first[head.index] as number) < (extents.first[verb.index] as number))
  )
    return [];
  return without(
    [extents.first[head.index] as number, extents.last[head.index] as number],
    [extents.first[verb.index] as number, extents.last[verb.index] as number],
  );
}

/** 'which he argued …', 'when it reported …', 'Asked whether …, he said': no insertion into the clause before it. */
function isInSubordinate(document: Document, extents: Extents, verb: Token): boolean {
  const subject = childIn(document, verb, 'nsubj');
  const before = subject && document.tokens[(extents.first[subject.index] as number) - 1];
  const opening = document.tokens[document.sentences[verb.sentence]?.firstToken ?? 0];
  if (/^(?:who|which|that)$/i.test(subject?.text ?? '')) return true;
  return (
    /^(?:who|which|whom|that|what|when|while|where|as|after|before|until)$/i.test(before?.text ?? '') ||
    /^asked$/i.test(opening?.text ?? '')
  );
}

/** A run minus another one inside it: none, one or two pieces. */
export function without(outer: Run, inner: Run): Run[] {
  if (inner[1] < outer[0] || inner[0] > outer[1]) return [outer];
  const pieces: Run[] = [];
  if (inner[0] > outer[0]) pieces.push([outer[0], inner[0] - 1]);
  if (inner[1] < outer[1]) pieces.push([inner[1] + 1, outer[1]]);
  return pieces;
}

const AUXILIARIES =
  /^(?:(?:be|is|are|was|were|been|being|am|have|has|had|having|do|does|did|will|would|shall|should|can|could|may|might|must|ca|wo|need|ought|get|gets|got)|['’](?:s|re|m|ve|d|ll))$/i;

/** The verb with the auxiliaries, negation and adverbs right before it, its particle and preposition. */
export function cueRun(document: Document, verb: Token, preposition: Token | null, hasParticle = false): Run {
  let first = verb.index;
  while (first > 0) {
    const before = document.tokens[first - 1] as Token;
    if (before.head !== verb.index || !['AUX', 'ADV', 'PART'].includes(before.upos)) break;
    if (before.upos === 'AUX' && !AUXILIARIES.test(before.text)) break;
    if (before.upos === 'ADV' && isOfPhrase(document, before)) break;
    first--;
  }
  let last = verb.index + (hasParticle ? 1 : 0);
  for (const child of childrenIn(document, verb, 'compound')) {
    if (child.deprel === 'compound:prt' && child.index === last + 1) last = child.index;
  }
  if (preposition && preposition.index === last + 1) last = preposition.index;
  return [first, last];
}

/** 'The authorities there accused', 'at once denied': adverbs of the words before them. */
function isOfPhrase({ tokens }: Document, adverb: Token): boolean {
  const before = tokens[adverb.index - 1];
  return (
    /^(?:there|here)$/i.test(adverb.text) ||
    (before?.text.toLowerCase() === 'at' && before.head !== adverb.head)
  );
}

const NEGATIONS = new Set(['not', "n't", 'n’t', 'never', 'no']);

export function isNegated(document: Document, verb: Token): boolean {
  const subjects = childrenIn(document, verb, 'nsubj').filter((child) => child.index < verb.index);
  if (subjects.some((subject) => hasNegativeHead(document, subject))) return true;
  return verb.children.some((index) => {
    const child = document.tokens[index] as Token;
    return NEGATIONS.has(child.text.toLowerCase()) && child.index < verb.index + 2;
  });
}

/** 'Neither side confirmed', 'no group claimed', 'nobody said': the saying did not happen. */
function hasNegativeHead(document: Document, subject: Token): boolean {
  if (/^(?:nobody|none|neither|no)$/i.test(subject.text)) return true;
  const words = childrenIn(document, subject, 'det', 'cc', 'advmod');
  return words.some((word) => word.index < subject.index && /^(?:no|neither)$/i.test(word.text));
}

const OPEN_MODALS = new Set(['may', 'might', 'could', 'should', 'must', 'would', 'can', 'will', 'shall']);

/** Is the speaking itself only possible, asked for, future or conditional? */
export function isUnreal(document: Document, verb: Token): boolean {
  for (const aux of childrenIn(document, verb, 'aux')) {
    if (OPEN_MODALS.has(aux.lemma.toLowerCase()) && aux.upos === 'AUX') return true;
  }
  const marks = childrenIn(document, verb, 'mark').map((mark) => mark.text.toLowerCase());
  if (marks.some((mark) => ['if', 'unless', 'whether', 'lest'].includes(mark))) return true;
  if (hasFeature(verb, 'Mood=Imp') && !childIn(document, verb, 'nsubj')) return true;
  if (marks.includes('to') && hasFeature(verb, 'VerbForm=Inf')) {
    const head = verb.head < 0 ? undefined : document.tokens[verb.head];
    return !(relationOf(verb) === 'xcomp' && head && CARRYING.has(head.lemma));
  }
  return false;
}

/** Verbs whose infinitive did happen: 'went on to say'. */
const CARRYING = new Set(['go', 'continue', 'proceed', 'begin', 'start', 'rush', 'appear', 'seem']);

/** Below a clause that is said, what it adds is said too. */
function isTold(tokens: readonly Token[], verb: Token): boolean {
  let at: Token | undefined = verb;
  for (let step = 0; at && step < MOST_STEPS; step++) {
    if (at.deprel === 'ccomp' || at.deprel === 'parataxis') return true;
    at = tokens[at.head];
  }
  return false;
}

const MOST_STEPS = 12;

/** 'met the miller, who had praised the weir', 'when asked about it': the verb of a clause that adds something. */
export function opensAside({ tokens }: Document, verb: Token): boolean {
  if (verb.text === 'asked' && /^when$/i.test(tokens[verb.index - 1]?.text ?? '')) return true;
  if (verb.deprel !== 'acl:relcl' || isTold(tokens, verb)) return false;
  return verb.children.some((child) => {
    const { text, deprel } = tokens[child] as Token;
    return (
      (/^nsubj/.test(deprel) ? /^(?:who|which)$/i : /^(?:whom|which)$/i).test(text) &&
      /^(?:,|—|–|--?)$/.test(tokens[child - 1]?.text ?? '')
    );
  });
}
