import type { DeviceId, SignatureVerifier, UserId } from '@sotto/protocol';
import type { Platform } from '../../platform.ts';
import type { Db, Txn } from '../../storage/index.ts';
import type { NamedDevice, Uia } from '../accounts/index.ts';
import type { InboxService } from '../inbox/index.ts';
import type { RoomService } from '../rooms/index.ts';

/** What keys need of other modules. Filled in by the composition root. */
export interface KeyDeps extends Pick<Platform, 'db' | 'clock' | 'serverName' | 'log'> {
  readonly inbox: InboxService;
  readonly verifier: SignatureVerifier;
  readonly uia: Uia;
  /** The devices of those among these people who live here. */
  readonly listDevices: (db: Db, userIds: readonly UserId[]) => Promise<readonly NamedDevice[]>;
  /** Whether the device exists. If so, it cannot be removed before this transaction ends. */
  readonly holdDevice: (txn: Txn, userId: UserId, deviceId: DeviceId) => Promise<boolean>;
  readonly rooms: Pick<RoomService, 'findView' | 'getRoomId' | 'sharers'>;
}
