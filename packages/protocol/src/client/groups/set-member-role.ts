import { Type } from 'typebox';
import type { Contract } from '../../contract.ts';
import { emptyReplySchema, roomIdSchema, userIdSchema } from '../schemas.ts';
import { GROUP_ROLES, type GroupRole } from './group-state.ts';

export const groupRoleSchema = Type.Unsafe<GroupRole>({ type: 'string', enum: [...GROUP_ROLES] });

/**
 * PUT /_matrix/client/unstable/app.sotto/rooms/{roomId}/roles/{userId}
 *
 * Gives a member a role, changing nothing else of the room's power levels. See `docs/reference/conversations/groups.md`.
 */
export const setMemberRole = {
  operationId: 'setMemberRole',
  method: 'PUT',
  path: '/_matrix/client/unstable/app.sotto/rooms/:roomId/roles/:userId',
  access: 'user',
  params: Type.Object({ roomId: roomIdSchema, userId: userIdSchema }),
  body: Type.Object({ role: groupRoleSchema }),
  reply: emptyReplySchema,
} as const satisfies Contract;
