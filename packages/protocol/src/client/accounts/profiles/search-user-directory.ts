import { Type } from 'typebox';
import type { Contract } from '../../../contract.ts';
import { userIdSchema } from '../../schemas.ts';

/**
 * POST /_matrix/client/v3/user_directory/search
 *
 * @see https://spec.matrix.org/v1.19/client-server-api/#post_matrixclientv3user_directorysearch
 */
export const searchUserDirectory = {
  operationId: 'searchUserDirectory',
  method: 'POST',
  path: '/_matrix/client/v3/user_directory/search',
  access: 'user',
  body: Type.Object({
    search_term: Type.String(),
    limit: Type.Optional(Type.Integer({ minimum: 1 })),
  }),
  reply: Type.Object({
    results: Type.Array(
      Type.Object({
        user_id: userIdSchema,
        display_name: Type.Optional(Type.String()),
        avatar_url: Type.Optional(Type.String()),
      }),
    ),
    limited: Type.Boolean(),
  }),
} as const satisfies Contract;
