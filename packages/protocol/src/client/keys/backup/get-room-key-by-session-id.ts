import type { Contract } from '../../../contract.ts';
import { sessionBackupSchema, sessionParamsSchema, versionQuerySchema } from '../backup-schemas.ts';

/**
 * GET /_matrix/client/v3/room_keys/keys/{roomId}/{sessionId}
 *
 * @see https://spec.matrix.org/v1.19/client-server-api/#get_matrixclientv3room_keyskeysroomidsessionid
 */
export const getRoomKeyBySessionId = {
  operationId: 'getRoomKeyBySessionId',
  method: 'GET',
  path: '/_matrix/client/v3/room_keys/keys/:roomId/:sessionId',
  access: 'user',
  params: sessionParamsSchema,
  query: versionQuerySchema,
  reply: sessionBackupSchema,
} as const satisfies Contract;
