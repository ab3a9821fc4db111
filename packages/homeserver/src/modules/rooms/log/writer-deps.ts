import type { Clock } from '@sotto/kit';
import type { ServerCrypto } from '../../../crypto/event-crypto.ts';
import type { Database } from '../../../storage/index.ts';
import type { InboxService } from '../../inbox/index.ts';
import type { EventStore } from './event-store.ts';
import type { NotifyOf } from './fan-out.ts';
import type { RoomGate } from './gate.ts';
import type { RoomStore } from './room-store.ts';
import type { ViewCache } from './view-cache.ts';

/** What writing to a room's log takes. */
export interface WriterDeps {
  readonly db: Database;
  readonly clock: Clock;
  readonly crypto: ServerCrypto;
  readonly inbox: InboxService;
  readonly events: EventStore;
  readonly rooms: RoomStore;
  readonly views: ViewCache;
  readonly notifyOf: NotifyOf;
  readonly gate: RoomGate;
}
