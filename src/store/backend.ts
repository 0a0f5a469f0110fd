import type { Db } from './tables.ts';

/** A database behind the store: PGlite in a folder, or a server. */
export interface Backend {
  readonly db: Db;
  /** For people: the folder, or the server's address without its password. */
  readonly place: string;
  /** What an error of the database means to a person. */
  translated(error: unknown): Error;
  /** Asked before each write of so many bytes of records. Throws E_DISK_FULL. */
  beforeWrite(bytes: number): void;
  /** Told after each write: how many articles were added, and how many rewritten or removed. */
  afterWrite(written: number, replaced: number): Promise<void>;
  /** Is this process the only one that writes? Then what was counted stays true until it writes. */
  readonly isOwn: boolean;
  close(): Promise<void>;
}
