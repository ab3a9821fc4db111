import { Type } from 'typebox';
import type { Contract } from '../../contract.ts';
import { emptyReplySchema, roomIdSchema } from '../schemas.ts';
import { groupRoleSchema } from './set-member-role.ts';

/**
 * PUT /_matrix/client/unstable/app.sotto/rooms/{roomId}/permissions
 *
 * Says which role it takes to do something; what is not named stays. See `docs/reference/conversations/groups.md`.
 */
export const setGroupPermissions = {
  operationId: 'setGroupPermissions',
  method: 'PUT',
  path: '/_matrix/client/unstable/app.sotto/rooms/:roomId/permissions',
  access: 'user',
  params: Type.Object({ roomId: roomIdSchema }),
  body: Type.Object(
    {
      add: Type.Optional(groupRoleSchema),
      send: Type.Optional(groupRoleSchema),
      pin: Type.Optional(groupRoleSchema),
      change: Type.Optional(groupRoleSchema),
    },
    { additionalProperties: false },
  ),
  reply: emptyReplySchema,
} as const satisfies Contract;
