import { getDevices } from '@sotto/protocol';
import { route, type Route } from '../../../../http/index.ts';
import type { DeviceService } from '../../devices/device-service.ts';
import { deviceReply } from './device-reply.ts';

export function getDevicesRoute(devices: DeviceService): Route {
  return route(getDevices, async ({ caller }) => ({
    devices: (await devices.list(caller.userId)).map(deviceReply),
  }));
}
