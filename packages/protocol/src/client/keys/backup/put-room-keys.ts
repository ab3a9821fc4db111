import type { Contract } from '../../../contract.ts';
import {
  BACKUP_BODY_BYTES_MAX,
  backupStateSchema,
  roomBackupsSchema,
  versionQuerySchema,
} from '../backup-schemas.ts';

/**
 * PUT /_matrix/client/v3/room_keys/keys
 *
 * @see https://spec.matrix.org/v1.19/client-server-api/#put_matrixclientv3room_keyskeys
 */
export const putRoomKeys = {
  operationId: 'putRoomKeys',
  method: 'PUT',
  path: '/_matrix/client/v3/room_keys/keys',
  access: 'user',
  bodyBytesMax: BACKUP_BODY_BYTES_MAX,
  query: versionQuerySchema,
  body: roomBackupsSchema,
  reply: backupStateSchema,
} as const satisfies Contract;
