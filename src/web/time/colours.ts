/** Colours of the desk's tokens, as a canvas needs them: read anew whenever the theme changes. */
export type Colours = (token: string) => string;

/** Resolves custom properties of the page, which may be `light-dark(…)`, by the colour of an element that has them. */
export function coloursOf(element: HTMLElement): Colours {
  const probe = document.createElement('span');
  probe.hidden = true;
  element.append(probe);
  const known = new Map<string, string>();
  const read = (token: string) => {
    probe.style.color = `var(--${token})`;
    return getComputedStyle(probe).color;
  };
  for (const token of TOKENS) known.set(token, read(token));
  probe.remove();
  return (token) => known.get(token) ?? 'currentcolor';
}

const QUADS = ['words-good', 'acts-good', 'words-bad', 'acts-bad'];
const TOKENS = [
  ...[
    'ground',
    'raised',
    'sunken',
    'line',
    'line-strong',
    'ink',
    'quiet',
    'accent',
    'accent-soft',
    'hot',
    'hot-line',
  ],
  ...QUADS,
  ...QUADS.map((quad) => `${quad}-soft`),
  ...['land', 'sea', 'border'],
];

export const QUAD_TOKEN = {
  'verbal-cooperation': 'words-good',
  'material-cooperation': 'acts-good',
  'verbal-conflict': 'words-bad',
  'material-conflict': 'acts-bad',
} as const;

/** Calls back when the theme changes, by the button or by the system. Gives back how to stop. */
export function onThemeChange(changed: () => void): () => void {
  const observer = new MutationObserver(changed);
  observer.observe(document.documentElement, { attributes: true, attributeFilter: ['data-theme'] });
  const system = matchMedia('(prefers-color-scheme: dark)');
  system.addEventListener('change', changed);
  return () => {
    observer.disconnect();
    system.removeEventListener('change', changed);
  };
}
