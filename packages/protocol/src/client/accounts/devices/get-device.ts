import { Type } from 'typebox';
import type { Contract } from '../../../contract.ts';
import { deviceIdSchema } from '../../schemas.ts';
import { deviceSchema } from './device.ts';

/**
 * GET /_matrix/client/v3/devices/{deviceId}
 *
 * @see https://spec.matrix.org/v1.19/client-server-api/#get_matrixclientv3devicesdeviceid
 */
export const getDevice = {
  operationId: 'getDevice',
  method: 'GET',
  path: '/_matrix/client/v3/devices/:deviceId',
  access: 'user',
  params: Type.Object({ deviceId: deviceIdSchema }),
  reply: deviceSchema,
} as const satisfies Contract;
