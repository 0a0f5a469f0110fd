import { childrenOf, hasChild, type Movable, move } from './moving.ts';

/** Verbs of telling others something. */
const TELLING =
  /^(?:sa(?:ys?|id)|t(?:ells?|old)|(?:add|warn|claim|report|insist|suggest|assert|complain|explain|contend|lament|stress|mention|confirm|reject|attack|question|demand|defend|disput|urg|argu|accus|not|stat|prais|criticiz|criticis|blam|declar|announc|describ|denounc|challeng|promis|pledg|vow|condemn|dismiss|mock|rebuk|slam|blast|predict|appeal|call|caution|protest|conced|acknowledg|recall|recount|repeat|reiterat|emphasiz|emphasis|hint|impl|repl|respond|answer|rebuff|chid|sc?old|thank|ridicul|remark|observ|point|lash|hail|laud|tout|downplay|highlight|underlin|underscor|cit|refer)(?:s|es|ed|ies|ied|e|ted)?)$/i;
/** Verbs of what goes on in somebody. */
const MIND =
  /^(?:thinks?|thought|knows?|knew|wants?|wanted|hopes?|hoped|fears?|feared|expects?|expected|plans?|planned|decides?|decided|intends?|intended|prefers?|preferred|wishes|wished|feels?|felt|believes?|believed|likes?|liked)$/;
const AND = /^(?:and|but)$/i;
const PERSON = /^(?:he|she|they)$/i;
const MOST_STEPS = 5;

/**
 * Second verbs behind what is told. 'said Norland was weak and accused its envoy of lying', 'said the road remained open, but she also warned …': a
 * verb of telling in the tense of the first one goes on with that, and not with what is told. 'said he was alarmed and wanted to see the
 * dam': what goes on in somebody is told. Changes heads and children of the tokens from `first` on, which are one English sentence.
 */
export function mendToldConjuncts(tokens: readonly Movable[], first: number): void {
  for (let at = first + 4; at < tokens.length; at++) {
    const verb = tokens[at] as Movable;
    if (verb.upos !== 'VERB' || verb.deprel !== 'conj' || verb.head >= at) continue;
    const joint = childrenOf(tokens, verb).find(({ deprel }) => deprel === 'cc');
    if (!joint || !AND.test(joint.text)) continue;
    if (TELLING.test(verb.text)) raiseTelling(tokens, verb, joint);
    else if (MIND.test(verb.text)) lowerMind(tokens, verb);
  }
}

function raiseTelling(tokens: readonly Movable[], verb: Movable, joint: Movable): void {
  const subject = childrenOf(tokens, verb).find(({ deprel }) => /^nsubj/.test(deprel));
  if (subject && (!PERSON.test(subject.text) || tokens[joint.index - 1]?.text !== ',')) return;
  let at = tokens[verb.head];
  for (let step = 0; at && step < MOST_STEPS; step++) {
    if (TELLING.test(at.text) && at.upos === 'VERB') return;
    const head = tokens[at.head];
    if (!head || head.index > at.index) return;
    if (at.deprel === 'ccomp' && TELLING.test(head.text)) {
      if (isAlike(tokens, head, verb)) move(tokens, verb, head.index);
      return;
    }
    if (!/^(?:conj|ccomp|xcomp|acl|advcl)/.test(at.deprel)) return;
    at = head;
  }
}

function isAlike(tokens: readonly Movable[], one: Movable, other: Movable): boolean {
  return tenseOf(tokens, one) !== undefined && tenseOf(tokens, one) === tenseOf(tokens, other);
}

function tenseOf(tokens: readonly Movable[], verb: Movable): string | undefined {
  const auxiliary = childrenOf(tokens, verb).find(({ deprel }) => deprel === 'aux');
  if (auxiliary) return /^ha(?:s|ve|d)$/i.test(auxiliary.text) ? 'perfect' : undefined;
  if (/ed$|^(?:said|told)$/.test(verb.text)) return 'past';
  return /s$/.test(verb.text) ? 'present' : undefined;
}

function lowerMind(tokens: readonly Movable[], verb: Movable): void {
  if (hasChild(tokens, verb, /^(?:nsubj|csubj)/)) return;
  const head = tokens[verb.head] as Movable;
  if (!TELLING.test(head.text)) return;
  const told = childrenOf(tokens, head).find(
    ({ deprel, index }) => deprel === 'ccomp' && index > head.index && index < verb.index,
  );
  if (told) move(tokens, verb, told.index);
}
