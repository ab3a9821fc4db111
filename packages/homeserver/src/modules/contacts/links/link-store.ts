import type { UserId } from '@sotto/protocol';
import { sql } from 'kysely';
import { openUse, type Db, type Txn } from '../../../storage/index.ts';

export interface ContactLink {
  readonly token: string;
  readonly owner: UserId;
  readonly label: string;
  readonly createdMs: number;
  readonly uses: number;
  readonly usesMax: number | null;
  readonly expiresMs: number | null;
}

/** Sole owner of `contact_link`. */
export const linkStore = {
  async insert(txn: Txn, link: ContactLink): Promise<void> {
    await txn.db
      .insertInto('contact_link')
      .values({
        token: link.token,
        owner: link.owner,
        label: link.label,
        created_ms: link.createdMs,
        uses: link.uses,
        uses_max: link.usesMax,
        expires_ms: link.expiresMs,
      })
      .execute();
  },

  async count(db: Db, owner: UserId): Promise<number> {
    const row = await db
      .selectFrom('contact_link')
      // Postgres sends a count as text.
      .select((eb) => eb.fn.countAll<number | string>().as('links'))
      .where('owner', '=', owner)
      .executeTakeFirstOrThrow();
    return Number(row.links);
  },

  /** The newest first. */
  async list(db: Db, owner: UserId, limit: number): Promise<ContactLink[]> {
    const rows = await db
      .selectFrom('contact_link')
      .selectAll()
      .where('owner', '=', owner)
      .orderBy('created_ms', 'desc')
      .orderBy('token')
      .limit(limit)
      .execute();
    return rows.map(toLink);
  },

  /** Null also for one that has expired or was used up. */
  async findOpen(db: Db, token: string, nowMs: number): Promise<ContactLink | null> {
    const row = await db
      .selectFrom('contact_link')
      .selectAll()
      .where('token', '=', token)
      .where(openUse(nowMs))
      .executeTakeFirst();
    return row ? toLink(row) : null;
  },

  /** Counts one more use. False if there is none left: of two at one moment, one gets the last. */
  async use(txn: Txn, token: string, nowMs: number): Promise<boolean> {
    const { numUpdatedRows } = await txn.db
      .updateTable('contact_link')
      .set({ uses: sql`uses + 1` })
      .where('token', '=', token)
      .where(openUse(nowMs))
      .executeTakeFirstOrThrow();
    return numUpdatedRows === 1n;
  },

  async remove(txn: Txn, owner: UserId, token: string): Promise<boolean> {
    const { numDeletedRows } = await txn.db
      .deleteFrom('contact_link')
      .where('token', '=', token)
      .where('owner', '=', owner)
      .executeTakeFirstOrThrow();
    return numDeletedRows === 1n;
  },

  async removePerson(txn: Txn, owner: UserId): Promise<void> {
    await txn.db.deleteFrom('contact_link').where('owner', '=', owner).execute();
  },
};

interface Row {
  readonly token: string;
  readonly owner: string;
  readonly label: string;
  readonly created_ms: number;
  readonly uses: number;
  readonly uses_max: number | null;
  readonly expires_ms: number | null;
}

function toLink(row: Row): ContactLink {
  return {
    token: row.token,
    // SAFETY: only accounts own links.
    owner: row.owner as UserId,
    label: row.label,
    createdMs: row.created_ms,
    uses: row.uses,
    usesMax: row.uses_max,
    expiresMs: row.expires_ms,
  };
}
