/**
 * Makes the models of a language again:
 *
 *   npm run train -- --language en --data DIR [--only syntax|entities] [--hold-out] [--out FOLDER]
 *
 * With --hold-out the development files are not trained on but reported on, to choose between methods.
 * DIR holds `ud/<treebank>/{train,dev}.conllu.gz` and `ner/`. The same data gives the same files, byte by byte.
 */
import { existsSync, mkdirSync } from 'node:fs';
import { argv, env, exit } from 'node:process';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { readConllu } from './conllu.ts';
import { trainEntities } from './entities.ts';
import { trainSyntax } from './syntax.ts';

/** Files that a model is made of; their licence lets anyone use what is made of them. */
interface Sources {
  readonly train: readonly string[];
  /** Trained on too, unless held out to compare one way of training with another. */
  readonly dev: readonly string[];
  /** The files whose way of splitting words is learned, where they differ in it; else all. */
  readonly splitting?: readonly string[];
  /** A file of our own beside this one. */
  readonly own?: string;
}

const SOURCES: { readonly [language: string]: Sources } = {
  en: { train: ['UD_English-EWT/train'], dev: ['UD_English-EWT/dev'], own: 'news.en.conllu' },
  fr: { train: ['UD_French-Sequoia/train'], dev: ['UD_French-Sequoia/dev'] },
  hy: {
    train: ['UD_Armenian-BSUT/train', 'UD_Armenian-ArmTDP/train'],
    dev: ['UD_Armenian-BSUT/dev', 'UD_Armenian-ArmTDP/dev'],
  },
  // The stored train file of BOUN has numbers in place of its words.
  tr: { train: ['UD_Turkish-BOUN/dev', 'UD_Turkish-Kenet/dev'], dev: [], splitting: ['UD_Turkish-BOUN/dev'] },
};
const WITH_ENTITIES = new Set(['en']);

const { values } = parseArgs({
  args: argv.slice(2),
  options: {
    language: { type: 'string', default: 'en' },
    data: { type: 'string', default: env.TRUCELINE_DATA ?? '../shared/data' },
    only: { type: 'string' },
    'hold-out': { type: 'boolean' },
    out: { type: 'string' },
  },
});
const { language, data } = values;
const sources = Object.hasOwn(SOURCES, language) ? (SOURCES[language] as Sources) : null;
const pathOf = (name: string) => `${data}/ud/${name}.conllu.gz`;
const missing = sources && [...sources.train, ...sources.dev].map(pathOf).find((path) => !existsSync(path));
if (!sources || missing !== undefined) {
  console.error(
    sources
      ? `${missing} is not there. Name the data folder with --data DIR or TRUCELINE_DATA.`
      : `No treebank is set down for '${language}'. Known: ${Object.keys(SOURCES).join(', ')}.`,
  );
  exit(1);
}
const out = values.out ?? fileURLToPath(new URL(`../lang/${language}`, import.meta.url));
mkdirSync(out, { recursive: true });
if (values.only !== 'entities') {
  const read = (names: readonly string[]) => names.flatMap((name) => readConllu(pathOf(name)));
  const used = values['hold-out'] ? sources.train : [...sources.train, ...sources.dev];
  trainSyntax(
    {
      train: read(used),
      own: sources.own === undefined ? [] : readConllu(fileURLToPath(new URL(sources.own, import.meta.url))),
      dev: values['hold-out'] ? read(sources.dev) : [],
      splitting: read(sources.splitting ?? used),
    },
    `${out}/syntax.bin`,
    language,
  );
}
if (values.only !== 'syntax' && WITH_ENTITIES.has(language)) {
  const { dev, test } = trainEntities(data, `${out}/entities.bin`);
  console.log(`names: span F1 ${(100 * dev).toFixed(2)} dev, ${(100 * test).toFixed(2)} test`);
}
