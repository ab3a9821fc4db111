import { deleteDevices } from '@sotto/protocol';
import { route, type Route } from '../../../../http/index.ts';
import type { DeviceService } from '../../devices/device-service.ts';

export function deleteDevicesRoute(devices: DeviceService): Route {
  return route(deleteDevices, async ({ body, caller, peer }) => {
    await devices.delete({
      operation: 'deleteDevices',
      caller,
      deviceIds: body.devices,
      auth: body.auth,
      peer,
    });
    return {};
  });
}
