import { Method } from 'matrix-js-sdk/lib/http-api/method.js';
import type { DeviceId } from '@sotto/protocol';
import type { Matrix } from '../matrix/matrix.ts';
import { withPassword } from '../session/password-step.ts';
import type { DeviceSummary } from '../types/index.ts';

/** This device first, then the ones seen most recently. */
function byUse(a: DeviceSummary, b: DeviceSummary): number {
  if (a.thisDevice !== b.thisDevice) return a.thisDevice ? -1 : 1;
  return (b.lastSeenMs ?? 0) - (a.lastSeenMs ?? 0);
}

export async function listDevices(matrix: Matrix): Promise<readonly DeviceSummary[]> {
  const { client, crypto, userId, deviceId } = matrix;
  const { devices } = await client.getDevices();
  const summaries = devices.map(async (device): Promise<DeviceSummary> => {
    const status = await crypto.getDeviceVerificationStatus(userId, device.device_id);
    return {
      // SAFETY: the server names devices by their id.
      id: device.device_id as DeviceId,
      name: device.display_name ?? device.device_id,
      lastSeenMs: device.last_seen_ts ?? null,
      lastSeenAddress: device.last_seen_ip ?? null,
      thisDevice: device.device_id === deviceId,
      trusted: status?.crossSigningVerified ?? false,
    };
  });
  return (await Promise.all(summaries)).sort(byUse);
}

/** Whether another device could approve this one. */
export async function hasOtherDevices({ crypto, userId, deviceId }: Matrix): Promise<boolean> {
  const devices = await crypto.getUserDeviceInfo([userId], true);
  for (const id of devices.get(userId)?.keys() ?? []) {
    if (id === deviceId) continue;
    const status = await crypto.getDeviceVerificationStatus(userId, id);
    if (status?.signedByOwner) return true;
  }
  return false;
}

export async function signOutDevice(
  { client, userId }: Matrix,
  id: DeviceId,
  password: string,
): Promise<void> {
  await withPassword({ userId, password }, (auth) => client.deleteDevice(id, auth ?? undefined));
}

export async function changePassword(
  { client, userId }: Matrix,
  change: { readonly current: string; readonly next: string; readonly signOutOthers: boolean },
): Promise<void> {
  const body = { new_password: change.next, logout_devices: change.signOutOthers };
  await withPassword({ userId, password: change.current }, (auth) =>
    client.http.authedRequest(Method.Post, '/account/password', undefined, {
      ...body,
      ...(auth ? { auth } : {}),
    }),
  );
}
