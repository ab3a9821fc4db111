import type { DeviceId, UserId } from '@sotto/protocol';
import { openSlot, type KeyValueStore, type Slot } from '../platform/key-value-store.ts';

/** What a device must keep to stay signed in. */
export interface SessionRecord {
  readonly userId: UserId;
  readonly deviceId: DeviceId;
  readonly accessToken: string;
  readonly refreshToken: string | null;
  /** When the access token stops working, by this device's clock. */
  readonly expiresAtMs: number | null;
  /** The device that let this one in, and is to be asked for keys. Older records have none. */
  readonly linkedBy?: DeviceId | null;
  /** Whether this device has been signed by its owner and the recovery code exists. */
  readonly identity: 'unfinished' | 'settled';
  /** The server asked for the password again, but this device's keys stay good. */
  readonly passwordNeeded: boolean;
}

export const openSessionSlot = (store: KeyValueStore): Slot<SessionRecord> =>
  openSlot<SessionRecord>(store, 'session');

/** The name under which this device's sync and crypto databases live. */
export function databaseName({ deviceId }: Pick<SessionRecord, 'deviceId'>): string {
  return `sotto-${deviceId}`;
}

/** Deletes the sync and crypto databases of a device. An open connection only delays it. */
export function deleteDatabases(
  factory: IDBFactory | null,
  record: Pick<SessionRecord, 'deviceId'>,
): void {
  const name = databaseName(record);
  const names = [
    // The sync store puts its own name before ours.
    `matrix-js-sdk:${name}`,
    `${name}::matrix-sdk-crypto`,
    `${name}::matrix-sdk-crypto-meta`,
  ];
  for (const database of names) factory?.deleteDatabase(database);
}
