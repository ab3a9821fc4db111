import { Type } from 'typebox';
import type { Contract } from '../../contract.ts';
import { communityParams } from './community-state.ts';
import { roomSummaryFields } from './room-summary.ts';

/**
 * GET /_matrix/client/v1/rooms/{roomId}/hierarchy
 *
 * @see https://spec.matrix.org/v1.19/client-server-api/#get_matrixclientv1roomsroomidhierarchy
 */
export const getSpaceHierarchy = {
  operationId: 'getSpaceHierarchy',
  method: 'GET',
  path: '/_matrix/client/v1/rooms/:roomId/hierarchy',
  access: 'user',
  params: communityParams,
  query: Type.Object({
    suggested_only: Type.Optional(Type.Boolean()),
    limit: Type.Optional(Type.Integer({ minimum: 1 })),
    max_depth: Type.Optional(Type.Integer({ minimum: 0 })),
    from: Type.Optional(Type.String({ maxLength: 64 })),
  }),
  reply: Type.Object({
    rooms: Type.Array(
      Type.Object({
        ...roomSummaryFields,
        children_state: Type.Array(
          Type.Object({
            type: Type.String(),
            state_key: Type.String(),
            sender: Type.String(),
            content: Type.Unsafe<Record<string, unknown>>({ type: 'object' }),
            origin_server_ts: Type.Integer(),
          }),
        ),
      }),
    ),
    next_batch: Type.Optional(Type.String()),
  }),
} as const satisfies Contract;
