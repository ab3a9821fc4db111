import { Type } from 'typebox';
import type { Contract } from '../../contract.ts';
import { emptyReplySchema, roomIdSchema } from '../schemas.ts';

/**
 * DELETE /_matrix/client/unstable/app.sotto/communities/{roomId}/channels/{channelId}
 *
 * Closes a channel for good: whoever was in it can read it, nobody can write or join. See
 * `docs/reference/conversations/communities.md`.
 */
export const closeChannel = {
  operationId: 'closeChannel',
  method: 'DELETE',
  path: '/_matrix/client/unstable/app.sotto/communities/:roomId/channels/:channelId',
  access: 'user',
  params: Type.Object({ roomId: roomIdSchema, channelId: roomIdSchema }),
  reply: emptyReplySchema,
} as const satisfies Contract;
