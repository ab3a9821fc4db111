import type { Contract } from '../../../contract.ts';
import { emptyReplySchema } from '../../schemas.ts';
import { versionParamsSchema } from '../backup-schemas.ts';

/**
 * DELETE /_matrix/client/v3/room_keys/version/{version}
 *
 * @see https://spec.matrix.org/v1.19/client-server-api/#delete_matrixclientv3room_keysversionversion
 */
export const deleteRoomKeysVersion = {
  operationId: 'deleteRoomKeysVersion',
  method: 'DELETE',
  path: '/_matrix/client/v3/room_keys/version/:version',
  access: 'user',
  params: versionParamsSchema,
  reply: emptyReplySchema,
} as const satisfies Contract;
