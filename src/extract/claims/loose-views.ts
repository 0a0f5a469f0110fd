import type { Document, Token } from '../../read/index.ts';
import { childIn, childrenIn, type Extents, hasFeature, relationOf } from '../phrase.ts';
import type { Draft, Run } from './draft.ts';
import { isTime } from './frames-by-order.ts';
import type { ClaimLexicon } from './lexicon.ts';
import { plainDraft } from './plain-draft.ts';
import { isPassive, speakerOfVerb } from './speaker.ts';
import { subjectBefore, subjectWithin } from './surface.ts';
import { cueRun } from './verb-cues.ts';

const LONGEST_CONTENT = 40;

/**
 * A verb that does little else than report or judge, in a sentence whose tree shows none of its frames: 'what he called
 * …', 'which she said had …', 'was asked about …', 'as described by …'. What is reported is the relative pronoun's noun, the subject of the
 * passive, or the words behind the verb up to the end of what hangs on it. For the outer layer only (views.ts): no line of the
 * record is made of it.
 */
export function draftOfLooseVerb(
  document: Document,
  extents: Extents,
  lexicon: ClaimLexicon,
  telling: ReadonlySet<string>,
  verb: Token,
): Draft | null {
  const cited = citedBy(document, extents, telling, lexicon, verb);
  if (cited) return cited;
  const form = verb.text.toLowerCase();
  const lemma = lexicon.lemmas.get(form) ?? lexicon.attitudes.lemmas.get(form);
  if (lemma === undefined || !telling.has(lemma)) return null;
  if (verb.upos !== 'VERB' && !isVerbForm(document, verb)) return null;
  if (lemma === 'report' && isByline(document, verb)) return null;
  const passive = isPassive(document, verb);
  const subject = passive ? null : subjectBefore(document, verb);
  const speaker = speakerOfVerb(document, verb) ?? subject?.head ?? null;
  const isParticiple = hasFeature(verb, 'VerbForm=Part') || /ing$/.test(verb.text);
  if (!speaker && !passive && !isParticiple && !opensAside(document, verb)) return null;
  const doing = behindAgent(document, verb);
  const content = doing?.content ?? contentOf(document, extents, verb, passive);
  if (!content) return null;
  return plainDraft(
    document,
    {
      rule: `loose ${lemma}`,
      verb,
      stance: (lexicon.verbs.get(verb.text.toLowerCase()) ?? [])[0]?.stance ?? 'states',
      cue: cueRun(document, verb, null),
      speaker: doing?.agent ?? speaker,
      ...(doing
        ? { speakerRun: doing.run }
        : subject && speaker === subject.head && { speakerRun: subject.run }),
    },
    content,
  );
}

/** 'Norland hopes that', 'the paper touts its', 'announces who': a form of a verb, whatever the tagger says. */
function isVerbForm({ tokens }: Document, word: Token): boolean {
  if (!/(?:ed|s)$/.test(word.text)) return false;
  if (word.upos !== 'NOUN') return true;
  const next = tokens[word.index + 1];
  const before = tokens[word.index - 1];
  return (
    next !== undefined &&
    (['DET', 'PRON', 'PROPN'].includes(next.upos) || /^(?:that|to)$/i.test(next.text)) &&
    before !== undefined &&
    ['PROPN', 'PRON', 'NOUN'].includes(before.upos)
  );
}

/** 'As reported by the Harbor Times, the ferry ran twice': a participle behind 'as', the one who told it, and the sentence behind the comma. */
function citedBy(
  document: Document,
  extents: Extents,
  telling: ReadonlySet<string>,
  lexicon: ClaimLexicon,
  verb: Token,
): Draft | null {
  const { tokens, sentences } = document;
  const sentence = sentences[verb.sentence];
  const lemma = lexicon.lemmas.get(verb.text.toLowerCase());
  if (!sentence || lemma === undefined || !telling.has(lemma) || /ing$/.test(verb.text)) return null;
  if (!/^as$/i.test(tokens[verb.index - 1]?.text ?? '') || verb.index !== sentence.firstToken + 1)
    return null;
  const by = tokens[verb.index + 1];
  const agent = by && /^by$/i.test(by.text) ? tokens[by.head] : undefined;
  if (!agent || agent.index < verb.index) return null;
  let comma = (extents.last[agent.index] as number) + 1;
  if (tokens[comma - 1]?.text === ',') comma--;
  const last = sentence.endToken - 1;
  if (tokens[comma]?.text !== ',' || comma > last - 3) return null;
  return plainDraft(
    document,
    {
      rule: `cited ${lemma}`,
      verb,
      stance: (lexicon.verbs.get(verb.text.toLowerCase()) ?? [])[0]?.stance ?? 'states',
      cue: [verb.index - 1, verb.index + 1],
      speaker: agent,
    },
    [comma + 1, tokens[last]?.upos === 'PUNCT' ? last - 1 : last],
  );
}

/** 'Orlan reported from Varsa.', '(Reporting by Mira Toval)': who wrote the article, and where. */
function isByline({ tokens }: Document, { index, text }: Token): boolean {
  return /ing$/i.test(text) || /^(?:from|live)$/i.test(tokens[index + 1]?.text ?? '');
}

/** 'when asked about it', 'Asked whether': an asking that names nobody who asks. */
function opensAside({ tokens, sentences }: Document, verb: Token): boolean {
  return (
    sentences[verb.sentence]?.firstToken === verb.index ||
    /^(?:when|if|as|once|while)$/i.test(tokens[verb.index - 1]?.text ?? '')
  );
}

function contentOf(document: Document, extents: Extents, verb: Token, passive: boolean): Run | null {
  const hasAgent = /^by$/i.test(document.tokens[verb.index + 1]?.text ?? '') && !/ing$/.test(verb.text);
  const behind = hasAgent ? null : (behindVerb(document, extents, verb) ?? beforeAside(document, verb));
  if (behind) return behind;
  if (passive) {
    const subject = childrenIn(document, verb, 'nsubj')[0];
    return subject ? [extents.first[subject.index] as number, extents.last[subject.index] as number] : null;
  }
  const head = verb.head < 0 ? undefined : document.tokens[verb.head];
  if (!head || head.index > verb.index) return null;
  // 'the clip that the judge called distasteful', 'remarks first reported by …'
  if (relationOf(verb) === 'acl') return [extents.first[head.index] as number, head.index];
  return null;
}

const OPENINGS = /^(?:about|if|whether|what|who|why|how|when|where|which|that|to|as|on)$/i;
const LONGEST_AGENT = 8;

/** 'asked by a reporter whether …', 'described by Orlin as …': who does it, and the words behind up to the next mark. */
function behindAgent(document: Document, verb: Token): { agent: Token; run: Run; content: Run } | null {
  const { tokens } = document;
  if (!/^by$/i.test(tokens[verb.index + 1]?.text ?? '') || /ing$/.test(verb.text)) return null;
  const start = verb.index + 2;
  let end = 0;
  for (let first = start + 1; first <= verb.index + LONGEST_AGENT; first++) {
    const opening = tokens[first];
    if (!opening || opening.sentence !== verb.sentence || /^(?:PUNCT|VERB|AUX)$/.test(opening.upos))
      return null;
    if (!OPENINGS.test(opening.text)) continue;
    end ||= first - 1;
    if (isTime(tokens[first + 1] as Token)) continue;
    let last = first;
    while (last < first + LONGEST_CONTENT && !endsClause(tokens[last + 1], verb)) last++;
    const agent = subjectWithin(document, [start, end]);
    return agent && last > first ? { agent, run: [start, end], content: [first, last] } : null;
  }
  return null;
}

function endsClause(token: Token | undefined, { sentence }: Token): boolean {
  return !token || token.sentence !== sentence || /^[,;:.!?—–]$/.test(token.text);
}

/** 'It was sold in 2010, records show.': the words before the comma that parts the aside from them. */
function beforeAside(document: Document, verb: Token): Run | null {
  const first = document.sentences[verb.sentence]?.firstToken;
  const subject = subjectBefore(document, verb);
  if (first === undefined || !subject || /^asked$/i.test(document.tokens[first]?.text ?? '')) return null;
  const comma = subject.run[0] - 1;
  return comma > first + 2 && document.tokens[comma]?.text === ',' ? [first, comma - 1] : null;
}

const TITLES = /^(?:titled|entitled|called|dubbed|nicknamed|named|headlined)$/i;

/** 'a book titled “Low Water”': the quotation, where it closes soon. */
function titleFrom({ tokens }: Document, open: number): Run | null {
  for (let index = open + 1; index <= open + LONGEST_CONTENT; index++)
    if (/^(?:["”]|'')$/.test(tokens[index]?.text ?? '')) return [open, index];
  return null;
}

/** 'Many expressed interest in it': a past form that the parser took for a participle before its noun, behind a subject. */
function isMisreadParticiple(document: Document, verb: Token): boolean {
  return (
    verb.deprel === 'amod' &&
    verb.head > verb.index &&
    /^(?:NOUN|PROPN|PRON|ADV)$/.test(document.tokens[verb.index - 1]?.upos ?? '') &&
    subjectBefore(document, verb) !== null
  );
}

/** The words behind the verb and its particle, up to the next mark that ends a clause. */
function behindVerb(document: Document, extents: Extents, verb: Token): Run | null {
  const { tokens } = document;
  let first = verb.index + 1;
  const particle = childIn(document, verb, 'compound');
  if (particle?.index === first) first++;
  while (tokens[first]?.upos === 'ADV' && tokens[first]?.head === verb.index) first++;
  const opening = tokens[first];
  if (opening && TITLES.test(verb.text) && /^(?:["“]|''|``)$/.test(opening.text))
    return titleFrom(document, first);
  if (!opening || opening.sentence !== verb.sentence || opening.upos === 'PUNCT' || opening.upos === 'CCONJ')
    return null;
  const phrase = isMisreadParticiple(document, verb) ? verb.head : verb.index;
  const end = opensAside(document, verb) ? first + LONGEST_CONTENT : (extents.last[phrase] as number);
  const limit = Math.min(end, first + LONGEST_CONTENT, tokens.length - 1);
  let last = first - 1;
  for (let index = first; index <= limit; index++) {
    const token = tokens[index] as Token;
    if (token.sentence !== verb.sentence || /^[,;:.!?—–]$/.test(token.text)) break;
    const next = tokens[index + 1];
    if (token.upos === 'CCONJ' && next && hasFeature(next, 'VerbForm=Fin')) break;
    last = index;
  }
  return last >= first ? [first, last] : null;
}
