import { Type } from 'typebox';
import type { Contract } from '../../contract.ts';
import { jsonObjectSchema, roomIdSchema, userIdSchema } from '../schemas.ts';

/**
 * POST /_matrix/client/v3/createRoom
 *
 * @see https://spec.matrix.org/v1.19/client-server-api/#post_matrixclientv3createroom
 */
export const createRoom = {
  operationId: 'createRoom',
  method: 'POST',
  path: '/_matrix/client/v3/createRoom',
  access: 'user',
  limit: 'create',
  body: Type.Object({
    creation_content: Type.Optional(jsonObjectSchema),
    initial_state: Type.Optional(
      Type.Array(
        Type.Object({
          type: Type.String({ minLength: 1, maxLength: 255 }),
          state_key: Type.Optional(Type.String({ maxLength: 255 })),
          content: jsonObjectSchema,
        }),
        { maxItems: 100 },
      ),
    ),
    invite: Type.Optional(Type.Array(userIdSchema, { maxItems: 100 })),
    is_direct: Type.Optional(Type.Boolean()),
    name: Type.Optional(Type.String({ maxLength: 255 })),
    power_level_content_override: Type.Optional(jsonObjectSchema),
    preset: Type.Optional(Type.Enum(['private_chat', 'public_chat', 'trusted_private_chat'])),
    room_version: Type.Optional(Type.String({ maxLength: 32 })),
    topic: Type.Optional(Type.String({ maxLength: 2000 })),
    visibility: Type.Optional(Type.Enum(['public', 'private'])),
  }),
  reply: Type.Object({ room_id: roomIdSchema }),
} as const satisfies Contract;
