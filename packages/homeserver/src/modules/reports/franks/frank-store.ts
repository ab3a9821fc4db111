import type { EventId } from '@sotto/protocol';
import type { Db, Txn } from '../../../storage/index.ts';

export interface KeptFrank {
  readonly commitment: string;
  readonly redactedMs: number;
}

/** Sole owner of `redacted_frank`. */
export const frankStore = {
  /** The first redaction counts: another one must not make it last longer. */
  async keep(txn: Txn, eventId: EventId, { commitment, redactedMs }: KeptFrank): Promise<void> {
    await txn.db
      .insertInto('redacted_frank')
      .values({ event_id: eventId, commitment, redacted_ms: redactedMs })
      .onConflict((conflict) => conflict.column('event_id').doNothing())
      .execute();
  },

  async find(db: Db, eventId: EventId): Promise<KeptFrank | null> {
    const row = await db
      .selectFrom('redacted_frank')
      .select(['commitment', 'redacted_ms'])
      .where('event_id', '=', eventId)
      .executeTakeFirst();
    return row ? { commitment: row.commitment, redactedMs: row.redacted_ms } : null;
  },

  async deleteBefore(txn: Txn, beforeMs: number): Promise<void> {
    await txn.db.deleteFrom('redacted_frank').where('redacted_ms', '<', beforeMs).execute();
  },
};
