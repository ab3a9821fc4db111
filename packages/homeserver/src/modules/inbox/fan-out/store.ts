import type { Db, Txn } from '../../../storage/index.ts';
import type { LoggedEntry, Notify, RoomKey } from '../entry.ts';
import type { Recipients } from './unfiled.ts';

export interface FanOut {
  readonly roomKey: RoomKey;
  readonly position: number;
  readonly recipients: Recipients;
}

/** Sole owner of `inbox_fan_out`. */
export const fanOutStore = {
  /** Gives the row's key. */
  async insert(txn: Txn, { roomKey, position, recipients }: FanOut): Promise<number> {
    const { id } = await txn.db
      .insertInto('inbox_fan_out')
      .values({ room_key: roomKey, position, recipients: print(recipients) })
      .returning('id')
      .executeTakeFirstOrThrow();
    return id;
  },

  /** Oldest first. */
  async list(db: Db): Promise<(FanOut & { readonly id: number })[]> {
    const rows = await db.selectFrom('inbox_fan_out').selectAll().orderBy('id').execute();
    return rows.map(({ id, position, recipients, ...row }) => {
      // SAFETY: the key of a room was stored as one.
      const roomKey = row.room_key as RoomKey;
      return { id, roomKey, position, recipients: parse(recipients, { roomKey, position }) };
    });
  },

  async deleteUpTo(txn: Txn, id: number): Promise<void> {
    await txn.db.deleteFrom('inbox_fan_out').where('id', '<=', id).execute();
  },
};

function print(recipients: Recipients): string {
  const numbers = Array.from(recipients, ([inboxId, entry]) => [
    inboxId,
    entry.seq,
    entry.kind === 'event' ? entry.notify : 0,
  ]);
  return JSON.stringify(numbers);
}

function parse(
  text: string,
  { roomKey, position }: Pick<FanOut, 'roomKey' | 'position'>,
): Recipients {
  // SAFETY: `print` is the only writer.
  const numbers = JSON.parse(text) as [number, number, Notify][];
  return new Map<number, LoggedEntry>(
    numbers.map(([inboxId, seq, notify]) => [
      inboxId,
      { kind: 'event', roomKey, position, notify, seq },
    ]),
  );
}
