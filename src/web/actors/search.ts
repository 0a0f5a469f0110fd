import { oneOf, present, textOf } from '../shared/search-params.ts';

/** What the address of the people can hold. */
export function actorsSearch(given: Record<string, unknown>) {
  return present({
    dossier: textOf(given.dossier),
    show: textOf(given.show),
    name: textOf(given.name),
    view: oneOf(given.view, ['network'] as const),
  });
}
