import { modelOf } from '../model-file.ts';
import { viewOf } from '../parsing/word-view.ts';
import { tag } from '../tagging/tag.ts';
import { UPOS_CLASSES } from '../tagging/upos.ts';

/** Universal tags of a sentence by the shipped tagger of its language. */
export function predictedUpos(forms: readonly string[], language = 'en'): string[] {
  const model = modelOf(language);
  if (!model) throw new Error(`lang/${language} has no tagger yet: train it first (npm run train)`);
  const view = viewOf(forms);
  tag(view, model.tagger);
  return forms.map((_, index) => UPOS_CLASSES[view.upos[index + 1] as number] || 'X');
}

/**
 * The tagger has seen the training sentences, so its tags are better there than they will be on the news: this puts its usual
 * confusions of names back in.
 */
export function withTagNoise(
  forms: readonly string[],
  upos: readonly string[],
  random: () => number,
): string[] {
  return upos.map((tag, index) => {
    const form = forms[index] as string;
    const capital = form[0] !== form[0]?.toLowerCase();
    const chance = random();
    if (tag === 'PROPN') return chance < 0.07 ? 'NOUN' : chance < 0.09 ? 'ADJ' : tag;
    if (tag === 'NOUN') return chance < (capital ? 0.1 : 0.01) ? 'PROPN' : tag;
    if (tag === 'ADJ' || tag === 'VERB') return capital && chance < 0.07 ? 'PROPN' : tag;
    return tag;
  });
}
