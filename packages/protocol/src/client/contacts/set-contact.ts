import { Type } from 'typebox';
import type { Contract } from '../../contract.ts';
import { emptyReplySchema, userIdSchema } from '../schemas.ts';

/**
 * PUT /_matrix/client/unstable/app.sotto/contacts/{userId}
 *
 * Takes somebody up among the caller's contacts, follows them, or ends either; what is not named stays.
 * See `docs/reference/contacts.md`.
 */
export const setContact = {
  operationId: 'setContact',
  method: 'PUT',
  path: '/_matrix/client/unstable/app.sotto/contacts/:userId',
  access: 'user',
  params: Type.Object({ userId: userIdSchema }),
  body: Type.Object({
    contact: Type.Optional(Type.Boolean()),
    follows: Type.Optional(Type.Boolean()),
  }),
  reply: emptyReplySchema,
} as const satisfies Contract;
