import type { DeviceId, UserId } from '@sotto/protocol';
import type { Caller, Peer } from '../../../http/index.ts';
import type { Platform } from '../../../platform.ts';
import { refuse } from '../errors.ts';
import type { AccountPorts } from '../ports.ts';
import type { SeenRecorder } from '../sessions/seen-recorder.ts';
import type { AuthRequest, Uia } from '../uia/uia.ts';
import type { DeviceRemover } from './device-remover.ts';
import { DEVICES_MAX, isDeviceId, toDeviceName } from './device-rules.ts';
import { deviceStore, type Device } from './device-store.ts';

export type { Device } from './device-store.ts';

export interface DeviceService {
  list(userId: UserId): Promise<Device[]>;
  get(userId: UserId, deviceId: DeviceId): Promise<Device>;
  /** Without a name nothing changes, but the device must exist. */
  rename(userId: UserId, deviceId: DeviceId, displayName: string | undefined): Promise<void>;
  /** Signs devices out for good, after the password was given. Unknown ones are gone already. */
  delete(request: DeleteRequest): Promise<void>;
}

export interface DeleteRequest {
  readonly operation: 'deleteDevice' | 'deleteDevices';
  readonly caller: Caller;
  readonly deviceIds: readonly DeviceId[];
  readonly auth: AuthRequest['auth'];
  readonly peer: Peer;
}

export interface DeviceDeps {
  readonly platform: Platform;
  readonly ports: AccountPorts;
  readonly uia: Uia;
  readonly seen: SeenRecorder;
  readonly remover: DeviceRemover;
}

export function createDeviceService(deps: DeviceDeps): DeviceService {
  const { platform, ports, uia, seen, remover } = deps;
  const { db } = platform;

  async function get(userId: UserId, deviceId: DeviceId): Promise<Device> {
    await seen.flush();
    const device = isDeviceId(deviceId) ? await deviceStore.find(db.read, userId, deviceId) : null;
    if (!device) throw refuseMissing();
    return device;
  }

  return {
    get,

    async list(userId) {
      await seen.flush();
      return deviceStore.list(db.read, userId, DEVICES_MAX);
    },

    async rename(userId, deviceId, displayName) {
      if (displayName === undefined) {
        await get(userId, deviceId);
        return;
      }
      if (!isDeviceId(deviceId)) throw refuseMissing();
      const renamed = { userId, deviceId, displayName: toDeviceName(displayName) };
      await db.write(async (txn) => {
        const exists = await deviceStore.rename(txn, renamed);
        if (!exists) throw refuseMissing();
        await ports.onDeviceRenamed(txn, userId, deviceId);
      });
    },

    async delete({ operation, caller, deviceIds, auth, peer }) {
      const { userId } = caller;
      const known = [...new Set(deviceIds)].filter(isDeviceId).sort();
      const about = known.join(' ');
      const flows = [['m.login.password']] as const;
      await uia.require({ operation, userId, auth, flows, about, peer });
      await db.write((txn) => remover.remove(txn, userId, known));
    },
  };
}

function refuseMissing() {
  return refuse('device_not_found', 'You have no device with this id.');
}
