import { Type } from 'typebox';
import type { Contract } from '../../contract.ts';
import { userIdSchema } from '../schemas.ts';
import { relationSchema } from './person-card.ts';

/** How many people one may have as contacts or follow, together. */
export const CONTACTS_MAX = 5_000;

/**
 * GET /_matrix/client/unstable/app.sotto/contacts
 *
 * Everybody the caller has as a contact or follows, in the order in which they were added. Whenever it
 * changes, the global account data `app.sotto.contacts` does. See `docs/reference/contacts.md`.
 */
export const listContacts = {
  operationId: 'listContacts',
  method: 'GET',
  path: '/_matrix/client/unstable/app.sotto/contacts',
  access: 'user',
  reply: Type.Object({
    contacts: Type.Array(Type.Object({ user_id: userIdSchema, ...relationSchema.properties })),
  }),
} as const satisfies Contract;
