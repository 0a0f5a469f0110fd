/**
 * Makes the models of a language again:
 *
 *   npm run train -- --language en --data DIR [--only syntax|entities] [--out FOLDER]
 *
 * DIR holds `ud/<treebank>/{train,dev}.conllu.gz` and `ner/`. The same data gives the same files, byte by byte.
 */
import { existsSync, mkdirSync } from 'node:fs';
import { argv, env, exit } from 'node:process';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { trainEntities } from './entities.ts';
import { trainSyntax } from './syntax.ts';

/** Treebanks whose licence lets anyone use what is made of them. */
const TREEBANKS: { readonly [language: string]: readonly string[] } = {
  en: ['UD_English-EWT'],
  fr: ['UD_French-Sequoia'],
  hy: ['UD_Armenian-BSUT', 'UD_Armenian-ArmTDP'],
  tr: ['UD_Turkish-BOUN'],
};
const WITH_ENTITIES = new Set(['en']);

const { values } = parseArgs({
  args: argv.slice(2),
  options: {
    language: { type: 'string', default: 'en' },
    data: { type: 'string', default: env.TRUCELINE_DATA ?? '../shared/data' },
    only: { type: 'string' },
    out: { type: 'string' },
  },
});
const { language, data } = values;
const treebanks = Object.hasOwn(TREEBANKS, language) ? (TREEBANKS[language] as readonly string[]) : [];
const folders = treebanks.map((name) => `${data}/ud/${name}`);
const missing = folders.find((folder) => !existsSync(folder));
if (folders.length === 0 || missing !== undefined) {
  console.error(
    missing === undefined
      ? `No treebank is set down for '${language}'. Known: ${Object.keys(TREEBANKS).join(', ')}.`
      : `${missing} is not there. Name the data folder with --data DIR or TRUCELINE_DATA.`,
  );
  exit(1);
}
const out = values.out ?? fileURLToPath(new URL(`../lang/${language}`, import.meta.url));
mkdirSync(out, { recursive: true });
if (values.only !== 'entities') trainSyntax(folders, `${out}/syntax.bin`, language);
if (values.only !== 'syntax' && WITH_ENTITIES.has(language)) {
  const { dev, test } = trainEntities(data, `${out}/entities.bin`);
  console.log(`names: span F1 ${(100 * dev).toFixed(2)} dev, ${(100 * test).toFixed(2)} test`);
}
