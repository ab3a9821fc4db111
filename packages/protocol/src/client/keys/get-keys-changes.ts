import { Type } from 'typebox';
import type { Contract } from '../../contract.ts';
import { userIdSchema } from '../schemas.ts';

/**
 * GET /_matrix/client/v3/keys/changes
 *
 * @see https://spec.matrix.org/v1.19/client-server-api/#get_matrixclientv3keyschanges
 */
export const getKeysChanges = {
  operationId: 'getKeysChanges',
  method: 'GET',
  path: '/_matrix/client/v3/keys/changes',
  access: 'user',
  query: Type.Object({
    from: Type.String({ maxLength: 255 }),
    to: Type.String({ maxLength: 255 }),
  }),
  reply: Type.Object({ changed: Type.Array(userIdSchema), left: Type.Array(userIdSchema) }),
} as const satisfies Contract;
