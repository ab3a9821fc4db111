import type { CompiledQuery } from 'kysely';
import type { Db } from './database.ts';

export interface Result<Row> {
  readonly rows: Row[];
  /** How many rows a write changed. */
  readonly affected: number;
}

/** Runs a compiled query on its connection and has the result at once. */
export type Direct = <Row>(
  query: CompiledQuery<Row>,
  parameters: readonly unknown[],
) => Result<Row>;

const directs = new WeakMap<Db, Direct>();

/**
 * SQLite answers within the call, so what Kysely does to wait for connections and answers is not needed
 * there; on the hot path it costs more than the query.
 */
export function setDirect(db: Db, direct: Direct): void {
  directs.set(db, direct);
}

/** Null for a database that is asked over a network. */
export function directOf(db: Db): Direct | null {
  return directs.get(db) ?? null;
}
