/** Scripts that tell a passage from the text around it. */
export type Script =
  | 'latin'
  | 'cyrillic'
  | 'armenian'
  | 'georgian'
  | 'greek'
  | 'arabic'
  | 'hebrew'
  | 'east-asian'
  | 'other';

/** First and last code unit of each, in order. */
const RANGES: readonly (readonly [number, number, Script])[] = [
  [0x41, 0x24f, 'latin'],
  [0x370, 0x3ff, 'greek'],
  [0x400, 0x52f, 'cyrillic'],
  [0x531, 0x58f, 'armenian'],
  [0x590, 0x5ff, 'hebrew'],
  [0x600, 0x77f, 'arabic'],
  [0x10a0, 0x10ff, 'georgian'],
  [0x1e00, 0x1eff, 'latin'],
  [0x1f00, 0x1fff, 'greek'],
  [0x3040, 0xd7af, 'east-asian'],
  [0xfb50, 0xfdff, 'arabic'],
  [0xfe70, 0xfeff, 'arabic'],
];

/** The script of a letter. */
export function scriptOf(unit: number): Script {
  for (let place = 0; place < RANGES.length; place++) {
    const range = RANGES[place] as (typeof RANGES)[number];
    if (unit >= range[0] && unit <= range[1]) return range[2];
  }
  return 'other';
}

const WRITTEN: readonly (readonly [Script, string])[] = [
  ['latin', 'en it fr es pt de nl tr az pl cs sk ro hu fi sv da no et lv lt sl hr sq ca eu gl id ms vi tk'],
  ['cyrillic', 'ru uk be bg mk kk ky mn tg'],
  ['arabic', 'ar fa ur ps'],
  ['armenian', 'hy'],
  ['georgian', 'ka'],
  ['greek', 'el'],
  ['hebrew', 'he'],
  ['east-asian', 'ja zh ko'],
];
const scripts = new Map(
  WRITTEN.flatMap(([script, languages]) =>
    languages.split(' ').map((language) => [language, script] as const),
  ),
);

/** The script that a language is written in; undefined for one that is written in several, or not known. */
export function scriptOfLanguage(language: string): Script | undefined {
  return scripts.get(language);
}

/** Scripts that have no capitals, so that a name looks like any other word. */
export function isCaseless(script: Script): boolean {
  return script === 'arabic' || script === 'hebrew' || script === 'georgian' || script === 'east-asian';
}

const ONLY: { readonly [script in Script]?: string } = {
  armenian: 'hy',
  georgian: 'ka',
  greek: 'el',
  hebrew: 'he',
};

/** The language of a passage that its script, or letters that only one language of the script has, tell; null where they do not. */
export function languageByLetters(text: string, script: Script): string | null {
  const only = ONLY[script];
  if (only) return only;
  if (script === 'cyrillic') {
    if (/[їєґі]/i.test(text) && !/[ыэъё]/i.test(text)) return 'uk';
    if (/[ўј]/i.test(text)) return null;
    return /[ыэъё]/i.test(text) ? 'ru' : null;
  }
  if (script === 'arabic') return /[پچژگی]/.test(text) ? 'fa' : null;
  if (script === 'east-asian') {
    if (/[\u3040-\u30ff]/.test(text)) return 'ja';
    return /[\uac00-\ud7af]/.test(text) ? 'ko' : 'zh';
  }
  return null;
}
