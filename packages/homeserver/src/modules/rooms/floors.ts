import type { UserId } from '@sotto/protocol';
import type { Db, Txn } from '../../storage/index.ts';
import type { RoomKey } from '../inbox/index.ts';
import type { RoomContext } from './context.ts';
import { floorStore } from './log/floor-store.ts';
import type { RoomHead } from './log/room-view.ts';

/** From where on somebody who came later may read, where it was said at their invitation. */
export interface HistoryFloors {
  /** They read events from `position` on, and what was said while they were in the room. 0 is all of them. */
  setFloor(txn: Txn, roomKey: RoomKey, floor: { userId: UserId; position: number }): Promise<void>;
  /** The first event of that moment (ms) or later; the position after the head if there is none. */
  findPositionSince(db: Db, head: RoomHead, sinceMs: number): Promise<number>;
  /** The oldest of the last `count` messages; 1 if there are fewer. */
  findPositionOfLast(db: Db, head: RoomHead, count: number): Promise<number>;
}

export function createHistoryFloors({ events }: RoomContext): HistoryFloors {
  return {
    setFloor: (txn, roomKey, floor) => floorStore.set(txn, roomKey, floor),

    async findPositionSince(db, head, sinceMs) {
      // Positions follow the server's clock, as near as a clock is steady.
      let [low, high] = [1, head.position + 1];
      while (low < high) {
        const middle = Math.floor((low + high) / 2);
        const { origin_server_ts: sentMs } = await events.getPdu(db, head.key, middle);
        if (sentMs >= sinceMs) high = middle;
        else low = middle + 1;
      }
      return low;
    },

    findPositionOfLast: (db, head, count) => events.findPositionOfLast(db, head.key, count),
  };
}
