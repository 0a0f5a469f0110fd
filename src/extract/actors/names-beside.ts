import type { Token } from '../../read/index.ts';
import { prepositionOf } from '../phrase.ts';
import { isBody, isPlural, type NominalParties } from './nominal-parties.ts';
import type { PartyBook } from './party-book.ts';

/** Names that stand beside a common noun and say who is meant by it: 'the leader of X, N,', 'the rebel group N'. */
export class NamesBeside {
  private readonly book: PartyBook;
  private readonly nominals: NominalParties;

  constructor(book: PartyBook, nominals: NominalParties) {
    this.book = book;
    this.nominals = nominals;
  }

  /** 'the rebel group Nova', 'the news agency Orient': the name of a body right behind its noun. */
  bodyBehind(token: Token): Token | undefined {
    const { document, nameAt } = this.book;
    const name = nameAt[token.index + 1];
    if (name?.type !== 'ORG' || name.firstToken !== token.index + 1) return this.bodyApposed(token);
    const next = document.tokens[name.head] as Token;
    const isGroup = name.known?.kind === 'armed-group' && token.head === next.index;
    const isOfNoun = isGroup || (next.head === token.index && prepositionOf(document, next) === '');
    return isOfNoun && this.nominals.agentAt(token) !== undefined ? next : undefined;
  }

  /** 'the UN's humanitarian office, OCHA,': the name between commas that ends the phrase of a body. */
  private bodyApposed(token: Token): Token | undefined {
    const { document, nameAt } = this.book;
    const { tokens } = document;
    const agent = isPlural(token) ? undefined : this.nominals.agentAt(token);
    if (agent?.kind !== 'organization' && agent?.kind !== 'armed-group') return undefined;
    for (let at = token.index + 1; at < token.index + 6; at++) {
      const next = tokens[at];
      if (next?.sentence !== token.sentence || /^(?:VERB|AUX)$/.test(next.upos)) return undefined;
      if (next.text !== ',') continue;
      const name = nameAt[at + 1];
      const isClosed = name?.firstToken === at + 1 && /^[,.]$/.test(tokens[name.endToken]?.text ?? '.');
      return name?.type === 'ORG' && isClosed ? tokens[name.head] : undefined;
    }
    return undefined;
  }

  /** 'the leader of X, Arayik Harutyunyan,': a person named after the comma that ends the phrase of an office. */
  personBeside(token: Token): Token | undefined {
    const agent = isPlural(token) ? undefined : this.nominals.agentAt(token);
    if (!agent) return undefined;
    const { tokens } = this.book.document;
    const next = this.book.nameAt[token.index + 1];
    const isTitle = next?.type === 'PER' && next.firstToken === token.index + 1 && next.head !== token.index;
    if (isTitle && !isBody(agent.noun)) return tokens[next.head];
    if (!agent.person && agent.stands !== 'government') return undefined;
    const named = this.personBefore(token);
    if (named) return named;
    for (let index = token.index + 1; index < Math.min(tokens.length, token.index + 14); index++) {
      const next = tokens[index] as Token;
      if (next.sentence !== token.sentence || next.upos === 'VERB' || next.upos === 'AUX') return undefined;
      if (next.text !== ',') {
        const titled = index <= token.index + 5 ? this.book.nameAt[index] : undefined;
        if (agent.person && titled?.type === 'PER') return tokens[titled.head];
        continue;
      }
      return this.titledAfter(index);
    }
    return undefined;
  }

  /** 'N, the ministry's spokesman, said', where the tree makes the spokesman speak: the person before the comma. */
  private personBefore(token: Token): Token | undefined {
    const { document, nameAt } = this.book;
    const { tokens } = document;
    if (tokens[token.index + 1]?.text !== ',') return undefined;
    let at = token.index - 1;
    while (at > token.index - 8 && /^(?:DET|ADJ|NOUN|PROPN|PART)$/.test(tokens[at]?.upos ?? '')) at--;
    const isComma = tokens[at]?.text === ',' && tokens[at]?.sentence === token.sentence;
    const name = isComma ? nameAt[at - 1] : undefined;
    return name?.type === 'PER' && at < token.index - 1 ? tokens[name.head] : undefined;
  }

  /** The person whom the words after a comma name, with titles before the name or without. */
  private titledAfter(comma: number): Token | undefined {
    const { tokens } = this.book.document;
    for (let at = comma + 1; at < comma + 6; at++) {
      const name = this.book.nameAt[at];
      if (name?.type === 'PER') return name.firstToken === at ? tokens[name.head] : undefined;
      const token = tokens[at];
      const isTitle =
        token?.sentence === tokens[comma]?.sentence && /^(?:ADJ|NOUN|PROPN)$/.test(token?.upos ?? '');
      if (!isTitle || (name && name.country === undefined)) return undefined;
    }
    return undefined;
  }
}
