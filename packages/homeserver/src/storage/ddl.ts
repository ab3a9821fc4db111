import { sql, type Kysely, type RawBuilder } from 'kysely';

/** What a migration is given. It must not know the schema's current types, which move on. */
export interface Ddl {
  // SAFETY: migrations describe tables that the typed schema may no longer have.
  // oxlint-disable-next-line typescript/no-explicit-any
  readonly db: Kysely<any>;
  readonly engine: 'sqlite' | 'postgres';
  /** Ends a `create table` whose primary key is the table: SQLite stores the rows in the key's tree. */
  readonly clustered: RawBuilder<unknown>;
  /** An integer key the database gives out. */
  readonly serial: RawBuilder<unknown>;
}

export function ddlOf(db: Ddl['db'], engine: Ddl['engine']): Ddl {
  return {
    db,
    engine,
    clustered: engine === 'sqlite' ? sql`without rowid` : sql``,
    serial: engine === 'sqlite' ? sql`integer` : sql`bigserial`,
  };
}
