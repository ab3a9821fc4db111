import { Type } from 'typebox';
import type { Contract } from '../../../contract.ts';
import { deviceIdSchema, userIdSchema } from '../../schemas.ts';

/**
 * GET /_matrix/client/v3/account/whoami
 *
 * @see https://spec.matrix.org/v1.19/client-server-api/#get_matrixclientv3accountwhoami
 */
export const getTokenOwner = {
  operationId: 'getTokenOwner',
  method: 'GET',
  path: '/_matrix/client/v3/account/whoami',
  access: 'user',
  reply: Type.Object({
    user_id: userIdSchema,
    device_id: deviceIdSchema,
    is_guest: Type.Boolean(),
  }),
} as const satisfies Contract;
