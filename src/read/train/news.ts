import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { z } from 'zod';
import type { TaggedSentence } from './spans.ts';

const News = z.strictObject({
  first: z.array(z.string()),
  last: z.array(z.string()),
  place: z.array(z.string()),
  body: z.array(z.string()),
  people: z.array(z.string()),
  sentences: z.array(z.string()),
});

/** Words as the tokeniser of EWT parts them: hyphens inside of words stand alone. */
function words(name: string): string[] {
  return name.replace(/(?<=\p{L})-(?=\p{L})/gu, ' - ').split(' ');
}

/** Our own news-like sentences (news.en.yaml), each filled `times` times with names drawn at random. */
export function newsSentences(random: () => number, times: number): TaggedSentence[] {
  const news = News.parse(parse(readFileSync(new URL('./news.en.yaml', import.meta.url), 'utf8')));
  const draw = (list: readonly string[]) => list[Math.floor(random() * list.length)] as string;
  const fill = (slot: string): { text: string; type: string | null } => {
    switch (slot) {
      case 'PER':
        return { text: `${draw(news.first)} ${draw(news.last)}`, type: 'PER' };
      case 'last':
        return { text: draw(news.last), type: 'PER' };
      case 'LOC':
        return { text: draw(news.place), type: 'LOC' };
      case 'ORG':
        return { text: draw(news.body), type: 'ORG' };
      case 'people':
        return { text: draw(news.people), type: null };
      default:
        throw new Error(`news.en.yaml: there is no slot {${slot}}`);
    }
  };
  const sentences: TaggedSentence[] = [];
  for (let time = 0; time < times; time++) {
    for (const sentence of news.sentences) {
      const forms: string[] = [];
      const tags: string[] = [];
      for (const piece of sentence.split(' ')) {
        const slot = /^\{(\w+)\}$/.exec(piece)?.[1];
        const { text, type } = slot ? fill(slot) : { text: piece, type: null };
        let started = false;
        for (const word of words(text)) {
          forms.push(word);
          const article: boolean = type !== null && !started && word === 'the';
          tags.push(type === null || article ? 'O' : `${started ? 'I' : 'B'}-${type}`);
          started = started || !article;
        }
      }
      sentences.push({ forms, tags });
    }
  }
  return sentences;
}
