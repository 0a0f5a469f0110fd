import { z } from 'zod';
import { TrucelineError } from '../../model/index.ts';
import { route, withoutGaps } from '../route.ts';
import { Done, done } from '../schemas/accounts.ts';
import { Dossier, DossierDefinition, DossierDraft, DossierPreview } from '../schemas/dossiers.ts';
import { id } from '../schemas/query.ts';

type Definition = z.output<typeof DossierDefinition>;

/** A dossier of nothing in particular would be the whole store. Throws E_QUERY. */
function checked(definition: Definition) {
  const { parties, places, words, sources } = definition;
  if (parties.length + places.length + words.length + sources.length === 0)
    throw new TrucelineError('E_QUERY', { detail: 'name a party, a place, a word or a source' });
  // Keys without a value are gone, which the store's type asks for.
  return withoutGaps(definition) as Omit<Definition, 'since' | 'until' | 'match' | 'partiesNeeded'>;
}

export const listDossiers = route({
  path: '/api/dossiers',
  name: 'listDossiers',
  tag: 'dossiers',
  summary: 'List dossiers',
  answer: z.object({ items: z.array(Dossier) }).meta({ id: 'DossierList' }),
  handle: async (_, store) => ({ items: await store.dossiers.list() }),
});

export const getDossier = route({
  path: '/api/dossiers/{id}',
  name: 'getDossier',
  tag: 'dossiers',
  summary: 'A dossier',
  params: z.object({ id }),
  answer: Dossier,
  mayBeMissing: true,
  handle: ({ params }, store) => store.dossiers.get(params.id),
});

export const previewDossier = route({
  path: '/api/dossiers/preview',
  name: 'previewDossier',
  tag: 'dossiers',
  summary: 'What of the store would fall in? Keeps nothing',
  method: 'post',
  access: 'reader',
  body: DossierDefinition,
  answer: DossierPreview,
  handle: ({ body }, store) => store.dossiers.preview(checked(body)),
});

export const createDossier = route({
  path: '/api/dossiers',
  name: 'createDossier',
  tag: 'dossiers',
  summary: 'Make a dossier; what is added to the store later falls in by itself',
  method: 'post',
  body: DossierDraft,
  answer: Dossier,
  handle: async ({ body }, store, { person, live }) => {
    const dossier = await store.dossiers.create(body.name, checked(body.definition), person?.name ?? '');
    live.publish('dossiers', { id: dossier.id });
    return dossier;
  },
});

export const changeDossier = route({
  path: '/api/dossiers/{id}',
  name: 'changeDossier',
  tag: 'dossiers',
  summary: 'Change a dossier',
  method: 'put',
  params: z.object({ id }),
  body: DossierDraft,
  answer: Dossier,
  mayBeMissing: true,
  handle: async ({ params, body }, store, { live }) => {
    const dossier = await store.dossiers.change(params.id, body.name, checked(body.definition));
    live.publish('dossiers', { id: dossier.id });
    return dossier;
  },
});

export const removeDossier = route({
  path: '/api/dossiers/{id}',
  name: 'removeDossier',
  tag: 'dossiers',
  summary: 'Remove a dossier; its articles stay in the store',
  method: 'delete',
  params: z.object({ id }),
  answer: Done,
  mayBeMissing: true,
  handle: async ({ params }, store, { live }) => {
    await store.dossiers.remove(params.id);
    live.publish('dossiers', { id: params.id });
    return done;
  },
});
