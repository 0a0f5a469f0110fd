import type { Db } from './tables.ts';

/** A database behind the store: PGlite in a folder, or a server. */
export interface Backend {
  readonly db: Db;
  /** For people: the folder, or the server's address without its password. */
  readonly place: string;
  /** What an error of the database means to a person. */
  translated(error: unknown): Error;
  close(): Promise<void>;
}
