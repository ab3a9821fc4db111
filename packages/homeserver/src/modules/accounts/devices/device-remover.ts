import type { DeviceId, UserId } from '@sotto/protocol';
import type { Txn } from '../../../storage/index.ts';
import type { AccountPorts } from '../ports.ts';
import type { Authenticator } from '../sessions/authenticator.ts';
import { sessionStore } from '../sessions/session-store.ts';
import { loginTokenStore } from '../sessions/login-token-store.ts';
import { deviceStore } from './device-store.ts';
import { deviceLinkStore } from './linking/device-link-store.ts';

/** Ends devices wholly: what any module keeps for them, their tokens, and their waiting syncs. */
export interface DeviceRemover {
  remove(txn: Txn, userId: UserId, deviceIds: readonly DeviceId[]): Promise<void>;
  /** Removes all of a person's devices, except one if that is given. */
  removeAll(txn: Txn, userId: UserId, except?: DeviceId | null): Promise<void>;
}

export function createDeviceRemover(
  ports: AccountPorts,
  authenticator: Authenticator,
): DeviceRemover {
  async function remove(txn: Txn, userId: UserId, deviceIds: readonly DeviceId[]): Promise<void> {
    const removed = await deviceStore.delete(txn, userId, deviceIds);
    if (removed.length === 0) return;
    authenticator.forget(txn, await sessionStore.deleteOfDevices(txn, userId, removed));
    // What it let in and has not come in yet stays out.
    await loginTokenStore.deleteOfDevices(txn, userId, removed);
    await deviceLinkStore.refuseOfDevices(txn, userId, removed);
    for (const cleanUp of ports.deviceCleanups) await cleanUp(txn, userId, removed);
    txn.afterCommit(() => {
      for (const deviceId of removed) ports.inbox.wake.revoke(userId, deviceId);
    });
  }

  return {
    remove,
    async removeAll(txn, userId, except = null) {
      const all = await deviceStore.listNames(txn.db, [userId]);
      const deviceIds = all.map((device) => device.deviceId);
      await remove(
        txn,
        userId,
        deviceIds.filter((deviceId) => deviceId !== except),
      );
    },
  };
}
