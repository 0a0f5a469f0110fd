import { sql } from 'kysely';
import type { Db } from './tables.ts';

const DEFAULTS = {
  /** Articles after which the write-ahead log is cut back; PGlite never does so by itself. */
  checkpointEvery: 1000,
  /** Articles written by which the planner's statistics are out of date. */
  analyzeFrom: 100,
  /** Articles rewritten or removed whose dead rows are worth clearing away. */
  vacuumFrom: 100,
};

/** PGlite has no background processes: what a server's checkpointer and autovacuum do is done here. */
export class Housekeeping {
  readonly #db: Db;
  #sinceCheckpoint = 0;
  #written = 0;
  #replaced = 0;

  constructor(db: Db) {
    this.#db = db;
  }

  async afterWrite(written: number, replaced: number): Promise<void> {
    this.#written += written;
    this.#replaced += replaced;
    this.#sinceCheckpoint += written;
    if (this.#sinceCheckpoint < DEFAULTS.checkpointEvery) return;
    this.#sinceCheckpoint = 0;
    await sql`checkpoint`.execute(this.#db);
    // The first statistics are needed early: without any, the planner takes the tables to be empty.
    if (this.#written >= DEFAULTS.checkpointEvery && this.#written < 2 * DEFAULTS.checkpointEvery)
      await sql`analyze`.execute(this.#db);
  }

  async beforeClose(): Promise<void> {
    if (this.#replaced >= DEFAULTS.vacuumFrom) await sql`vacuum (analyze)`.execute(this.#db);
    else if (this.#written >= DEFAULTS.analyzeFrom) await sql`analyze`.execute(this.#db);
  }
}
