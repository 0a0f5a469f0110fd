/**
 * One fresh process for bench/extract-speed.ts: the built engine over and over some pages, with the sampling profiler beside it, and
 * what that took, as JSON. Each sample belongs to the innermost stage on its stack, so that nothing is counted twice and the stages need no
 * clocks of their own.
 *
 *   node bench/speed-process.mjs FOLDER SECONDS
 */
import { readdirSync, readFileSync } from 'node:fs';
import { Session } from 'node:inspector/promises';

const [folder, seconds] = process.argv.slice(2);
const WORDS = 700;
const dist = new URL('../dist/', import.meta.url).href;
const { makePage } = await import(`${dist}collect/index.js`);
const { recordOf } = await import(`${dist}extract/index.js`);

/** Parts of the path in dist/ → stage; the first that fits. What fits none (read/tree.js) counts to whoever called it. */
const STAGES = [
  ['collect/', 'collect: bytes to text'],
  ['clean/language', 'clean: language'],
  ['clean/residue', 'clean: language'],
  ['clean/', 'clean: the story on the page'],
  ['read/syntax', 'read: words, tags, trees'],
  ['read/tokens/', 'read: words, tags, trees'],
  ['read/tagging/', 'read: words, tags, trees'],
  ['read/parsing/', 'read: words, tags, trees'],
  ['read/entities/', 'read: names'],
  ['read/coref/', 'read: chains'],
  ['read/dates/', 'read: dates'],
  ['read/numbers/', 'read: numbers'],
  ['extract/actors/', 'extract: actors'],
  ['extract/places/', 'extract: places'],
  ['extract/claims/', 'extract: claims'],
  ['extract/status/', 'extract: events'],
  ['extract/events/', 'extract: events'],
  ['extract/conditions/', 'extract: conditions'],
  ['extract/', 'extract: the rest'],
];

const pages = readdirSync(folder)
  .filter((name) => /\.(?:html|html\.gz|txt)$/.test(name))
  .map((name) => makePage(readFileSync(`${folder}/${name}`), name));
const isEnglish = (page) => recordOf(page).article.language === 'en';
const sets = { 'as they are': pages, [`of about ${WORDS} words`]: longer(pages.filter(isEnglish)) };
const done = {};
for (const [name, set] of Object.entries(sets)) done[name] = await measured(set);
console.log(JSON.stringify(done));

/** Pages whose story goes on with those of the next, until it has as many words as an article is said to have. */
function longer(all) {
  const sources = all.map(({ bytes }) => new TextDecoder().decode(bytes));
  const stories = all.map((page) => recordOf(page).article);
  return sources.flatMap((source, place) => {
    const end = source.lastIndexOf('</p>', source.search(/<div class="share"|<aside|<footer/));
    if (end < 0) return [];
    let words = wordsOf(stories[place].text);
    let more = '';
    for (let next = place + 1; words < WORDS; next++) {
      for (const { text } of stories[next % all.length].paragraphs) {
        if (words >= WORDS) break;
        more += `\n<p>${text.replace(/[&<>]/g, (sign) => `&#${sign.charCodeAt(0)};`)}</p>`;
        words += wordsOf(text);
      }
    }
    return [makePage(Buffer.from(source.slice(0, end + 4) + more + source.slice(end + 4)), 'made')];
  });
}

function wordsOf(text) {
  return text.split(/\s+/).length;
}

/** Articles, words and seconds of processor time without the profiler, and then, with it, each stage's share of the samples. */
async function measured(set) {
  const words = set.map((page) => wordsOf(recordOf(page).article.text));
  for (let round = 0; round < 3; round++) for (const page of set) recordOf(page);
  const done = run(set, words);
  const session = new Session();
  session.connect();
  await session.post('Profiler.enable');
  await session.post('Profiler.setSamplingInterval', { interval: 500 });
  await session.post('Profiler.start');
  run(set, words);
  const { profile } = await session.post('Profiler.stop');
  session.disconnect();
  return { ...done, stages: sharesOf(profile) };
}

/** The pages over and over, for as long as is asked. */
function run(set, words) {
  const start = process.cpuUsage();
  const done = { articles: 0, words: 0, seconds: 0 };
  while (done.seconds < seconds) {
    for (const [place, page] of set.entries()) {
      recordOf(page);
      done.articles += 1;
      done.words += words[place];
    }
    const { user, system } = process.cpuUsage(start);
    done.seconds = (user + system) / 1e6;
  }
  return done;
}

function sharesOf({ nodes, samples, timeDeltas }) {
  const stageOf = new Map();
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const open = [[nodes[0].id, null]];
  for (let next = open.pop(); next; next = open.pop()) {
    const { callFrame, children = [] } = byId.get(next[0]);
    const { functionName, url } = callFrame;
    const own = functionName === '(garbage collector)' ? 'garbage collection' : stageAt(url);
    const stage = own ?? next[1];
    stageOf.set(next[0], stage);
    for (const child of children) open.push([child, stage]);
  }
  const times = {};
  let all = 0;
  samples.forEach((id, place) => {
    const stage = stageOf.get(id);
    if (!stage) return;
    times[stage] = (times[stage] ?? 0) + timeDeltas[place];
    all += timeDeltas[place];
  });
  const order = [...new Set(STAGES.map(([, name]) => name)), 'garbage collection'];
  return order.map((name) => [name, (times[name] ?? 0) / all]);
}

function stageAt(url) {
  if (!url.startsWith(dist)) return null;
  const path = url.slice(dist.length);
  return STAGES.find(([start]) => path.startsWith(start))?.[1] ?? null;
}
