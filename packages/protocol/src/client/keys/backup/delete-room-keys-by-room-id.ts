import type { Contract } from '../../../contract.ts';
import { backupStateSchema, roomParamsSchema, versionQuerySchema } from '../backup-schemas.ts';

/**
 * DELETE /_matrix/client/v3/room_keys/keys/{roomId}
 *
 * @see https://spec.matrix.org/v1.19/client-server-api/#delete_matrixclientv3room_keyskeysroomid
 */
export const deleteRoomKeysByRoomId = {
  operationId: 'deleteRoomKeysByRoomId',
  method: 'DELETE',
  path: '/_matrix/client/v3/room_keys/keys/:roomId',
  access: 'user',
  params: roomParamsSchema,
  query: versionQuerySchema,
  reply: backupStateSchema,
} as const satisfies Contract;
