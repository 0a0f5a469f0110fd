/**
 * Named entities against UNER: span F1 (conlleval: exact boundaries and type, micro-averaged), for the tagger on the gold words and for
 * read() from raw text. `npm run bench:entities -- [--data DIR] [--fail N]`.
 */
import { existsSync } from 'node:fs';
import { cpus } from 'node:os';
import { entityTaggerOf } from '../src/read/entities/index.ts';
import { read } from '../src/read/index.ts';
import { readIob2 } from '../src/read/train/iob2.ts';
import { scoreSpans, spansOf, type TaggedSpan } from '../src/read/train/spans.ts';
import { plainArticle } from './plain-article.ts';

const option = (name: string, fallback: string) => {
  const at = process.argv.indexOf(name);
  return at < 0 ? fallback : (process.argv[at + 1] ?? fallback);
};
const data = option('--data', process.env.TRUCELINE_DATA ?? '../shared/data');
const shown = Number(option('--fail', '0'));
const SETS = [
  ['EWT test (web)', 'UNER_English-EWT/test.iob2.gz'],
  ['PUD (news and wiki, places as bodies)', 'UNER_English-PUD/test.iob2.gz'],
] as const;

/** Words set side by side as text, and where each begins and ends. */
function textOf(forms: readonly string[]): { text: string; starts: number[]; ends: number[] } {
  let text = '';
  const starts: number[] = [];
  const ends: number[] = [];
  forms.forEach((form, index) => {
    const tight =
      /^(?:[.,;:!?%)\]}]|n't|'(?:s|re|ve|ll|d|m)?|’s?)$/i.test(form) ||
      /^[([{$]$/.test(forms[index - 1] ?? '');
    if (index > 0 && !tight) text += ' ';
    starts.push(text.length);
    text += form;
    ends.push(text.length);
  });
  return { text, starts, ends };
}

const rows: { [name: string]: { [column: string]: number } } = {};
const percent = (value: number) => Number((100 * value).toFixed(1));
console.log(`${cpus()[0]?.model ?? 'unknown'}, Node ${process.version}`);
for (const [name, file] of SETS) {
  const path = `${data}/ner/${file}`;
  if (!existsSync(path)) {
    console.log(
      `bench:entities: ${path} is not there; give the data folder with --data DIR or TRUCELINE_DATA.`,
    );
    continue;
  }
  const sentences = readIob2(path);
  const tagger = entityTaggerOf('en');
  const gold = sentences.map(({ tags }) => spansOf(tags));
  const from = performance.now();
  const tagged = sentences.map(({ forms }) =>
    spansOf([...tagger.tag(forms)].map((tag) => tagger.tags[tag] as string)),
  );
  const words = sentences.reduce((sum, { forms }) => sum + forms.length, 0);
  const speed = Math.round(words / (performance.now() - from));
  const whole = sentences.map(({ forms }): TaggedSpan[] => {
    const { text, starts, ends } = textOf(forms);
    return read(plainArticle('bench', text))
      .entities.filter((entity) => entity.type !== 'NORP')
      .map(({ type, start, end }) => {
        const [first, last] = [starts.indexOf(start), ends.indexOf(end)];
        return { type, first: first < 0 ? -start - 1 : first, end: last + 1 };
      });
  });
  const [onWords, onText] = [scoreSpans(gold, tagged), scoreSpans(gold, whole)];
  for (const [how, score] of [
    ['tagger on gold words', onWords],
    ['read() from text', onText],
  ] as const) {
    rows[`${name}: ${how}`] = {
      precision: percent(score.precision),
      recall: percent(score.recall),
      f1: percent(score.f1),
      ...score.byType,
      ...(score === onWords ? { 'words/ms': speed } : {}),
    };
  }
  let left = shown;
  sentences.forEach(({ forms }, index) => {
    const show = (span: TaggedSpan) =>
      `${forms.slice(Math.max(0, span.first), span.end).join(' ')}/${span.type}`;
    const key = (span: TaggedSpan) => `${span.type} ${span.first} ${span.end}`;
    const [right, found] = [new Set(gold[index]?.map(key)), new Set(whole[index]?.map(key))];
    const missed = gold[index]?.filter((span) => !found.has(key(span))) ?? [];
    const invented = whole[index]?.filter((span) => !right.has(key(span))) ?? [];
    if (missed.length + invented.length > 0 && left-- > 0) {
      console.log(
        `missed ${missed.map(show).join(', ') || '-'}; invented ${invented.map(show).join(', ') || '-'}: ${forms.join(' ').slice(0, 140)}`,
      );
    }
  });
}
console.table(rows);
