import { Type } from 'typebox';
import type { Contract } from '../../contract.ts';
import { roomIdSchema } from '../schemas.ts';

/**
 * POST /_matrix/client/v3/knock/{roomIdOrAlias}
 *
 * @see https://spec.matrix.org/v1.19/client-server-api/#post_matrixclientv3knockroomidoralias
 */
export const knockRoom = {
  operationId: 'knockRoom',
  method: 'POST',
  path: '/_matrix/client/v3/knock/:roomIdOrAlias',
  access: 'user',
  params: Type.Object({ roomIdOrAlias: Type.String({ maxLength: 255 }) }),
  body: Type.Object({ reason: Type.Optional(Type.String({ maxLength: 500 })) }),
  reply: Type.Object({ room_id: roomIdSchema }),
} as const satisfies Contract;
