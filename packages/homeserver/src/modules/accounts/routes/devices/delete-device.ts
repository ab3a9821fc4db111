import { deleteDevice } from '@sotto/protocol';
import { route, type Route } from '../../../../http/index.ts';
import type { DeviceService } from '../../devices/device-service.ts';

export function deleteDeviceRoute(devices: DeviceService): Route {
  return route(deleteDevice, async ({ body, caller, params, peer }) => {
    await devices.delete({
      operation: 'deleteDevice',
      caller,
      deviceIds: [params.deviceId],
      auth: body.auth,
      peer,
    });
    return {};
  });
}
