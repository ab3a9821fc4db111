import { Type } from 'typebox';
import type { Contract } from '../../../contract.ts';
import { emptyReplySchema } from '../../schemas.ts';
import { backupInfoSchema, versionParamsSchema } from '../backup-schemas.ts';

/**
 * PUT /_matrix/client/v3/room_keys/version/{version}
 *
 * @see https://spec.matrix.org/v1.19/client-server-api/#put_matrixclientv3room_keysversionversion
 */
export const putRoomKeysVersion = {
  operationId: 'putRoomKeysVersion',
  method: 'PUT',
  path: '/_matrix/client/v3/room_keys/version/:version',
  access: 'user',
  params: versionParamsSchema,
  body: Type.Object({
    ...backupInfoSchema.properties,
    version: Type.Optional(Type.String({ maxLength: 255 })),
  }),
  reply: emptyReplySchema,
} as const satisfies Contract;
