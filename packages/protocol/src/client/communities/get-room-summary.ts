import { Type } from 'typebox';
import type { Contract } from '../../contract.ts';
import { roomSummaryFields } from './room-summary.ts';

/**
 * GET /_matrix/client/v1/room_summary/{roomIdOrAlias}
 *
 * @see https://spec.matrix.org/v1.19/client-server-api/#get_matrixclientv1room_summaryroomidoralias
 */
export const getRoomSummary = {
  operationId: 'getRoomSummary',
  method: 'GET',
  path: '/_matrix/client/v1/room_summary/:roomIdOrAlias',
  access: 'user',
  params: Type.Object({ roomIdOrAlias: Type.String({ maxLength: 255 }) }),
  reply: Type.Object({ ...roomSummaryFields, membership: Type.Optional(Type.String()) }),
} as const satisfies Contract;
