import type { Article } from '../model/index.ts';
import { findChains } from './coref/index.ts';
import { findDates, sentenceAtoms } from './dates/index.ts';
import type { Document } from './document.ts';
import { findEntities } from './entities/index.ts';
import { modelOf } from './model-file.ts';
import { findNumbers } from './numbers/index.ts';
import { syntaxOf } from './syntax.ts';

/**
 * Reads an article: sentences, words, tags, lemmas, trees, names, chains, dates, numbers. Offsets are UTF-16 units into
 * `article.text`. Languages without a model get sentences and words only (`hasTrees` is false). Pure, synchronous, linear in
 * the length of the text; the model is loaded at the first use of its language.
 */
export function read(article: Article): Document {
  const hasTrees = modelOf(article.language) !== null;
  const { sentences, tokens } = syntaxOf(article);
  const entities = hasTrees ? findEntities(article, sentences, tokens) : [];
  const atoms = sentenceAtoms(article.text);
  const dates = hasTrees ? findDates(article, sentences, tokens, atoms) : [];
  return {
    article,
    language: article.language,
    hasTrees,
    sentences,
    tokens,
    entities,
    chains: hasTrees ? findChains(article, sentences, tokens, entities) : [],
    dates,
    numbers: hasTrees ? findNumbers(article, sentences, tokens, entities, dates, atoms) : [],
  };
}
