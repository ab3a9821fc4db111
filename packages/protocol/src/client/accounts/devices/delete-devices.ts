import { Type } from 'typebox';
import type { Contract } from '../../../contract.ts';
import { deviceIdSchema, emptyReplySchema } from '../../schemas.ts';
import { authRequestSchema } from '../auth-request.ts';

/**
 * POST /_matrix/client/v3/delete_devices
 *
 * @see https://spec.matrix.org/v1.19/client-server-api/#post_matrixclientv3delete_devices
 */
export const deleteDevices = {
  operationId: 'deleteDevices',
  method: 'POST',
  path: '/_matrix/client/v3/delete_devices',
  access: 'user',
  body: Type.Object({
    devices: Type.Array(deviceIdSchema, { maxItems: 1_000 }),
    auth: authRequestSchema,
  }),
  reply: emptyReplySchema,
} as const satisfies Contract;
