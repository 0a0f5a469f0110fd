/**
 * Puts the program and its reading thread together into a few files in dist/run/: finding and loading hundreds of small
 * ones takes a short command longer than its work. dist/cli/main.js and dist/cli/reading-worker.js then only lead there.
 * Data files stay where they are, and so do dependencies, but for those of many small files; their licences go along.
 */
import { chmodSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';

const dist = fileURLToPath(new URL('../dist/', import.meta.url));
const out = join(dist, 'run');
const cli = (name) => join(dist, 'cli', `${name}.js`);

const TOGETHER = [
  'boolbase',
  'commander',
  'css-select',
  'css-what',
  'dom-serializer',
  'domelementtype',
  'domhandler',
  'domutils',
  'entities',
  'htmlparser2',
  'kysely',
  'nth-check',
  'zod',
];

/** Data files are found from the place of the module that reads them. */
const dataInPlace = {
  name: 'data-in-place',
  transform(code, id) {
    // The pool starts the thread that is put together beside it.
    if (!code.includes('import.meta.url') || id === resolve(cli('reading-pool'))) return null;
    const place = JSON.stringify(relative(out, id).replaceAll('\\', '/'));
    return { code: code.replaceAll('import.meta.url', `new URL(${place}, import.meta.url).href`), map: null };
  },
};

await build({
  configFile: false,
  root: dist,
  logLevel: 'warn',
  publicDir: false,
  plugins: [dataInPlace],
  ssr: { target: 'node', noExternal: TOGETHER },
  build: {
    ssr: true,
    target: 'node20',
    outDir: out,
    emptyOutDir: true,
    minify: false,
    assetsInlineLimit: 0,
    rollupOptions: {
      input: { main: cli('main'), 'reading-worker': cli('reading-worker') },
      preserveEntrySignatures: 'strict',
      output: { entryFileNames: '[name].js', chunkFileNames: '[name]-[hash].js', format: 'es' },
    },
  },
});
writeFileSync(cli('main'), "#!/usr/bin/env node\nimport '../run/main.js';\n");
writeFileSync(cli('reading-worker'), "export { default } from '../run/reading-worker.js';\n");
chmodSync(cli('main'), 0o755);
writeFileSync(join(out, 'LICENSES.txt'), TOGETHER.map(licenceOf).join('\n'));

/** The package's own words, under its name and version. */
function licenceOf(name) {
  const folder = fileURLToPath(new URL(`../node_modules/${name}/`, import.meta.url));
  const { version, license } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  const file = readdirSync(folder).find((entry) => /^licen[cs]e/i.test(entry));
  if (!file) throw new Error(`${name} has no file with its licence`);
  return `${name} ${version} (${license})\n\n${readFileSync(join(folder, file), 'utf8').trim()}\n`;
}
