import type { Clock } from '@sotto/kit';
import type { Logger } from 'pino';
import type { Database } from '../../storage/index.ts';
import type { InboxService } from '../inbox/index.ts';
import type { RoomService } from '../rooms/index.ts';
import type { SettingsService } from '../settings/index.ts';
import type { MayKnow } from './ports.ts';
import { createEphemeral, type EphemeralService } from './ephemeral/ephemeral.ts';
import { createSystemScheduler } from './ephemeral/scheduler.ts';
import { createReceiptService, type ReceiptService } from './markers/receipt-service.ts';

export interface ReceiptsDeps {
  readonly db: Database;
  readonly clock: Clock;
  readonly log: Logger;
  readonly inbox: InboxService;
  readonly rooms: RoomService;
  readonly settings: SettingsService;
  readonly mayKnow: MayKnow;
}

/** How far everyone has read, who is typing, and who is there. */
export interface Receipts {
  readonly receipts: ReceiptService;
  readonly ephemeral: EphemeralService;
}

export function createReceipts(deps: ReceiptsDeps): Receipts {
  const { wake } = deps.inbox;
  const ephemeral = createEphemeral({ ...deps, wake, scheduler: createSystemScheduler() });
  const receipts = createReceiptService({
    ...deps,
    onActive: (userId) => ephemeral.active(userId),
  });
  return { receipts, ephemeral };
}
