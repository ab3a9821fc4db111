import type { DeviceId } from '@sotto/protocol';
import type { Device } from '../../devices/device-service.ts';

interface DeviceReply {
  device_id: DeviceId;
  display_name?: string;
  last_seen_ip: string;
  last_seen_ts: number;
}

export function deviceReply(device: Device): DeviceReply {
  return {
    device_id: device.deviceId,
    ...(device.displayName === null ? {} : { display_name: device.displayName }),
    last_seen_ip: device.lastSeenAddress,
    last_seen_ts: device.lastSeenMs,
  };
}
