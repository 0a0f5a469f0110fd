import type { Given, Known, SourcePage } from './store.ts';
import { storableText } from './text.ts';

/** What the person fixed about a page. */
export function givenOf({ url, published, language, title, asIs }: SourcePage): Given {
  return {
    ...(url !== undefined && { url: storableText(url) }),
    ...(published !== undefined && { published }),
    ...(language !== undefined && { language }),
    ...(title !== undefined && { title: storableText(title) }),
    ...(asIs && { asIs }),
  };
}

/**
 * Need this page not be read again? The bytes are the same, and nothing is given that was not given before. What was
 * given before and is not now stays as it was; an address does not change one that is known already.
 */
export function isUnchanged(page: SourcePage, known: Known): boolean {
  if (known.hash !== page.hash || (known.isSuperseded && page.url !== undefined)) return false;
  const given = givenOf(page);
  return (Object.keys(given) as (keyof Given)[]).every(
    (key) => given[key] === known.given[key] || (key === 'url' && known.given.url !== undefined),
  );
}
