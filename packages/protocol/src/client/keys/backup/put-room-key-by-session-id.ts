import type { Contract } from '../../../contract.ts';
import {
  BACKUP_BODY_BYTES_MAX,
  backupStateSchema,
  sessionBackupSchema,
  sessionParamsSchema,
  versionQuerySchema,
} from '../backup-schemas.ts';

/**
 * PUT /_matrix/client/v3/room_keys/keys/{roomId}/{sessionId}
 *
 * @see https://spec.matrix.org/v1.19/client-server-api/#put_matrixclientv3room_keyskeysroomidsessionid
 */
export const putRoomKeyBySessionId = {
  operationId: 'putRoomKeyBySessionId',
  method: 'PUT',
  path: '/_matrix/client/v3/room_keys/keys/:roomId/:sessionId',
  access: 'user',
  bodyBytesMax: BACKUP_BODY_BYTES_MAX,
  params: sessionParamsSchema,
  query: versionQuerySchema,
  body: sessionBackupSchema,
  reply: backupStateSchema,
} as const satisfies Contract;
