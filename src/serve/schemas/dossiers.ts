import { z } from 'zod';
import { ArticleLine, EventLine } from './lines.ts';
import { words } from './query.ts';

const terms = (description: string) => z.array(words).max(100).default([]).meta({ description });
const day = z.iso.date().optional();

export const DossierDefinition = z
  .object({
    parties: terms('Names of actors in any case, or countries by ISO 3166-1 alpha-3'),
    partiesNeeded: z
      .int()
      .min(1)
      .max(100)
      .optional()
      .meta({ description: 'How many of the parties an article must name; 1 where not given' }),
    places: terms('Places of events and conditions, whole names in any case'),
    words: terms('Searches in titles and texts'),
    sources: terms('Outlets by name in any case, or by the host of their addresses'),
    match: z.enum(['any', 'all']).optional().meta({
      description: 'any: a party, a place or a word is enough; all: one of each kind that is given',
    }),
    since: day,
    until: day,
  })
  .meta({
    id: 'DossierDefinition',
    description:
      'What belongs to a dossier; sources and days narrow down what parties, places and words let in',
  });

export const DossierDraft = z
  .object({ name: z.string().trim().min(1).max(200), definition: DossierDefinition })
  .meta({ id: 'DossierDraft' });

export const Dossier = z
  .object({
    id: z.string(),
    name: z.string(),
    definition: DossierDefinition,
    articles: z.int(),
    createdBy: z.string(),
    createdAt: z.string(),
    updatedAt: z.string(),
  })
  .meta({ id: 'Dossier' });

export const DossierPreview = z
  .object({
    articles: z.int(),
    events: z.int(),
    claims: z.int(),
    conditions: z.int(),
    newestArticles: z.array(ArticleLine),
    newestEvents: z.array(EventLine),
  })
  .meta({ id: 'DossierPreview', description: 'What of the store falls into a dossier' });
