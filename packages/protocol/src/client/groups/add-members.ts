import { Type } from 'typebox';
import type { Contract } from '../../contract.ts';
import { emptyReplySchema, roomIdSchema, userIdSchema } from '../schemas.ts';
import { historyChoiceSchema } from './group-state.ts';

/** How many people are added at once. */
export const MEMBERS_ADDED_MAX = 100;

/**
 * POST /_matrix/client/unstable/app.sotto/rooms/{roomId}/members
 *
 * Invites people together, all or none, and says how much of what was said before they may read. A
 * conversation of two becomes a group by it. See `docs/reference/conversations/groups.md`.
 */
export const addMembers = {
  operationId: 'addMembers',
  method: 'POST',
  path: '/_matrix/client/unstable/app.sotto/rooms/:roomId/members',
  access: 'user',
  params: Type.Object({ roomId: roomIdSchema }),
  body: Type.Object({
    user_ids: Type.Array(userIdSchema, { minItems: 1, maxItems: MEMBERS_ADDED_MAX }),
    history: Type.Optional(historyChoiceSchema),
    reason: Type.Optional(Type.String({ maxLength: 2000 })),
  }),
  reply: emptyReplySchema,
} as const satisfies Contract;
