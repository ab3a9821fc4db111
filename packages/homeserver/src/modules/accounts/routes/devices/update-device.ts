import { updateDevice } from '@sotto/protocol';
import { route, type Route } from '../../../../http/index.ts';
import type { DeviceService } from '../../devices/device-service.ts';

export function updateDeviceRoute(devices: DeviceService): Route {
  return route(updateDevice, async ({ body, caller, params }) => {
    await devices.rename(caller.userId, params.deviceId, body.display_name);
    return {};
  });
}
