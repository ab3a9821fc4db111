import type { Contract } from '../../../contract.ts';
import { roomBackupsSchema, versionQuerySchema } from '../backup-schemas.ts';

/**
 * GET /_matrix/client/v3/room_keys/keys
 *
 * @see https://spec.matrix.org/v1.19/client-server-api/#get_matrixclientv3room_keyskeys
 */
export const getRoomKeys = {
  operationId: 'getRoomKeys',
  method: 'GET',
  path: '/_matrix/client/v3/room_keys/keys',
  access: 'user',
  query: versionQuerySchema,
  // A whole backup may be far larger than memory should hold, so it is streamed.
  replyKind: 'bytes',
  reply: roomBackupsSchema,
} as const satisfies Contract;
