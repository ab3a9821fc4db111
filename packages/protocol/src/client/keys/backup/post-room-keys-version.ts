import { Type } from 'typebox';
import type { Contract } from '../../../contract.ts';
import { backupInfoSchema } from '../backup-schemas.ts';

/**
 * POST /_matrix/client/v3/room_keys/version
 *
 * @see https://spec.matrix.org/v1.19/client-server-api/#post_matrixclientv3room_keysversion
 */
export const postRoomKeysVersion = {
  operationId: 'postRoomKeysVersion',
  method: 'POST',
  path: '/_matrix/client/v3/room_keys/version',
  access: 'user',
  body: backupInfoSchema,
  reply: Type.Object({ version: Type.String() }),
} as const satisfies Contract;
