import { Type } from 'typebox';
import type { Contract } from '../../../contract.ts';
import { deviceSchema } from './device.ts';

/**
 * GET /_matrix/client/v3/devices
 *
 * @see https://spec.matrix.org/v1.19/client-server-api/#get_matrixclientv3devices
 */
export const getDevices = {
  operationId: 'getDevices',
  method: 'GET',
  path: '/_matrix/client/v3/devices',
  access: 'user',
  reply: Type.Object({ devices: Type.Array(deviceSchema) }),
} as const satisfies Contract;
