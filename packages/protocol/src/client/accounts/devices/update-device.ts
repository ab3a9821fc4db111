import { Type } from 'typebox';
import type { Contract } from '../../../contract.ts';
import { deviceIdSchema, emptyReplySchema } from '../../schemas.ts';

/**
 * PUT /_matrix/client/v3/devices/{deviceId}
 *
 * @see https://spec.matrix.org/v1.19/client-server-api/#put_matrixclientv3devicesdeviceid
 */
export const updateDevice = {
  operationId: 'updateDevice',
  method: 'PUT',
  path: '/_matrix/client/v3/devices/:deviceId',
  access: 'user',
  params: Type.Object({ deviceId: deviceIdSchema }),
  body: Type.Object({ display_name: Type.Optional(Type.String()) }),
  reply: emptyReplySchema,
} as const satisfies Contract;
