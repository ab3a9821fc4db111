import { Refusal, type Clock } from '@sotto/kit';
import type { EventId, JsonObject, ReceiptType, RoomId, UserId } from '@sotto/protocol';
import type { Database, Db, Txn } from '../../../storage/index.ts';
import type { InboxService, RoomKey } from '../../inbox/index.ts';
import type { RoomService } from '../../rooms/index.ts';
import type { SettingsService } from '../../settings/index.ts';
import { refuse } from '../errors.ts';
import type { MayKnow } from '../ports.ts';
import { receiptContent } from './receipt-content.ts';
import { receiptStore, type Receipt } from './receipt-store.ts';
import { checkInThread, type ThreadId } from './thread-rules.ts';

export interface ReceiptDeps {
  readonly db: Database;
  readonly clock: Clock;
  readonly inbox: InboxService;
  readonly rooms: Pick<RoomService, 'findKey' | 'isJoined' | 'joinedMembers' | 'getReadable'>;
  readonly settings: Pick<SettingsService, 'write'>;
  readonly mayKnow: MayKnow;
  /** Reading is something a person does. */
  readonly onActive: (userId: UserId) => void;
}

/** One marker to move. */
export interface Mark {
  readonly type: ReceiptType;
  readonly eventId: EventId;
  readonly threadId: ThreadId;
}

export interface ReceiptService {
  /** Moves all markers or, if one is refused, none. A marker that stands further stays there. */
  mark(reader: UserId, roomId: RoomId, marks: readonly Mark[]): Promise<void>;
  /** The content of an `m.receipt` event for these readers (null: all), or null if there is none. */
  listReceipts(
    db: Db,
    room: { readonly roomKey: RoomKey; readonly roomId: RoomId },
    to: { readonly viewer: UserId; readonly readers: readonly UserId[] | null },
  ): Promise<JsonObject | null>;
  /** Up to which position of the room the person has read; 0 for nothing. */
  readPosition(db: Db, userId: UserId, roomKey: RoomKey): Promise<number>;
}

export function createReceiptService(deps: ReceiptDeps): ReceiptService {
  const { db, clock, inbox, rooms, settings } = deps;

  async function roomOf(reader: UserId, roomId: RoomId): Promise<RoomKey> {
    const roomKey = await rooms.findKey(db.read, roomId);
    if (roomKey === null || !(await rooms.isJoined(db.read, roomId, reader))) {
      throw refuse('receipt_room_forbidden', 'You are not in this room.');
    }
    return roomKey;
  }

  async function findReadable(reader: UserId, roomId: RoomId, eventId: EventId) {
    try {
      return await rooms.getReadable(db.read, reader, { roomId, eventId });
    } catch (cause) {
      // NOTE: a relation may name anything; what is not there is simply not followed.
      if (cause instanceof Refusal && cause.code === 'event_not_found') return null;
      throw cause;
    }
  }

  async function receiptOf(reader: UserId, roomId: RoomId, mark: Mark): Promise<Receipt> {
    const { type, eventId, threadId } = mark;
    if (type === 'm.fully_read' && threadId !== null) {
      throw refuse('receipt_thread_invalid', 'The read marker belongs to no thread.');
    }
    const event = await rooms.getReadable(db.read, reader, { roomId, eventId });
    await checkInThread(event, threadId, (related) => findReadable(reader, roomId, related));
    const { position } = event;
    return { userId: reader, type, threadId, eventId, position, sentMs: clock.nowMs() };
  }

  async function move(txn: Txn, roomKey: RoomKey, receipt: Receipt): Promise<boolean> {
    const moved = await receiptStore.advance(txn, roomKey, receipt);
    if (!moved) return false;
    await deps.inbox.forgetUnread(txn, receipt.userId, roomKey);
    if (receipt.type === 'm.fully_read') {
      const content = { event_id: receipt.eventId };
      const data = { type: 'm.fully_read', content };
      await settings.write(txn, { userId: receipt.userId, roomKey }, data);
    }
    if (receipt.threadId !== null && receipt.threadId !== 'main') {
      await receiptStore.keepNewestThreads(txn, roomKey, receipt);
    }
    return true;
  }

  return {
    async mark(reader, roomId, marks) {
      const roomKey = await roomOf(reader, roomId);
      const receipts: Receipt[] = [];
      for (const mark of marks) receipts.push(await receiptOf(reader, roomId, mark));
      if (receipts.length === 0) return;
      const members = await rooms.joinedMembers(db.read, roomId);

      deps.onActive(reader);
      await db.write(async (txn) => {
        const moved = new Set<ReceiptType>();
        for (const receipt of receipts) {
          if (await move(txn, roomKey, receipt)) moved.add(receipt.type);
        }
        // A private receipt is told to the reader's own devices, whose unread counts it lowers.
        const told = moved.has('m.read') ? members : moved.has('m.read.private') ? [reader] : [];
        const entry = { kind: 'receipt', roomKey, subject: reader } as const;
        await inbox.deliver(
          txn,
          told.map((userId) => ({ userId, entry })),
        );
      });
    },

    async listReceipts(read, { roomKey, roomId }, to) {
      const receipts = await receiptStore.list(read, roomKey, to);
      return receiptContent(
        receipts.filter(({ userId: subject }) =>
          deps.mayKnow('receipts', { viewer: to.viewer, subject, roomId }),
        ),
      );
    },

    readPosition: (read, userId, roomKey) => receiptStore.furthest(read, roomKey, userId),
  };
}
