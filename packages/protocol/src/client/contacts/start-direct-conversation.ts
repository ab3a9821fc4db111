import { Type } from 'typebox';
import type { Contract } from '../../contract.ts';
import { roomIdSchema, userIdSchema } from '../schemas.ts';

/** How many people one conversation can be started with, besides oneself. */
export const CONVERSATION_PEOPLE_MAX = 49;

/**
 * POST /_matrix/client/unstable/app.sotto/dm
 *
 * Gives *the* conversation of the caller and these people: made if there is none, the same one for
 * everybody who asks, also at the same moment. Not part of the Matrix specification; what it makes is an
 * ordinary encrypted room that any client can use.
 */
export const startDirectConversation = {
  operationId: 'startDirectConversation',
  method: 'POST',
  path: '/_matrix/client/unstable/app.sotto/dm',
  access: 'user',
  limit: 'create',
  body: Type.Object({
    user_ids: Type.Array(userIdSchema, { minItems: 1, maxItems: CONVERSATION_PEOPLE_MAX }),
    /** A contact link of the one person named: the conversation is accepted at once. */
    contact_link: Type.Optional(Type.String({ maxLength: 255 })),
  }),
  reply: Type.Object({ room_id: roomIdSchema, created: Type.Boolean() }),
} as const satisfies Contract;
