import { Type } from 'typebox';
import type { Contract } from '../../contract.ts';
import { roomIdSchema } from '../schemas.ts';
import { channelWishSchema, communityParams } from './community-state.ts';

/**
 * POST /_matrix/client/unstable/app.sotto/communities/{roomId}/channels
 *
 * Adds a channel; the staff of the community are in it at once. See `docs/reference/conversations/communities.md`.
 */
export const addChannel = {
  operationId: 'addChannel',
  method: 'POST',
  path: '/_matrix/client/unstable/app.sotto/communities/:roomId/channels',
  access: 'user',
  limit: 'create',
  params: communityParams,
  body: channelWishSchema,
  reply: Type.Object({ room_id: roomIdSchema }),
} as const satisfies Contract;
