import type { Matrix } from '../../matrix/matrix.ts';

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
