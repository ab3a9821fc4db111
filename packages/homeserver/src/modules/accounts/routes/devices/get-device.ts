import { getDevice } from '@sotto/protocol';
import { route, type Route } from '../../../../http/index.ts';
import type { DeviceService } from '../../devices/device-service.ts';
import { deviceReply } from './device-reply.ts';

export function getDeviceRoute(devices: DeviceService): Route {
  return route(getDevice, async ({ caller, params }) =>
    deviceReply(await devices.get(caller.userId, params.deviceId)),
  );
}
