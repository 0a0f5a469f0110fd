/** Past tense and past participle where they are irregular, of verbs that the lexicon has. */
const IRREGULAR: { readonly [lemma: string]: readonly string[] } = {
  say: ['said'],
  tell: ['told'],
  write: ['wrote', 'written'],
  know: ['knew', 'known'],
  think: ['thought'],
  find: ['found'],
  see: ['saw', 'seen'],
  hear: ['heard'],
  speak: ['spoke', 'spoken'],
  swear: ['swore', 'sworn'],
  feel: ['felt'],
  put: ['put'],
  give: ['gave', 'given'],
  read: ['read'],
  cast: ['cast'],
  understand: ['understood'],
  undertake: ['undertook', 'undertaken'],
  choose: ['chose', 'chosen'],
  beseech: ['besought'],
  foresee: ['foresaw', 'foreseen'],
  foretell: ['foretold'],
  show: ['showed', 'shown'],
  seek: ['sought'],
  teach: ['taught'],
  rethink: ['rethought'],
  bet: ['bet'],
  cry: ['cried'],
  plead: ['pleaded', 'pled'],
  broadcast: ['broadcast'],
  beg: ['begged'],
  forbid: ['forbade', 'forbidden'],
  forget: ['forgot', 'forgotten'],
  forgive: ['forgave', 'forgiven'],
  fight: ['fought'],
  stand: ['stood'],
  mean: ['meant'],
  keep: ['kept'],
  hold: ['held'],
  withhold: ['withheld'],
  draw: ['drew', 'drawn'],
  take: ['took', 'taken'],
  go: ['went', 'gone'],
  come: ['came'],
  lay: ['laid'],
  set: ['set'],
  send: ['sent'],
  make: ['made'],
  shrink: ['shrank', 'shrunk'],
  stick: ['stuck'],
  cling: ['clung'],
  sell: ['sold'],
  sing: ['sang', 'sung'],
  shake: ['shook', 'shaken'],
  break: ['broke', 'broken'],
  shoot: ['shot'],
  hit: ['hit'],
  strive: ['strove', 'striven'],
  lose: ['lost'],
  bend: ['bent'],
  leave: ['left'],
  fall: ['fell', 'fallen'],
  spin: ['spun'],
  misread: ['misread'],
  misunderstand: ['misunderstood'],
  overhear: ['overheard'],
  retell: ['retold'],
  outlaw: ['outlawed'],
  bite: ['bit', 'bitten'],
  bring: ['brought'],
  buy: ['bought'],
  dream: ['dreamed', 'dreamt'],
  get: ['got', 'gotten'],
  lean: ['leaned', 'leant'],
  learn: ['learned', 'learnt'],
  lend: ['lent'],
  light: ['lit', 'lighted'],
  meet: ['met'],
  pay: ['paid'],
  spell: ['spelled', 'spelt'],
  strike: ['struck', 'stricken'],
  swing: ['swung'],
  tear: ['tore', 'torn'],
  throw: ['threw', 'thrown'],
  win: ['won'],
  withdraw: ['withdrew', 'withdrawn'],
  uphold: ['upheld'],
  bid: ['bid', 'bade', 'bidden'],
  dwell: ['dwelled', 'dwelt'],
  prove: ['proved', 'proven'],
};

const DOUBLING =
  /^(?:[^aeiou]*[aeiou][bdgmnprt]|commit|refer|abhor|incur|recap|deadpan|rebut|admit|concur|prefer|infer|defer|regret|submit|permit|omit|quip|blog)$/;

/** All written forms of a verb, the lemma among them. English. */
export function formsOf(lemma: string): string[] {
  const forms = [lemma, thirdPerson(lemma)];
  const bases = stems(lemma);
  if (lemma.endsWith('ie')) forms.push(`${lemma.slice(0, -2)}ying`);
  else for (const base of bases) forms.push(`${base}ing`);
  const irregular = IRREGULAR[lemma];
  if (irregular) forms.push(...irregular);
  else if (/[^aeiou]y$/.test(lemma)) forms.push(`${lemma.slice(0, -1)}ied`);
  else for (const base of bases) forms.push(base.endsWith('e') ? `${base}d` : `${base}ed`);
  return forms;
}

function thirdPerson(lemma: string): string {
  if (/[^aeiou]y$/.test(lemma)) return `${lemma.slice(0, -1)}ies`;
  return /(?:s|x|z|ch|sh|o)$/.test(lemma) ? `${lemma}es` : `${lemma}s`;
}

/** What -ed and -ing are put to: 'propos', 'begg'. */
function stems(lemma: string): string[] {
  if (/[^e]e$/.test(lemma)) return [lemma.slice(0, -1)];
  if (DOUBLING.test(lemma)) return [`${lemma}${lemma.at(-1)}`];
  return lemma.endsWith('l') && /[aeiou]l$/.test(lemma) ? [lemma, `${lemma}l`] : [lemma];
}
