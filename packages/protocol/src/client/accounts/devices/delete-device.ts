import { Type } from 'typebox';
import type { Contract } from '../../../contract.ts';
import { deviceIdSchema, emptyReplySchema } from '../../schemas.ts';
import { authRequestSchema } from '../auth-request.ts';

/**
 * DELETE /_matrix/client/v3/devices/{deviceId}
 *
 * @see https://spec.matrix.org/v1.19/client-server-api/#delete_matrixclientv3devicesdeviceid
 */
export const deleteDevice = {
  operationId: 'deleteDevice',
  method: 'DELETE',
  path: '/_matrix/client/v3/devices/:deviceId',
  access: 'user',
  params: Type.Object({ deviceId: deviceIdSchema }),
  body: Type.Object({ auth: authRequestSchema }),
  reply: emptyReplySchema,
} as const satisfies Contract;
