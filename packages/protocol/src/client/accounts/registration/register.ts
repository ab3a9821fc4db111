import { Type } from 'typebox';
import type { Contract } from '../../../contract.ts';
import { deviceIdSchema, userIdSchema } from '../../schemas.ts';
import { authRequestSchema } from '../auth-request.ts';

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
  }),
  reply: Type.Object({
    user_id: userIdSchema,
    access_token: Type.Optional(Type.String()),
    refresh_token: Type.Optional(Type.String()),
    expires_in_ms: Type.Optional(Type.Integer()),
    device_id: Type.Optional(deviceIdSchema),
  }),
} as const satisfies Contract;
