import type { Contract } from '../../../contract.ts';
import { roomBackupSchema, roomParamsSchema, versionQuerySchema } from '../backup-schemas.ts';

/**
 * GET /_matrix/client/v3/room_keys/keys/{roomId}
 *
 * @see https://spec.matrix.org/v1.19/client-server-api/#get_matrixclientv3room_keyskeysroomid
 */
export const getRoomKeysByRoomId = {
  operationId: 'getRoomKeysByRoomId',
  method: 'GET',
  path: '/_matrix/client/v3/room_keys/keys/:roomId',
  access: 'user',
  params: roomParamsSchema,
  query: versionQuerySchema,
  // A whole backup may be far larger than memory should hold, so it is streamed.
  replyKind: 'bytes',
  reply: roomBackupSchema,
} as const satisfies Contract;
