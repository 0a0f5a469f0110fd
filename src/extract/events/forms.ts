/** Forms that no rule of spelling gives, of verbs in the lexicon. */
const IRREGULAR: { readonly [form: string]: string } = {
  met: 'meet',
  held: 'hold',
  withdrew: 'withdraw',
  withdrawn: 'withdraw',
  sent: 'send',
  brought: 'bring',
  laid: 'lay',
  fought: 'fight',
  shot: 'shoot',
  slain: 'slay',
  slew: 'slay',
  sought: 'seek',
  took: 'take',
  taken: 'take',
  broke: 'break',
  broken: 'break',
  overran: 'overrun',
  undertook: 'undertake',
  undertaken: 'undertake',
  died: 'die',
  dying: 'die',
  freed: 'free',
  left: 'leave',
  beaten: 'beat',
  gave: 'give',
  given: 'give',
  blew: 'blow',
  blown: 'blow',
  drove: 'drive',
  driven: 'drive',
  swore: 'swear',
  sworn: 'swear',
  forgave: 'forgive',
  forgiven: 'forgive',
  threw: 'throw',
  thrown: 'throw',
  struck: 'strike',
  stricken: 'strike',
  bought: 'buy',
  sold: 'sell',
  lent: 'lend',
  flew: 'fly',
  flown: 'fly',
  stood: 'stand',
  spoke: 'speak',
  spoken: 'speak',
  sat: 'sit',
  wrote: 'write',
  written: 'write',
  rang: 'ring',
  rung: 'ring',
  forbade: 'forbid',
  forbidden: 'forbid',
  fell: 'fall',
  fallen: 'fall',
  pled: 'plead',
  found: 'find',
  hung: 'hang',
  set: 'set',
  put: 'put',
  retook: 'retake',
  retaken: 'retake',
  made: 'make',
  came: 'come',
  went: 'go',
  gone: 'go',
  built: 'build',
  won: 'win',
  fed: 'feed',
  hid: 'hide',
  bore: 'bear',
  burnt: 'burn',
  sped: 'speed',
};

/** The forms that English spelling gives a verb: block, blocks, blocked, blocking; deny, denies, denied; stop, stopped. */
export function formsOf(lemma: string): string[] {
  const forms = [lemma, /(?:s|x|z|ch|sh)$/.test(lemma) ? `${lemma}es` : `${lemma}s`];
  if (lemma.endsWith('e')) forms.push(`${lemma}d`, `${lemma.slice(0, -1)}ing`);
  else if (/[^aeiou]y$/.test(lemma)) {
    const stem = lemma.slice(0, -1);
    forms.push(`${stem}ies`, `${stem}ied`, `${lemma}ing`);
  } else {
    forms.push(`${lemma}ed`, `${lemma}ing`);
    if (/[aeiou][bdglmnprt]$/.test(lemma))
      forms.push(`${lemma}${lemma.at(-1)}ed`, `${lemma}${lemma.at(-1)}ing`);
  }
  for (const [form, verb] of Object.entries(IRREGULAR)) if (verb === lemma) forms.push(form);
  return forms;
}
