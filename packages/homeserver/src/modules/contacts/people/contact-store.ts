import type { UserId } from '@sotto/protocol';
import type { Db, Txn } from '../../../storage/index.ts';

/** What one person has said of another. */
export interface Contact {
  readonly subject: UserId;
  readonly isContact: boolean;
  readonly follows: boolean;
  readonly linkLabel: string | null;
}

interface Pair {
  readonly owner: UserId;
  readonly subject: UserId;
}

/** Sole owner of `contact`. */
export const contactStore = {
  async find(db: Db, { owner, subject }: Pair): Promise<Contact | null> {
    const row = await db
      .selectFrom('contact')
      .selectAll()
      .where('owner', '=', owner)
      .where('subject', '=', subject)
      .executeTakeFirst();
    return row ? toContact(row) : null;
  },

  /** In the order in which they were added. */
  async list(db: Db, owner: UserId, limit: number): Promise<Contact[]> {
    const rows = await db
      .selectFrom('contact')
      .selectAll()
      .where('owner', '=', owner)
      .orderBy('added_ms')
      .orderBy('subject')
      .limit(limit)
      .execute();
    return rows.map(toContact);
  },

  async listAll(db: Db): Promise<{ owner: UserId; contact: Contact }[]> {
    const rows = await db.selectFrom('contact').selectAll().execute();
    // SAFETY: only ids of accounts are stored.
    return rows.map((row) => ({ owner: row.owner as UserId, contact: toContact(row) }));
  },

  async listContactIds(db: Db, owner: UserId): Promise<Set<UserId>> {
    const rows = await db
      .selectFrom('contact')
      .select('subject')
      .where('owner', '=', owner)
      .where('is_contact', '=', 1)
      .execute();
    // SAFETY: only ids of accounts are stored.
    return new Set(rows.map((row) => row.subject as UserId));
  },

  async count(db: Db, owner: UserId): Promise<number> {
    const row = await db
      .selectFrom('contact')
      // Postgres sends a count as text.
      .select((eb) => eb.fn.countAll<number | string>().as('people'))
      .where('owner', '=', owner)
      .executeTakeFirstOrThrow();
    return Number(row.people);
  },

  /** Those of `owner`'s contacts and followed people who follow `owner`. */
  async listFollowersAmongThem(db: Db, owner: UserId): Promise<Set<UserId>> {
    const rows = await db
      .selectFrom('contact as mine')
      .innerJoin('contact as theirs', (join) =>
        join.onRef('theirs.owner', '=', 'mine.subject').onRef('theirs.subject', '=', 'mine.owner'),
      )
      .select('mine.subject')
      .where('mine.owner', '=', owner)
      .where('theirs.follows', '=', 1)
      .execute();
    // SAFETY: only ids of accounts are stored.
    return new Set(rows.map((row) => row.subject as UserId));
  },

  /** Those of `owner`'s contacts who have `owner` as a contact, in the order in which they were added. */
  async listMutual(db: Db, owner: UserId): Promise<UserId[]> {
    const rows = await db
      .selectFrom('contact as mine')
      .innerJoin('contact as theirs', (join) =>
        join.onRef('theirs.owner', '=', 'mine.subject').onRef('theirs.subject', '=', 'mine.owner'),
      )
      .select('mine.subject')
      .where('mine.owner', '=', owner)
      .where('mine.is_contact', '=', 1)
      .where('theirs.is_contact', '=', 1)
      .orderBy('mine.added_ms')
      .orderBy('mine.subject')
      .execute();
    // SAFETY: only ids of accounts are stored.
    return rows.map((row) => row.subject as UserId);
  },

  /** How many of `owner`'s contacts have `subject` as a contact. */
  async countMutual(db: Db, { owner, subject }: Pair): Promise<number> {
    const row = await db
      .selectFrom('contact as mine')
      .innerJoin('contact as theirs', 'theirs.owner', 'mine.subject')
      .select((eb) => eb.fn.countAll<number | string>().as('people'))
      .where('mine.owner', '=', owner)
      .where('mine.is_contact', '=', 1)
      .where('theirs.subject', '=', subject)
      .where('theirs.is_contact', '=', 1)
      .executeTakeFirstOrThrow();
    return Number(row.people);
  },

  async put(txn: Txn, owner: UserId, contact: Contact & { readonly nowMs: number }): Promise<void> {
    const said = {
      is_contact: contact.isContact ? 1 : 0,
      follows: contact.follows ? 1 : 0,
      link_label: contact.linkLabel,
    };
    await txn.db
      .insertInto('contact')
      .values({ owner, subject: contact.subject, added_ms: contact.nowMs, ...said })
      .onConflict((conflict) => conflict.columns(['owner', 'subject']).doUpdateSet(said))
      .execute();
  },

  async remove(txn: Txn, { owner, subject }: Pair): Promise<void> {
    await txn.db
      .deleteFrom('contact')
      .where('owner', '=', owner)
      .where('subject', '=', subject)
      .execute();
  },

  async removePerson(txn: Txn, userId: UserId): Promise<void> {
    await txn.db
      .deleteFrom('contact')
      .where((eb) => eb.or([eb('owner', '=', userId), eb('subject', '=', userId)]))
      .execute();
  },
};

interface Row {
  readonly subject: string;
  readonly is_contact: number;
  readonly follows: number;
  readonly link_label: string | null;
}

function toContact(row: Row): Contact {
  return {
    // SAFETY: only ids of accounts are stored.
    subject: row.subject as UserId,
    isContact: row.is_contact === 1,
    follows: row.follows === 1,
    linkLabel: row.link_label,
  };
}
