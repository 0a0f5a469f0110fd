import type { Block } from './html-blocks.ts';
import { furniturePhrase } from './phrases.ts';

const CREDIT_ONLY =
  /^\(?(?:photo(?:graph)?(?:er|o)?|image|picture|foto|фото|photo credit|image credit|credit|courtesy|getty|video|source)\b[^.]{0,80}\)?$|^[(\s]*(?:image:?\s*)?©|^(?:file|handout)$|media playback|\bunsupported\b/iu;
const FEWEST_WORDS = 3;

/** The first caption that says what a picture shows, not only who took it or what plays there. */
export function captionOf(captions: readonly Block[]): string | undefined {
  return captions.find(({ text, kind }) => {
    const isShort = /^\p{L}+(?:\s\p{L}+)*$/u.test(text) && text.split(/\s+/).length < FEWEST_WORDS;
    return (
      !isShort &&
      !CREDIT_ONLY.test(text.slice(0, 200)) &&
      !/^h[1-6]$/.test(kind) &&
      furniturePhrase(text) === null
    );
  })?.text;
}
