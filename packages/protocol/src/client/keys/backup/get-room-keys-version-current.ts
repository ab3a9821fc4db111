import type { Contract } from '../../../contract.ts';
import { backupVersionSchema } from '../backup-schemas.ts';

/**
 * GET /_matrix/client/v3/room_keys/version
 *
 * @see https://spec.matrix.org/v1.19/client-server-api/#get_matrixclientv3room_keysversion
 */
export const getRoomKeysVersionCurrent = {
  operationId: 'getRoomKeysVersionCurrent',
  method: 'GET',
  path: '/_matrix/client/v3/room_keys/version',
  access: 'user',
  reply: backupVersionSchema,
} as const satisfies Contract;
