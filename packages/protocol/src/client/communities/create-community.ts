import { Type } from 'typebox';
import type { Contract } from '../../contract.ts';
import { mxcUriSchema, roomIdSchema } from '../schemas.ts';
import {
  CHANNELS_FIRST_MAX,
  channelWishSchema,
  communityNameSchema,
  communityTopicSchema,
} from './community-state.ts';

/**
 * POST /_matrix/client/unstable/app.sotto/communities
 *
 * Makes a community with its first channels, all of it or nothing. See `docs/reference/conversations/communities.md`.
 */
export const createCommunity = {
  operationId: 'createCommunity',
  method: 'POST',
  path: '/_matrix/client/unstable/app.sotto/communities',
  access: 'user',
  limit: 'create',
  body: Type.Object(
    {
      name: communityNameSchema,
      topic: Type.Optional(communityTopicSchema),
      avatar_url: Type.Optional(mxcUriSchema),
      /** Who has its link, or is invited, is in at once (`invite`), or asks to be let in (`knock`). */
      join: Type.Optional(Type.Enum(['invite', 'knock'])),
      channels: Type.Array(channelWishSchema, { minItems: 1, maxItems: CHANNELS_FIRST_MAX }),
    },
    { additionalProperties: false },
  ),
  reply: Type.Object({ room_id: roomIdSchema, channels: Type.Array(roomIdSchema) }),
} as const satisfies Contract;
