import type { PloverType } from '../../model/index.ts';
import type { Document, Token } from '../../read/index.ts';
import { childIn, relationOf } from '../phrase.ts';
import type { Trigger } from './triggers.ts';

/** Steps up a tree, and words back in the sentence, that are taken at most. */
const MOST_STEPS = 8;
const MOST_WORDS = 14;
/** Acts of speech whose content is what they agree to, ask for or refuse, and no event of its own. */
const HOLDING = new Set<PloverType>(['AGREE', 'REQUEST', 'REJECT']);

/** For each trigger, the speech act that it is the content of: 'agreed to [meet]', 'refused to [open] the road', 'a demand to [withdraw]'. */
export function holdersOf(document: Document, triggers: readonly Trigger[]): Map<Trigger, Trigger> {
  const holders = new Map<Token, Trigger>();
  const found = new Map<Trigger, Trigger>();
  if (triggers.length < 2) return found;
  for (const trigger of triggers)
    if (isHolding(trigger))
      for (const token of [trigger.token, trigger.predicate]) holders.set(token, trigger);
  for (const trigger of triggers) {
    const holder = holderAbove(document, trigger, holders) ?? holderBefore(document, trigger, holders);
    if (holder && holder !== trigger) found.set(trigger, holder);
  }
  return found;
}

function isHolding({ entry }: Trigger): boolean {
  return HOLDING.has(entry.type) || entry.promising || entry.menacing || entry.hostile || entry.clause;
}

function holderAbove(
  document: Document,
  { predicate, token }: Trigger,
  holders: ReadonlyMap<Token, Trigger>,
): Trigger | null {
  let at = predicate;
  for (let step = 0; step < MOST_STEPS && at.head >= 0; step++) {
    const relation = relationOf(at);
    const head = document.tokens[at.head] as Token;
    if (head.index > at.index) return null;
    if (relation === 'conj' && at === predicate && holders.has(head)) return null;
    if (at.deprel === 'acl:relcl' && isPast(document, at)) return null;
    if (['parataxis', 'appos', 'advcl'].includes(relation) && !isInfinitive(document, at)) return null;
    const holder = holders.get(head);
    if (holder && holder.token !== token) {
      // 'accused X of …, urging Y to': what hangs on the agent of a speech act is not what it asks for.
      return relation === 'nsubj' ? null : holder;
    }
    at = head;
  }
  return null;
}

/** 'agreed to resume talks that had been frozen': what had been before is not agreed to. */
function isPast(document: Document, verb: Token): boolean {
  return (
    /VerbForm=Fin/.test(verb.feats + (childIn(document, verb, 'aux')?.feats ?? '')) &&
    /Tense=Past/.test(childIn(document, verb, 'aux')?.feats ?? verb.feats)
  );
}

/** Where the tree is wrong: 'to' before the verb, and a speech act a few words before that with no comma between. */
function holderBefore(
  { tokens }: Document,
  { predicate }: Trigger,
  holders: ReadonlyMap<Token, Trigger>,
): Trigger | null {
  let at = predicate.index - 1;
  if (tokens[at]?.upos === 'ADV') at--;
  if (tokens[at]?.text.toLowerCase() !== 'to') return null;
  for (let back = at - 1; back >= Math.max(0, at - MOST_WORDS); back--) {
    const token = tokens[back] as Token;
    if (token.sentence !== predicate.sentence || token.text === ',' || token.text === ';') return null;
    const holder = holders.get(token);
    if (holder) return holder;
    if (token.upos === 'VERB') return null;
  }
  return null;
}

export function isInfinitive(document: Document, token: Token): boolean {
  return (
    /VerbForm=Inf/.test(token.feats) ||
    childIn(document, token, 'mark')?.lemma === 'to' ||
    document.tokens[token.index - 1]?.text.toLowerCase() === 'to'
  );
}
