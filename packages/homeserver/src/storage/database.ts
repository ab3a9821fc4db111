import type { Kysely } from 'kysely';
import type { Schema } from './schema.ts';

/** What a store reads from: the committed database, or the transaction it is called in. */
export type Db = Kysely<Schema>;

/**
 * An open transaction. Stores write through `txn.db`; the caller decides what commits together.
 * Work may run again after a lost race, so it must not touch anything but the transaction;
 * everything the outside can notice goes into `afterCommit`.
 */
export interface Txn {
  readonly engine: 'sqlite' | 'postgres';
  readonly db: Db;
  /** Runs once, in order, after the commit is durable. Never runs if the transaction fails. */
  afterCommit(effect: () => void): void;
}

export interface Database {
  readonly engine: 'sqlite' | 'postgres';
  /** Committed data only. */
  readonly read: Db;
  /** Commits `work` durably, or throws what it threw and leaves nothing behind. */
  write<Value>(work: (txn: Txn) => Promise<Value>): Promise<Value>;
  /** Whether the database answers. */
  ping(): Promise<boolean>;
  close(): Promise<void>;
}

/** Thrown inside `write` when another node was quicker; the work runs again from the start. */
export class LostRaceError extends Error {
  override readonly name = 'LostRaceError';
}

export const WRITE_ATTEMPTS_MAX = 8;
