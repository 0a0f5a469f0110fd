/** Articles that nobody wrote, for measuring: each different, about 400 words, with the furniture of a news page. */
const SIDES = [
  'Armenia',
  'Azerbaijan',
  'Russia',
  'the European Union',
  'the mediators',
  'the foreign ministry',
];
const TOWNS = ['Shusha', 'Goris', 'Stepanakert', 'Lachin', 'Brussels', 'Sochi', 'Vardenis', 'Aghdam'];
const DEEDS = [
  'said that the corridor had been blocked for {n} days',
  'denied that soldiers had crossed the line near {town}',
  'accused the other side of firing at a checkpoint in {town}',
  'demanded that {n} prisoners be released before {day} {month}',
  'met a delegation led by the deputy minister in {town} on {day} {month}',
  'offered to send {n} trucks of flour and medicine through {town}',
  'warned that the talks on the customs house would fail without guarantees',
  'reported {n} wounded after a clash on the road to {town}',
  'called the statement of {day} {month} an attempt to mislead observers',
];
const MONTHS = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August'];
const WORDS =
  'bridge winter harvest rail customs observer village hospital school quarry pipeline station market valley river'.split(
    ' ',
  );

const SENTENCES = 26;

export function syntheticPage(number: number): string {
  const next = generator(number + 1);
  const pick = <Item>(list: readonly Item[]): Item => list[next() % list.length] as Item;
  const sentence = () => {
    const deed = pick(DEEDS)
      .replaceAll('{n}', String(2 + (next() % 90)))
      .replaceAll('{town}', pick(TOWNS))
      .replaceAll('{day}', String(1 + (next() % 28)))
      .replaceAll('{month}', pick(MONTHS));
    const side = pick(SIDES);
    return `${side.charAt(0).toUpperCase()}${side.slice(1)} ${deed}, according to a ${pick(WORDS)} ${pick(WORDS)} report.`;
  };
  const paragraphs: string[] = [];
  for (let count = 0; count < SENTENCES; count += 3) {
    paragraphs.push(`<p>${[sentence(), sentence(), sentence()].join(' ')}</p>`);
  }
  const title = `${pick(TOWNS)}: ${pick(WORDS)} talks, report ${number}`;
  const day = `2023-0${1 + (number % 9)}-${String(1 + (number % 28)).padStart(2, '0')}`;
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>${title} | Example Wire</title>
<meta property="og:site_name" content="Example Wire"><meta property="article:published_time" content="${day}">
</head><body><nav><a href="/">Home</a> <a href="/world">World</a> <a href="/region">Region</a></nav>
<article><h1>${title}</h1><p class="byline">by admin</p>
${paragraphs.join('\n')}
</article><aside><h3>Related</h3><a href="/a">Storm hits the coast</a></aside>
<form><label>Leave a comment</label><textarea></textarea></form><footer>© Example Wire</footer></body></html>
`;
}

/** Mulberry32: small, fast and the same everywhere. */
function generator(seed: number): () => number {
  let state = (seed * 0x9e3779b9) | 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return (mixed ^ (mixed >>> 14)) >>> 0;
  };
}
