import type { Entity, EntityType, Mention, MentionChain } from '../document.ts';

export type Sex = 'he' | 'she' | null;

/** A chain in the making. */
export interface OpenChain {
  readonly id: number;
  readonly type: MentionChain['type'];
  name: string;
  readonly mentions: Mention[];
  readonly entities: number[];
  sex: Sex;
  /** Many rather than one: 'the peacekeepers', 'Armenia and Azerbaijan'. */
  readonly plural: boolean;
  /** Roles that the article gives a person, last words in lower case. */
  readonly roles: Set<string>;
}

/** The chains of an article as they grow, with what is asked of them in constant time. */
export class ChainBook {
  readonly chains: OpenChain[] = [];
  /** Chain of each token that is the head of a mention; -1 elsewhere. */
  readonly at: Int32Array;
  readonly #byKey = new Map<string, OpenChain>();

  constructor(tokens: number) {
    this.at = new Int32Array(tokens).fill(-1);
  }

  open(type: MentionChain['type'], name: string, plural = false): OpenChain {
    const chain: OpenChain = {
      id: this.chains.length,
      type,
      name,
      mentions: [],
      entities: [],
      sex: null,
      plural,
      roles: new Set(),
    };
    this.chains.push(chain);
    return chain;
  }

  /** The chain kept under a key, made where there is none. */
  keyed(key: string, type: MentionChain['type'], name: string, plural = false): OpenChain {
    const known = this.#byKey.get(key);
    if (known) return known;
    const made = this.open(type, name, plural);
    this.#byKey.set(key, made);
    return made;
  }

  find(key: string): OpenChain | undefined {
    return this.#byKey.get(key);
  }

  add(chain: OpenChain, mention: Mention, entity?: Entity): void {
    chain.mentions.push(mention);
    if (this.at[mention.head] === -1) this.at[mention.head] = chain.id;
    if (entity) {
      chain.entities.push(entity.index);
      if (entity.text.length > chain.name.length && isLonger(chain.type, entity.type))
        chain.name = entity.text;
    }
  }

  chainAt(token: number): OpenChain | undefined {
    const id = this.at[token] ?? -1;
    return id < 0 ? undefined : this.chains[id];
  }
}

/** Only names of persons and bodies grow with a longer mention; 'Republic of Armenia' is not better than 'Armenia'. */
function isLonger(type: MentionChain['type'], given: EntityType): boolean {
  return type === given && (type === 'PER' || type === 'ORG');
}
