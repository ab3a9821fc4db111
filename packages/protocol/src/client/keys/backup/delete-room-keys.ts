import type { Contract } from '../../../contract.ts';
import { backupStateSchema, versionQuerySchema } from '../backup-schemas.ts';

/**
 * DELETE /_matrix/client/v3/room_keys/keys
 *
 * @see https://spec.matrix.org/v1.19/client-server-api/#delete_matrixclientv3room_keyskeys
 */
export const deleteRoomKeys = {
  operationId: 'deleteRoomKeys',
  method: 'DELETE',
  path: '/_matrix/client/v3/room_keys/keys',
  access: 'user',
  query: versionQuerySchema,
  reply: backupStateSchema,
} as const satisfies Contract;
