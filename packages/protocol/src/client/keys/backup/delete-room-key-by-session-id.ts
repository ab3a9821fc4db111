import type { Contract } from '../../../contract.ts';
import { backupStateSchema, sessionParamsSchema, versionQuerySchema } from '../backup-schemas.ts';

/**
 * DELETE /_matrix/client/v3/room_keys/keys/{roomId}/{sessionId}
 *
 * @see https://spec.matrix.org/v1.19/client-server-api/#delete_matrixclientv3room_keyskeysroomidsessionid
 */
export const deleteRoomKeyBySessionId = {
  operationId: 'deleteRoomKeyBySessionId',
  method: 'DELETE',
  path: '/_matrix/client/v3/room_keys/keys/:roomId/:sessionId',
  access: 'user',
  params: sessionParamsSchema,
  query: versionQuerySchema,
  reply: backupStateSchema,
} as const satisfies Contract;
