import { Type } from 'typebox';
import type { Contract } from '../../../contract.ts';
import { deviceIdSchema, userIdSchema } from '../../schemas.ts';
import { authRequestSchema } from '../auth-request.ts';

/**
 * In the body: the month of birth, as `2012-05`. In the `params` of the 401 before: the server asks for it.
 * See `docs/reference/minors.md`.
 */
export const BIRTH_MONTH = 'app.sotto.birth_month';

/**
 * POST /_matrix/client/v3/register
 *
 * @see https://spec.matrix.org/v1.19/client-server-api/#post_matrixclientv3register
 */
export const register = {
  operationId: 'register',
  method: 'POST',
  path: '/_matrix/client/v3/register',
  access: 'public',
  limit: 'registration',
  query: Type.Object({
    kind: Type.Optional(Type.Union([Type.Literal('guest'), Type.Literal('user')])),
  }),
  body: Type.Object({
    auth: authRequestSchema,
    username: Type.Optional(Type.String()),
    password: Type.Optional(Type.String()),
    device_id: Type.Optional(deviceIdSchema),
    initial_device_display_name: Type.Optional(Type.String()),
    inhibit_login: Type.Optional(Type.Boolean()),
    refresh_token: Type.Optional(Type.Boolean()),
    [BIRTH_MONTH]: Type.Optional(Type.String({ pattern: '^[0-9]{4}-(?:0[1-9]|1[0-2])$' })),
  }),
  reply: Type.Object({
    user_id: userIdSchema,
    access_token: Type.Optional(Type.String()),
    refresh_token: Type.Optional(Type.String()),
    expires_in_ms: Type.Optional(Type.Integer()),
    device_id: Type.Optional(deviceIdSchema),
  }),
} as const satisfies Contract;
