import type { IMyDevice } from 'matrix-js-sdk/lib/client.js';
import type { DeviceId } from '@sotto/protocol';
import type { Matrix } from '../../matrix/matrix.ts';
import { numberOf } from '../../people/book/ask.ts';
import { deviceNameOf } from '../../platform/device-name.ts';
import type { DeviceSummary } from '../../types/index.ts';

const CLIENT_LENGTH_MAX = 40;

/** This device first, then the ones seen most recently. */
function byUse(a: DeviceSummary, b: DeviceSummary): number {
  if (a.thisDevice !== b.thisDevice) return a.thisDevice ? -1 : 1;
  return (b.lastSeenMs ?? 0) - (a.lastSeenMs ?? 0);
}

/** What a program says it is, in short: a browser by its name, others by the first word. */
export function clientOf(userAgent: string): string {
  if (userAgent.startsWith('Mozilla/')) return deviceNameOf(userAgent);
  const [product = ''] = userAgent.split(/[/\s(;]/u);
  return product.slice(0, CLIENT_LENGTH_MAX);
}

const textOrNull = (value: unknown): string | null => (typeof value === 'string' ? value : null);

/** Everything that is signed in as this person. Throws when the server cannot be asked. */
export async function listDevices(matrix: Matrix): Promise<readonly DeviceSummary[]> {
  const { client, crypto, userId, deviceId } = matrix;
  const { devices } = await client.getDevices();
  const summaries = devices.map(async (device): Promise<DeviceSummary> => {
    const status = await crypto.getDeviceVerificationStatus(userId, device.device_id);
    const more: IMyDevice & Readonly<Record<string, unknown>> = { ...device };
    const userAgent = textOrNull(more['app.sotto.user_agent']);
    return {
      // SAFETY: the server names devices by their id.
      id: device.device_id as DeviceId,
      name: device.display_name ?? device.device_id,
      lastSeenMs: device.last_seen_ts ?? null,
      lastSeenAddress: device.last_seen_ip ?? null,
      firstSeenMs: numberOf(more['app.sotto.first_seen_ts']),
      firstSeenAddress: textOrNull(more['app.sotto.first_seen_ip']),
      client: userAgent === null ? null : clientOf(userAgent),
      // SAFETY: as above.
      linkedBy: textOrNull(more['app.sotto.linked_by']) as DeviceId | null,
      thisDevice: device.device_id === deviceId,
      trusted: status?.crossSigningVerified ?? false,
    };
  });
  return (await Promise.all(summaries)).sort(byUse);
}
