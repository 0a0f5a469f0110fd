import type { Document, Token } from '../../read/index.ts';
import { childIn, childrenIn, type Extents, prepositionOf, relationOf } from '../phrase.ts';
import type { Draft, Run } from './draft.ts';
import type { CueLexicon } from './lexicon.ts';
import { speakerOfVerb } from './speaker.ts';
import { isNegated, isUnreal } from './verb-cues.ts';

/** Verbs that carry a noun of speech: 'made the claim that', 'issued a demand for'. */
export const CARRIERS: ReadonlySet<string> = new Set([
  'make',
  'issue',
  'repeat',
  'reiterate',
  'renew',
  'express',
  'voice',
  'give',
  'deliver',
  'publish',
  'release',
  'send',
  'raise',
  'put',
  'advance',
  'level',
  'launch',
  'file',
  'have',
  'hold',
  'share',
  'present',
  'set',
  'extend',
  'lodge',
  'list',
  'name',
  'contain',
]);

/** The attribution that a noun makes: 'the accusation that …', 'Armenian demands for …'. */
export function draftOfNoun(
  document: Document,
  extents: Extents,
  lexicon: CueLexicon,
  noun: Token,
): Draft | null {
  if (noun.upos !== 'NOUN' && !isOwned(document, noun)) return null;
  const cues = lexicon.nouns.get(noun.lemma.toLowerCase());
  // 'in order to open the road'
  if (noun.text === 'order' && document.tokens[noun.index - 1]?.text.toLowerCase() === 'in') return null;
  if (!cues || (isVessel(document, noun) && !PURPOSES.has(noun.lemma.toLowerCase()))) return null;
  for (const cue of cues) {
    const content = contentOfNoun(document, extents, noun, cue.takes);
    if (!content) continue;
    const carrier = carrierOf(document, noun);
    const speaker =
      ownerOf(document, noun) ?? (carrier ? speakerOfVerb(document, carrier) : actorOfPhrase(document, noun));
    const holder =
      speaker && lexicon.nouns.has(speaker.lemma.toLowerCase()) ? ownerOf(document, speaker) : null;
    if (!speaker && !cue.takes.has('that') && !cue.unowned) continue;
    return {
      rule: `noun ${noun.lemma}`,
      verb: noun,
      stance: cue.stance,
      cue: [noun.index, noun.index],
      speaker: holder ?? speaker,
      addressee: null,
      content: [content],
      quotations: [],
      quotes: false,
      negated: carrier ? isNegated(document, carrier) : false,
      unreal: carrier ? isUnreal(document, carrier) : false,
    };
  }
  return null;
}

/** 'said in a statement that …': the noun only carries what the verb says. */
function isVessel(document: Document, noun: Token): boolean {
  if (prepositionOf(document, noun) !== 'in' || relationOf(noun) !== 'obl') return false;
  return ['VERB', 'AUX'].includes(document.tokens[noun.head]?.upos ?? '');
}

function contentOfNoun(
  document: Document,
  extents: Extents,
  noun: Token,
  takes: ReadonlySet<string>,
): Run | null {
  // A clause right behind its noun is the noun's, wherever the tree hangs it.
  const next = document.tokens[noun.index + 1];
  const colon = takes.has('colon') ? colonNear(document, noun) : 0;
  const end = (document.sentences[noun.sentence]?.endToken ?? 0) - 1;
  if (colon > 0 && end > colon + 1) return [colon + 1, end];
  const opening = next?.text.toLowerCase() ?? '';
  if (
    next?.deprel === 'mark' &&
    next.head > next.index &&
    ((opening === 'that' && takes.has('that') && !isRelative(document, next, extents)) ||
      (opening === 'to' && takes.has('infinitive')))
  )
    return [next.index, extents.last[next.head] as number];
  for (const child of childrenIn(document, noun, 'acl', 'ccomp', 'nmod', 'advcl')) {
    if (child.index < noun.index || child.deprel === 'acl:relcl') continue;
    const relation = relationOf(child);
    const first = extents.first[child.index] as number;
    const last = extents.last[child.index] as number;
    if (relation === 'nmod') {
      if (takes.has(prepositionOf(document, child))) return [first + 1, last];
      continue;
    }
    const marks = childrenIn(document, child, 'mark').map((mark) => mark.text.toLowerCase());
    if (marks.includes('that') && takes.has('that')) return [first, last];
    if (marks.includes('to') && takes.has('infinitive')) return [first, last];
    if (marks.some((mark) => takes.has(mark))) return [first + 1, last];
  }
  return null;
}

/** 'marched in support of the plan', 'came in the hope of a deal': who acts so holds it. */
function actorOfPhrase(document: Document, noun: Token): Token | null {
  if (!PURPOSES.has(noun.lemma.toLowerCase()) || !/^(?:in|for)$/.test(prepositionOf(document, noun)))
    return null;
  const head = noun.head < 0 ? undefined : document.tokens[noun.head];
  return head?.upos === 'VERB' && relationOf(noun) === 'obl' ? speakerOfVerb(document, head) : null;
}

const PURPOSES = new Set([
  'hope',
  'fear',
  'support',
  'opposition',
  'favor',
  'favour',
  'defense',
  'defence',
  'protest',
  'praise',
]);

/** 'two demands: …', 'two conditions for talks: …'. */
function colonNear({ tokens }: Document, noun: Token): number {
  for (let index = noun.index + 1; index <= noun.index + 4; index++) {
    const token = tokens[index];
    if (!token || token.sentence !== noun.sentence) return 0;
    if (token.text === ':') return index;
    if (token.upos === 'PUNCT' || token.upos === 'VERB' || token.upos === 'AUX') return 0;
  }
  return 0;
}

/** 'a charge that the group denied.': a clause that ends in a bare verb of answering says nothing of its own. */
function isRelative({ tokens }: Document, that: Token, extents: Extents): boolean {
  let last = extents.last[that.head] as number;
  while (last > that.index && tokens[last]?.upos === 'PUNCT') last--;
  return (
    last < that.index + 9 &&
    /^(?:den|reject|dismiss|disput|refut|confirm)(?:y|ies|ied|s|es|ed)?$/i.test(tokens[last]?.text ?? '')
  );
}

/** "the ministry's denial": what an owner stands before is a noun, whatever its tag. */
function isOwned({ tokens }: Document, word: Token): boolean {
  const before = tokens[word.index - 1];
  return word.upos === 'ADJ' && before?.upos === 'PART' && /^['’]s?$/.test(before.text);
}

/** Who the noun belongs to: 'Baku’s', 'of the ministry', 'by the army', 'Armenian'. */
export function ownerOf(document: Document, noun: Token): Token | null {
  for (const child of childrenIn(document, noun, 'nmod')) {
    if (child.deprel === 'nmod:poss') return child;
    if (['by', 'of', 'from'].includes(prepositionOf(document, child)) && child.upos === 'PROPN') return child;
  }
  if (isOwned(document, noun)) {
    const owner = document.tokens[(document.tokens[noun.index - 1] as Token).head];
    if (owner && owner.head === noun.index) return owner;
  }
  return (
    childrenIn(document, noun, 'amod', 'compound').find(
      (child) => child.upos === 'PROPN' || /^\p{Lu}/u.test(child.text),
    ) ?? null
  );
}

function carrierOf(document: Document, noun: Token): Token | null {
  const head = noun.head < 0 ? undefined : document.tokens[noun.head];
  if (head?.upos !== 'VERB' || !CARRIERS.has(head.lemma) || relationOf(noun) !== 'obj') return null;
  return childIn(document, head, 'aux:pass') ? null : head;
}
