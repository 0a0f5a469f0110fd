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
  sought: 'seek',
  took: 'take',
  taken: 'take',
  broke: 'break',
  broken: 'break',
  overran: 'overrun',
  undertook: 'undertake',
  died: 'die',
  dying: 'die',
  freed: 'free',
  left: 'leave',
  beaten: 'beat',
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
