import { sql, type RawBuilder } from 'kysely';
import type { Db, Txn } from '../storage/index.ts';

/** What every link has, whatever it leads to. Null is without limit. */
export interface LinkFacts {
  readonly token: string;
  readonly label: string;
  readonly createdMs: number;
  readonly uses: number;
  readonly usesMax: number | null;
  readonly expiresMs: number | null;
}

/** A link of one kind; `Own` is whose it is, and where it leads. */
export type Link<Own> = LinkFacts & Own;

/** Links of one kind, in the table of the module that gives them out. */
export interface LinkStore<Own> {
  insert(txn: Txn, link: Link<Own>): Promise<void>;
  /** How many there are of the same owner, to the same place. */
  count(db: Db, own: Own): Promise<number>;
  /** The newest first. */
  list(db: Db, of: Partial<Own>, limit: number): Promise<Link<Own>[]>;
  find(db: Db, token: string): Promise<Link<Own> | null>;
  /** Null also for one that has expired or was used up. */
  findOpen(db: Db, token: string, nowMs: number): Promise<Link<Own> | null>;
  /** Counts one more use. False if there is none left: of two at one moment, one gets the last. */
  use(txn: Txn, token: string, nowMs: number): Promise<boolean>;
  /** False if there was none. */
  remove(txn: Txn, of: Partial<Link<Own>>): Promise<boolean>;
}

/** The columns every table of links has. */
const factColumns = {
  token: 'token',
  label: 'label',
  createdMs: 'created_ms',
  uses: 'uses',
  usesMax: 'uses_max',
  expiresMs: 'expires_ms',
} as const;

/** `ownColumns` are those in which this table has whose a link is. */
export function createLinkStore<Own extends object>(
  table: 'contact_link' | 'group_link',
  ownColumns: { readonly [Name in keyof Own]: string },
): LinkStore<Own> {
  const own = Object.entries<string>(ownColumns);
  const columns = [...Object.entries<string>(factColumns), ...own];

  // SAFETY: every row was inserted from a link, by the same columns.
  const toLink = (row: object): Link<Own> =>
    Object.fromEntries(columns.map(([name, column]) => [name, Reflect.get(row, column)])) as never;

  /** What is said of links, by the columns it is kept in. */
  const valuesOf = (said: object, among = columns): (readonly [string, unknown])[] =>
    among
      .filter(([name]) => name in said)
      .map(([name, column]) => [column, Reflect.get(said, name)]);

  const isOf = (said: object, among = columns): RawBuilder<boolean> =>
    sql.join(
      valuesOf(said, among).map(([column, value]) => sql`${sql.ref(column)} = ${value}`),
      sql` and `,
    );

  return {
    async insert(txn, link) {
      // SAFETY: the columns are all that the table has.
      const row = Object.fromEntries(valuesOf(link)) as never;
      await txn.db.insertInto(table).values(row).execute();
    },

    async count(db, like) {
      const row = await db
        .selectFrom(table)
        // Postgres sends a count as text.
        .select((eb) => eb.fn.countAll<number | string>().as('links'))
        .where(isOf(like, own))
        .executeTakeFirstOrThrow();
      return Number(row.links);
    },

    async list(db, of, limit) {
      const rows = await db
        .selectFrom(table)
        .selectAll()
        .where(isOf(of))
        .orderBy('created_ms', 'desc')
        .orderBy('token')
        .limit(limit)
        .execute();
      return rows.map(toLink);
    },

    async find(db, token) {
      const row = await db
        .selectFrom(table)
        .selectAll()
        .where('token', '=', token)
        .executeTakeFirst();
      return row ? toLink(row) : null;
    },

    async findOpen(db, token, nowMs) {
      const row = await db
        .selectFrom(table)
        .selectAll()
        .where('token', '=', token)
        .where(isOpen(nowMs))
        .executeTakeFirst();
      return row ? toLink(row) : null;
    },

    async use(txn, token, nowMs) {
      const { numUpdatedRows } = await txn.db
        .updateTable(table)
        .set({ uses: sql`uses + 1` })
        .where('token', '=', token)
        .where(isOpen(nowMs))
        .executeTakeFirstOrThrow();
      return numUpdatedRows === 1n;
    },

    async remove(txn, of) {
      const { numDeletedRows } = await txn.db
        .deleteFrom(table)
        .where(isOf(of))
        .executeTakeFirstOrThrow();
      return numDeletedRows > 0n;
    },
  };
}

/** Of links, those that can be used once more. */
function isOpen(nowMs: number): RawBuilder<boolean> {
  return sql<boolean>`(expires_ms is null or expires_ms > ${nowMs}) and (uses_max is null or uses < uses_max)`;
}
