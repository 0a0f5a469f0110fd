/**
 * Co-reference from raw text against GUM's news (measured only: its licence is non-commercial): MUC, B³, CEAF-e and their mean,
 * the CoNLL score. `npm run bench:coref -- [--data DIR] [--genre news] [--split train,dev,test] [--fail N]`.
 *
 * What counts: chains of two and more mentions, matched by their head word. The first line takes all of GUM's chains. The second
 * takes what `read` is for: persons, bodies, places and peoples, without appositions and predicates ('N, head of M' is one
 * mention here), without 'I', 'we', 'you' and 'who'; a found mention that GUM gives another type is left out, not held against it.
 */
import { existsSync } from 'node:fs';
import { cpus } from 'node:os';
import { type Document, read } from '../src/read/index.ts';
import { type GoldDocument, type GoldMention, readGoldDocuments } from '../src/read/train/coref-gold.ts';
import { added, type Chains, conllScore, corefParts, figuresOf } from '../src/read/train/coref-score.ts';
import { plainArticle } from './plain-article.ts';

const option = (name: string, fallback: string) => {
  const at = process.argv.indexOf(name);
  return at < 0 ? fallback : (process.argv[at + 1] ?? fallback);
};
const folder = `${option('--data', process.env.TRUCELINE_DATA ?? '../shared/data')}/ud/UD_English-GUM`;
if (!existsSync(folder)) {
  console.log(`bench:coref: ${folder} is not there; give the data folder with --data DIR or TRUCELINE_DATA.`);
  process.exit(0);
}
let shown = Number(option('--fail', '0'));

const TYPES = new Set(['person', 'organization', 'place']);
const NOT_READ = new Set(['appos', 'pred', 'disc', 'cata']);
const OTHER_WORDS =
  /^(i|me|my|mine|myself|we|us|our|ours|ourselves|you|your|yours|who|whom|whose|that|which)$/i;

const inScope = (mention: GoldMention) =>
  TYPES.has(mention.type) &&
  !NOT_READ.has(mention.link) &&
  !(mention.head.upos === 'PRON' && OTHER_WORDS.test(mention.head.text));

/** Chains of two and more; a head that two mentions share (coordination, nesting) goes with the smaller one. */
function goldChains(mentions: readonly GoldMention[]): Chains {
  const byHead = new Map<number, GoldMention>();
  for (const mention of mentions) {
    if (mention.isCoordinated) continue;
    const known = byHead.get(mention.head.start);
    if (!known || mention.end - mention.start < known.end - known.start)
      byHead.set(mention.head.start, mention);
  }
  const chains = new Map<string, string[]>();
  for (const [head, { chain }] of byHead) chains.set(chain, [...(chains.get(chain) ?? []), String(head)]);
  return [...chains.values()].filter(({ length }) => length > 1);
}

function systemChains({ chains, tokens }: Document, left: (head: string) => boolean): Chains {
  const taken = new Set<string>();
  return [...chains]
    .sort((a, b) => Number(a.type === 'GROUP') - Number(b.type === 'GROUP'))
    .map(({ mentions }) =>
      mentions
        .map(({ head }) => String(tokens[head]?.start))
        .filter((head) => !left(head) && !taken.has(head) && taken.add(head)),
    )
    .filter(({ length }) => length > 1);
}

const genre = option('--genre', 'news');
const splits = option('--split', 'train,dev,test').split(',');
const documents: GoldDocument[] = splits.flatMap((split) =>
  readGoldDocuments(`${folder}/${split}.conllu.gz`, `GUM_${genre}`),
);
const scores = documents.map((gold) => {
  const document = read(plainArticle(gold.id, gold.text));
  const scoped = gold.mentions.filter(inScope);
  const heads = new Set(scoped.map(({ head }) => String(head.start)));
  const others = new Set(
    gold.mentions.map(({ head }) => String(head.start)).filter((head) => !heads.has(head)),
  );
  if (shown > 0) report(gold, document, scoped);
  return {
    all: corefParts(
      goldChains(gold.mentions),
      systemChains(document, () => false),
    ),
    scoped: corefParts(
      goldChains(scoped),
      systemChains(document, (head) => others.has(head)),
    ),
  };
});

function report(gold: GoldDocument, document: Document, scoped: readonly GoldMention[]): void {
  const homes = new Map(scoped.map((mention) => [mention.head.start, mention.chain]));
  for (const { name, mentions } of document.chains) {
    const known = mentions.map(({ head }) => homes.get((document.tokens[head] as { start: number }).start));
    const first = known.find((chain) => chain !== undefined);
    mentions.forEach((mention, index) => {
      if (known[index] === undefined || known[index] === first || shown-- <= 0) return;
      const around = gold.text.slice(Math.max(0, mention.start - 90), mention.end + 40).replace(/\s+/g, ' ');
      console.log(`wrong: '${mention.text}' said to be ${name}: …${around}…`);
    });
  }
}

const percent = (value: number) => Number((100 * value).toFixed(1));
console.log(
  `${cpus()[0]?.model ?? 'unknown'}, Node ${process.version}; ${documents.length} documents of GUM ${genre}, ${splits.join(', ')}`,
);
console.table(
  Object.fromEntries(
    (['all', 'scoped'] as const).flatMap((which) => {
      const sum = added(scores.map((score) => score[which]));
      const name = which === 'all' ? 'all chains' : 'persons, bodies, places';
      return (['mentions', 'links', 'muc', 'b3', 'ceafe'] as const)
        .map((metric) => {
          const { precision, recall, f1 } = figuresOf(sum[metric]);
          return [
            `${name}: ${metric}`,
            { precision: percent(precision), recall: percent(recall), f1: percent(f1) },
          ] as [string, object];
        })
        .concat([[`${name}: CoNLL score`, { f1: percent(conllScore(sum)) }]]);
    }),
  ),
);
