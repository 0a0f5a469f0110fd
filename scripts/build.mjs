/**
 * Builds dist/: compiles src/ (without the desk), copies the data files that stand beside the code
 * (lexicons, models, migrations), puts the program together (bundle.mjs), then builds the desk. `--server` leaves the desk out,
 * `--if-stale` does nothing where dist/ is newer than all of src/.
 */
import { spawnSync } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { dirname, extname, join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parse } from 'yaml';

const root = resolve(dirname(fileURLToPath(import.meta.url)), '..');
const dist = join(root, 'dist');
const serverOnly = process.argv.includes('--server');

function run(tool, args) {
  const done = spawnSync(process.execPath, [join(root, 'node_modules', tool), ...args], {
    cwd: root,
    stdio: 'inherit',
  });
  if (done.status !== 0) process.exit(done.status ?? 1);
}

/** Data files keep their place: src/extract/lexicon/en/x.yaml → dist/extract/lexicon/en/x.yaml. */
function copyData(folder) {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    const place = relative(join(root, 'src'), path);
    if (place === 'web' || place.split(/[\\/]/).includes('train')) continue;
    if (entry.isDirectory()) copyData(path);
    else if (extname(path) === '.yaml') writeData(path, join(dist, place));
    else if (!['.ts', '.md'].includes(extname(path))) cpSync(path, join(dist, place));
  }
}

/** As JSON under the same name: it is YAML too, and read many times faster (see src/model/data-file.ts). */
function writeData(path, target) {
  mkdirSync(dirname(target), { recursive: true });
  writeFileSync(target, JSON.stringify(parse(readFileSync(path, 'utf8'))));
}

function newestIn(folder) {
  let newest = 0;
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    newest = Math.max(newest, entry.isDirectory() ? newestIn(path) : statSync(path).mtimeMs);
  }
  return newest;
}

const builtMain = join(dist, 'cli', 'main.js');
if (process.argv.includes('--if-stale') && existsSync(builtMain)) {
  if (statSync(builtMain).mtimeMs > newestIn(join(root, 'src'))) process.exit(0);
}

if (!serverOnly) rmSync(dist, { recursive: true, force: true });
run('typescript/bin/tsc', ['-p', 'tsconfig.build.json']);
copyData(join(root, 'src'));
if (existsSync(builtMain)) run('../scripts/bundle.mjs', []);
if (!serverOnly && existsSync(join(root, 'src', 'web', 'vite.config.ts'))) {
  run('vite/bin/vite.js', ['build', '--config', 'src/web/vite.config.ts', '--logLevel', 'warn']);
}
const extraSteps = join(dist, 'store', 'prepare.js');
if (existsSync(extraSteps)) {
  const done = spawnSync(process.execPath, [extraSteps], { cwd: root, stdio: 'inherit' });
  if (done.status !== 0) process.exit(done.status ?? 1);
}
