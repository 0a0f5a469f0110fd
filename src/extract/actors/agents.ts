import { z } from 'zod';
import { readDataFile } from '../../model/data-file.ts';
import { ActorKind, PloverSector } from '../../model/index.ts';

export const AgentEntries = z.array(
  z.strictObject({
    sector: PloverSector,
    kind: ActorKind,
    words: z.array(z.string()).min(1),
    stands: z.enum(['government', 'armed-force']).optional(),
    person: z.boolean().optional(),
    examples: z.array(
      z.strictObject({ phrase: z.string(), country: z.string().optional(), sector: z.string() }),
    ),
  }),
);

/** What a common noun says of the people it names. */
export interface Agent {
  readonly noun: string;
  readonly sector: PloverSector;
  readonly kind: ActorKind;
  readonly stands?: 'government' | 'armed-force';
  readonly person: boolean;
}

let loaded: ReadonlyMap<string, Agent> | null = null;
/** The last words of all phrases: most words of a text end none. */
const endings = new Set<string>();

/** Agent nouns of lexicon/en/agents.yaml by phrase, in lower case and singular. Read and checked once. */
export function agents(): ReadonlyMap<string, Agent> {
  if (loaded) return loaded;
  const entries = AgentEntries.parse(readDataFile(new URL('../lexicon/en/agents.yaml', import.meta.url)));
  const map = new Map<string, Agent>();
  for (const { words, examples: _, stands, ...rest } of entries) {
    for (const noun of words)
      map.set(noun, {
        noun,
        sector: rest.sector,
        kind: rest.kind,
        person: rest.person ?? false,
        ...(stands && { stands }),
      });
  }
  for (const phrase of map.keys()) endings.add(phrase.slice(phrase.lastIndexOf(' ') + 1));
  loaded = map;
  return map;
}

const LONGEST = 5;

/** Can an agent noun end with this word (lower case)? */
export function mayEndAgent(word: string): boolean {
  agents();
  return endings.has(word) || endings.has(singular(word));
}

/** The agent noun at the end of a list of words (lower case): the longest that fits, singular or plural. */
export function agentAtEnd(words: readonly string[]): Agent | undefined {
  const known = agents();
  const last = words.at(-1);
  if (last === undefined) return undefined;
  const bare = singular(last);
  if (!endings.has(last) && !endings.has(bare)) return undefined;
  for (let length = Math.min(LONGEST, words.length); length > 0; length--) {
    const before = words.slice(-length, -1);
    const agent = known.get([...before, last].join(' ')) ?? known.get([...before, bare].join(' '));
    if (agent) return agent;
  }
  return undefined;
}

const IRREGULAR = new Map(
  Object.entries({
    men: 'man',
    women: 'woman',
    children: 'child',
    gunmen: 'gunman',
    servicemen: 'serviceman',
    servicewomen: 'servicewoman',
    policemen: 'policeman',
    spokesmen: 'spokesman',
    spokeswomen: 'spokeswoman',
    businessmen: 'businessman',
    people: 'people',
    families: 'family',
    spies: 'spy',
    authorities: 'authority',
    ministries: 'ministry',
    parties: 'party',
    armies: 'army',
    deputies: 'deputy',
    agencies: 'agency',
    companies: 'company',
    mercenaries: 'mercenary',
    militiamen: 'militiaman',
    militaries: 'military',
    universities: 'university',
    thieves: 'thief',
    countries: 'country',
    embassies: 'embassy',
    militias: 'militia',
    fishermen: 'fisherman',
    schoolchildren: 'schoolchild',
    churches: 'church',
    forces: 'force',
  }),
);

/** A word in the singular: enough for a look-up, not a stemmer. */
function singular(word: string): string {
  return IRREGULAR.get(word) ?? (/[^s]s$/.test(word) ? word.slice(0, -1) : word);
}

/** What a whole phrase says: 'the Armenian foreign minister' → its agent noun before any 'of', 'in', 'from'. */
export function agentOfPhrase(phrase: string): Agent | undefined {
  const words = phrase
    .toLowerCase()
    .replace(/['’]s?(?=\s|$)/g, '')
    .split(/[^\p{L}\p{N}-]+/u)
    .filter((word) => word !== '');
  const stop = words.findIndex(
    (word, index) => index > 0 && /^(?:of|in|from|for|to|at|on|who|with|and)$/.test(word),
  );
  const former = /^(?:former|ex|retired|ousted|deposed)$/.test(
    words.find((word) => !/^(?:a|an|the)$/.test(word)) ?? '',
  );
  const head = stop > 0 ? words.slice(0, stop) : words;
  let agent = agentAtEnd(
    stop > 0 && agents().has(words.slice(Math.max(0, stop - 1)).join(' ')) ? words : head,
  );
  // 'a group of armed police' is police
  if (agent && stop > 0 && words[stop] === 'of' && COLLECTIVE.has(agent.noun))
    agent = agentAtEnd(words) ?? agent;
  if (!agent && stop > 0) agent = agentAtEnd(words) ?? agentWithOf(words);
  if (!agent) agent = agentInside(head);
  if (former && agent && (agent.person || agent.sector === 'GOV'))
    return { noun: agent.noun, sector: 'ELI', kind: 'person', person: true };
  return agent;
}

const COLLECTIVE = new Set(['group', 'crew', 'network', 'mob', 'alliance', 'squad']);

function agentWithOf(words: readonly string[]): Agent | undefined {
  for (let end = words.length - 1; end > 0; end--) {
    const agent = agentAtEnd(words.slice(0, end));
    if (agent) return agent;
  }
  return undefined;
}

/** 'President Ilham Aliyev', 'Lt. Gen. X': a title that stands before a name. */
function agentInside(words: readonly string[]): Agent | undefined {
  for (let end = words.length - 1; end > 0; end--) {
    const agent = agentAtEnd(words.slice(0, end));
    if (agent) return agent;
  }
  return undefined;
}
