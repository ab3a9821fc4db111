import type { Contract } from '../../../contract.ts';
import {
  BACKUP_BODY_BYTES_MAX,
  backupStateSchema,
  roomBackupSchema,
  roomParamsSchema,
  versionQuerySchema,
} from '../backup-schemas.ts';

/**
 * PUT /_matrix/client/v3/room_keys/keys/{roomId}
 *
 * @see https://spec.matrix.org/v1.19/client-server-api/#put_matrixclientv3room_keyskeysroomid
 */
export const putRoomKeysByRoomId = {
  operationId: 'putRoomKeysByRoomId',
  method: 'PUT',
  path: '/_matrix/client/v3/room_keys/keys/:roomId',
  access: 'user',
  bodyBytesMax: BACKUP_BODY_BYTES_MAX,
  params: roomParamsSchema,
  query: versionQuerySchema,
  body: roomBackupSchema,
  reply: backupStateSchema,
} as const satisfies Contract;
