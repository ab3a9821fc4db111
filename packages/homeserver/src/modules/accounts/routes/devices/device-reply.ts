import type { DeviceId } from '@sotto/protocol';
import type { Device } from '../../devices/device-service.ts';

interface DeviceReply {
  device_id: DeviceId;
  display_name?: string;
  last_seen_ip: string;
  last_seen_ts: number;
  'app.sotto.first_seen_ts': number;
  'app.sotto.first_seen_ip'?: string;
  'app.sotto.user_agent'?: string;
  'app.sotto.linked_by'?: DeviceId;
}

export function deviceReply(device: Device): DeviceReply {
  return {
    device_id: device.deviceId,
    ...(device.displayName === null ? {} : { display_name: device.displayName }),
    last_seen_ip: device.lastSeenAddress,
    last_seen_ts: device.lastSeenMs,
    'app.sotto.first_seen_ts': device.firstSeenMs,
    ...(device.firstSeenAddress !== null && { 'app.sotto.first_seen_ip': device.firstSeenAddress }),
    ...(device.userAgent !== null && { 'app.sotto.user_agent': device.userAgent }),
    ...(device.linkedBy !== null && { 'app.sotto.linked_by': device.linkedBy }),
  };
}
