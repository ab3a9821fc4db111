import type { EventId, UserId } from '@sotto/protocol';
import { expect, onTestFinished, test } from 'vitest';
import { openDatabase } from '../../../storage/index.ts';
import { describeEachDatabase } from '../../../testing/each-database.ts';
import type { RoomKey } from '../../inbox/index.ts';
import { receiptStore, type Receipt } from './receipt-store.ts';

const room = 1 as RoomKey;
const mira = '@mira:sotto.test' as UserId;

function receiptOf(index: number): Receipt {
  return {
    userId: `@user${index}:sotto.test` as UserId,
    type: 'm.read',
    threadId: null,
    eventId: `$event${index}` as EventId,
    position: index,
    sentMs: 0,
  };
}

describeEachDatabase('the receipts of a room', (open) => {
  test('are listed up to ten thousand, those read furthest', async () => {
    const db = await openDatabase({ ...(await open()), onIdleError: () => undefined });
    onTestFinished(() => db.close());
    const advance = (from: number, to: number) =>
      db.write(async (txn) => {
        for (let index = from; index <= to; index += 1) {
          await receiptStore.advance(txn, room, receiptOf(index));
        }
      });
    const list = () => receiptStore.list(db.read, room, { viewer: mira, readers: null });

    await advance(1, 10_000);
    const all = await list();
    await advance(10_001, 10_001);
    const newest = await list();

    expect(all).toHaveLength(10_000);
    expect(newest).toHaveLength(10_000);
    expect(newest.some(({ position }) => position === 1)).toBe(false);
  });
});
