import { Type } from 'typebox';
import type { Contract } from '../../contract.ts';
import { userIdSchema } from '../schemas.ts';
import { personCardSchema } from './person-card.ts';

/**
 * GET /_matrix/client/unstable/app.sotto/people/{userId}
 *
 * What lies between the caller and this person, and since when they are who they say. See
 * `docs/reference/contacts.md`.
 */
export const getPersonCard = {
  operationId: 'getPersonCard',
  method: 'GET',
  path: '/_matrix/client/unstable/app.sotto/people/:userId',
  access: 'user',
  params: Type.Object({ userId: userIdSchema }),
  reply: personCardSchema,
} as const satisfies Contract;
