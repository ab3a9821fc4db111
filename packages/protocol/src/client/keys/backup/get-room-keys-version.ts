import type { Contract } from '../../../contract.ts';
import { backupVersionSchema, versionParamsSchema } from '../backup-schemas.ts';

/**
 * GET /_matrix/client/v3/room_keys/version/{version}
 *
 * @see https://spec.matrix.org/v1.19/client-server-api/#get_matrixclientv3room_keysversionversion
 */
export const getRoomKeysVersion = {
  operationId: 'getRoomKeysVersion',
  method: 'GET',
  path: '/_matrix/client/v3/room_keys/version/:version',
  access: 'user',
  params: versionParamsSchema,
  reply: backupVersionSchema,
} as const satisfies Contract;
