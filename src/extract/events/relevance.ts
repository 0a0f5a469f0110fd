import type { PloverSector, PloverType } from '../../model/index.ts';
import type { Document, Token } from '../../read/index.ts';
import type { ExtractionContext } from '../context.ts';
import { childrenIn } from '../phrase.ts';
import type { EventEntry, EventLexicon } from './lexicon.ts';

/** Sectors whose people fight, rule or are ruled over: with one of them even a match may see violence. */
const PUBLIC = new Set<PloverSector>([
  'GOV',
  'MIL',
  'COP',
  'REB',
  'SEP',
  'UAF',
  'SPY',
  'PRM',
  'INS',
  'IGO',
  'OPP',
  'PAR',
  'LEG',
  'JUD',
]);
/** Sectors that nothing but business is known of. */
const PRIVATE = new Set<PloverSector>(['BUS', 'MED', 'EDU']);
/** Sectors without arms. */
const UNARMED = new Set<PloverSector>(['BUS', 'MED', 'EDU', 'IGO', 'NGO', 'REL', 'JUD']);
/** Acts that a game is told with: attack, clash, meet, hold. */
const PLAYED = new Set<PloverType>(['ASSAULT', 'CONSULT', 'COERCE', 'RETREAT', 'AID', 'SANCTION', 'PROTEST']);
const SPOKEN = new Set<PloverType>([
  'ACCUSE',
  'REQUEST',
  'REJECT',
  'SUPPORT',
  'AGREE',
  'THREATEN',
  'CONSULT',
]);

/** Who is not known to be without arms may have fought. */
const canFight = (sector: PloverSector | undefined): boolean => sector === undefined || !UNARMED.has(sector);

/** 'a heart attack', 'the battle with cancer', 'a price war': the words of violence said of something else. */
export function isElsewhere(document: Document, { words }: EventLexicon, noun: Token): boolean {
  const before = document.tokens[noun.index - 1];
  if (
    before?.sentence === noun.sentence &&
    words.elsewhere.has(`${before.text.toLowerCase()} ${noun.lemma.toLowerCase()}`)
  )
    return true;
  return childrenIn(document, noun, 'nmod').some(({ lemma }) => words.illness.has(lemma.toLowerCase()));
}

/**
 * Is the event of a kind that no dispute is about: a game, a firm among firms, a road closed for the snow? Reads the words of the
 * sentence once; asked only where there is an event.
 */
export function isOrdinary(
  context: ExtractionContext,
  { words }: EventLexicon,
  { type, mode, speech, casualties }: EventEntry,
  trigger: Token,
  parties: readonly string[],
): boolean {
  const { document, actors: registry } = context;
  const sentence = document.sentences[trigger.sentence];
  if (!sentence) return false;
  const sectors = parties.map((id) => registry.get(id)).map(({ sector }) => sector);
  const isPublic = sectors.some((sector) => sector !== undefined && PUBLIC.has(sector));
  const has = (set: ReadonlySet<string>): boolean => {
    for (let index = sentence.firstToken; index < sentence.endToken; index++) {
      const { lemma, upos } = document.tokens[index] as Token;
      if (set.has(lemma) && upos !== 'PROPN') return true;
    }
    return false;
  };
  if (!isPublic && !casualties && PLAYED.has(type) && has(words.sporting)) return true;
  if (!isPublic && speech && has(words.sporting)) return true;
  if (type === 'COERCE' && mode === 'restrict' && has(words.nature)) return true;
  // 'The World Food Programme suspended operations'
  if (type === 'RETREAT' && mode === 'ceasefire' && parties.length > 0 && !sectors.some(canFight))
    return true;
  const isPrivate =
    sectors.length > 0 && sectors.every((sector) => sector !== undefined && PRIVATE.has(sector));
  const hasCountry = parties.some((id) => registry.get(id).country !== undefined);
  return SPOKEN.has(type) && mode !== 'investigate' && isPrivate && !hasCountry;
}
