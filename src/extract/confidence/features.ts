import type { Condition, Event } from '../../model/index.ts';
import type { Document } from '../../read/index.ts';
import type { Attribution } from '../context.ts';

/** Names of what a line has; each has a weight in weights.yaml, or none. */
export type Features = readonly string[];

const LONG_SENTENCE = 40;
const FAR = 12;

/** What a claim's confidence depends on: rule, who speaks, how far off, how long the sentence is, how plain the tree. */
export function claimFeatures(document: Document, attribution: Attribution): Features {
  const { rule, speaker, speakerText, stance, quoted, cueToken, content } = attribution;
  const token = document.tokens[cueToken];
  const found = [`rule ${familyOf(rule)}`, `stance ${stance}`];
  if (quoted) found.push('quoted');
  if (speakerText === null) found.push('no speaker');
  else if (speaker === null) found.push('speaker unknown');
  if (speakerText && /^(?:he|she|it|they|we|i|you|who|which)$/i.test(speakerText.text))
    found.push('pronoun speaker');
  if (content.text.length < 12) found.push('short content');
  if (!token) return found;
  const sentence = document.sentences[token.sentence];
  if (sentence && sentence.endToken - sentence.firstToken > LONG_SENTENCE) found.push('long sentence');
  if (token.upos !== 'VERB' && token.upos !== 'NOUN' && rule.startsWith('verb'))
    found.push('tag and rule differ');
  if (speakerText && Math.abs(speakerText.start - token.start) > FAR * 8) found.push('speaker far off');
  if (/VerbForm=(?:Part|Ger|Inf)/.test(token.feats)) found.push('not finite');
  return found;
}

/** 'verb say: that' → 'verb that'; the word itself is left out. */
function familyOf(rule: string): string {
  const colon = rule.indexOf(': ');
  if (rule.startsWith('verb ') && colon > 0) return `verb ${rule.slice(colon + 2)}`;
  if (rule.startsWith('noun ')) return 'noun';
  return rule.startsWith('word order') ? 'word order' : rule;
}

/** What an event's confidence depends on: type, status, who is known, how it is dated, what the trigger is. */
export function eventFeatures(document: Document, event: Event): Features {
  const trigger = document.tokens[tokenAt(document, event.trigger.start)];
  const found = [`type ${event.type}`, `status ${event.status}`, `date ${event.date.basis}`];
  found.push(trigger?.upos === 'VERB' ? 'verb trigger' : 'noun trigger');
  if (event.actors.length === 0) found.push('no actor');
  if (event.recipients.length === 0) found.push('no recipient');
  if (event.place) found.push('place');
  if (event.evidence.length > 1) found.push('told again');
  if (event.killed.length + event.injured.length > 0) found.push('casualties');
  if (/\s/.test(event.trigger.text)) found.push('several words');
  const sentence = trigger && document.sentences[trigger.sentence];
  if (sentence && sentence.endToken - sentence.firstToken > LONG_SENTENCE) found.push('long sentence');
  return found;
}

/** What a condition's confidence depends on: whether it says since when, on what and by whom, and whether it is told again. */
export function conditionFeatures(condition: Condition): Features {
  const found: string[] = [];
  if (condition.since === undefined && condition.days === undefined) found.push('no start');
  if (condition.on.thing === undefined && condition.on.actor === undefined) found.push('on nothing');
  if (!condition.by?.length) found.push('no doer');
  if (condition.evidence.length > 1) found.push('told again');
  return found;
}

function tokenAt(document: Document, offset: number): number {
  let low = 0;
  let high = document.tokens.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((document.tokens[middle]?.end ?? Infinity) <= offset) low = middle + 1;
    else high = middle;
  }
  return low;
}
