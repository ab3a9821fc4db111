import type { DeviceId, UserId } from '@sotto/protocol';
import type { Db, Txn } from '../../storage/index.ts';
import type { InboxService } from '../inbox/index.ts';
import type { Suspensions } from './account/suspensions.ts';

/** What rooms and presence show of a person. */
export interface PublicProfile {
  readonly displayName: string | null;
  readonly avatarUrl: string | null;
}

/** What other modules do when something happens to an account. Filled in by the composition root. */
export interface AccountPorts {
  readonly inbox: InboxService;
  readonly suspensions: Suspensions;
  /** Each removes what its module keeps for these devices, in the transaction that removes them. */
  readonly deviceCleanups: readonly ((
    txn: Txn,
    userId: UserId,
    deviceIds: readonly DeviceId[],
  ) => Promise<void>)[];
  /** A device's name is part of what others are told about it. */
  readonly onDeviceRenamed: (txn: Txn, userId: UserId, deviceId: DeviceId) => Promise<void>;
  /** Whether a device may not be called so, because a cross-signing key is. */
  readonly isCrossSigningKeyId: (userId: UserId, keyId: string) => Promise<boolean>;
  /**
   * Called after the change is durable and before it is answered, also when a retry changed
   * nothing: it must be idempotent.
   */
  readonly onProfileChanged: (userId: UserId, profile: PublicProfile) => Promise<void>;
  /** Whether one who is hidden from strangers is none to this viewer. */
  readonly isKnownTo: (db: Db, viewer: UserId, userId: UserId) => Promise<boolean>;
  /** Protects minors: what signing up asks for it, and whom the people search shows by the whole name only. */
  readonly minors: {
    readonly asksForBirthMonth: boolean;
    checkBirthMonth(birthMonth: string | undefined): void;
    take(txn: Txn, userId: UserId, birthMonth: string | undefined): Promise<void>;
    isMinor(userId: UserId): boolean;
  };
  /** Each removes what its module keeps of the person, in the transaction that ends the account. */
  readonly accountCleanups: readonly ((
    txn: Txn,
    userId: UserId,
    options: { readonly erase: boolean },
  ) => Promise<void>)[];
  /** Called after the account is gone, to leave rooms. */
  readonly onDeactivated: (userId: UserId, options: { readonly erase: boolean }) => Promise<void>;
}
