import type { Clock } from '@sotto/kit';
import type { JsonObject, UserId } from '@sotto/protocol';
import type { ServerCrypto } from '../../crypto/event-crypto.ts';
import type { Random } from '../../platform.ts';
import type { Database, Db, Txn } from '../../storage/index.ts';
import type { InboxService } from '../inbox/index.ts';
import { EventStore } from './log/event-store.ts';
import type { NotifyOf } from './log/fan-out.ts';
import type { RoomGate } from './log/gate.ts';
import { RoomStore } from './log/room-store.ts';
import type { RoomView } from './log/room-view.ts';
import type { StoredEvent } from './log/stored-event.ts';
import { ViewCache } from './log/view-cache.ts';
import { createRoomWriter, type RoomWriter } from './log/writer.ts';

/** What rooms need of people; accounts come with the composition root. */
export interface PeoplePort {
  /** `displayname` and `avatar_url` as they belong in a membership, or null if there is no such person. */
  findProfile(db: Db, userId: UserId): Promise<JsonObject | null>;
  /** What is wrong with a name somebody wants to be shown under, as a sentence; null if nothing is. */
  readonly findNameFault: (name: string) => string | null;
}

export interface RoomDeps {
  readonly db: Database;
  readonly clock: Clock;
  readonly crypto: ServerCrypto;
  readonly random: Random;
  readonly inbox: InboxService;
  readonly notifyOf: NotifyOf;
  readonly people: PeoplePort;
  /** Somebody did something here that shows they are there. */
  readonly onActive: (userId: UserId) => void;
  readonly gate: RoomGate;
  /** Told of an event that is about to lose its content, in the transaction that takes it away. */
  readonly onRedacting: (txn: Txn, event: StoredEvent) => Promise<void>;
  /** Whether `owner` is to see nothing of what this person writes in this room. */
  readonly isBlocked: (owner: UserId, subject: UserId, room: RoomView | null) => boolean;
}

/** The stores and the writer that the use cases of this module share. */
export interface RoomContext extends RoomDeps {
  readonly events: EventStore;
  readonly rooms: RoomStore;
  readonly views: ViewCache;
  readonly writer: RoomWriter;
}

export function createRoomContext(deps: RoomDeps): RoomContext {
  const events = new EventStore();
  const rooms = new RoomStore();
  const views = new ViewCache(events, rooms, deps.db.engine === 'sqlite' ? deps.db.read : null);
  const writer = createRoomWriter({ ...deps, events, rooms, views });
  return { ...deps, events, rooms, views, writer };
}
