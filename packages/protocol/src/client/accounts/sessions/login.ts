import { Type } from 'typebox';
import type { Contract } from '../../../contract.ts';
import { deviceIdSchema, userIdSchema } from '../../schemas.ts';
import { wellKnownSchema } from '../discovery/well-known.ts';
import { userIdentifierSchema } from './user-identifier.ts';

/**
 * POST /_matrix/client/v3/login
 *
 * @see https://spec.matrix.org/v1.19/client-server-api/#post_matrixclientv3login
 */
export const login = {
  operationId: 'login',
  method: 'POST',
  path: '/_matrix/client/v3/login',
  access: 'public',
  limit: 'login',
  body: Type.Object({
    type: Type.String(),
    identifier: Type.Optional(userIdentifierSchema),
    /** Deprecated in favour of `identifier`. */
    user: Type.Optional(Type.String()),
    password: Type.Optional(Type.String()),
    /** For `m.login.token`. */
    token: Type.Optional(Type.String()),
    device_id: Type.Optional(deviceIdSchema),
    initial_device_display_name: Type.Optional(Type.String()),
    refresh_token: Type.Optional(Type.Boolean()),
  }),
  reply: Type.Object({
    user_id: userIdSchema,
    access_token: Type.String(),
    refresh_token: Type.Optional(Type.String()),
    expires_in_ms: Type.Optional(Type.Integer()),
    device_id: deviceIdSchema,
    well_known: wellKnownSchema,
  }),
} as const satisfies Contract;
