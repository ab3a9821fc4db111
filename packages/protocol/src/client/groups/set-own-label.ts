import { Type } from 'typebox';
import type { Contract } from '../../contract.ts';
import { emptyReplySchema, roomIdSchema } from '../schemas.ts';
import { MEMBER_LABEL_MAX } from './group-state.ts';

/**
 * PUT /_matrix/client/unstable/app.sotto/rooms/{roomId}/label
 *
 * Says what the caller is in this group; an empty label takes it away. See `docs/reference/conversations/groups.md`.
 */
export const setOwnLabel = {
  operationId: 'setOwnLabel',
  method: 'PUT',
  path: '/_matrix/client/unstable/app.sotto/rooms/:roomId/label',
  access: 'user',
  params: Type.Object({ roomId: roomIdSchema }),
  body: Type.Object({ label: Type.String({ maxLength: MEMBER_LABEL_MAX }) }),
  reply: emptyReplySchema,
} as const satisfies Contract;
