import { Type } from 'typebox';
import type { Contract } from '../../../contract.ts';
import { deviceIdSchema, userIdSchema } from '../../schemas.ts';
import {
  deviceLinkParamsSchema,
  deviceLinkSecretSchema,
  deviceLinkStateSchema,
} from './device-link.ts';

/** The longest one call waits for news. */
export const DEVICE_LINK_WAIT_MS_MAX = 30_000;

/**
 * POST /_matrix/client/unstable/app.sotto/device_links/{linkId}/watch
 *
 * Tells the new device how far its attempt has come, as soon as that is no longer what it has `seen`, and hands
 * it the login token, once. See `docs/reference/device-linking.md`.
 */
export const watchDeviceLink = {
  operationId: 'watchDeviceLink',
  method: 'POST',
  path: '/_matrix/client/unstable/app.sotto/device_links/:linkId/watch',
  access: 'public',
  limit: 'sync',
  params: deviceLinkParamsSchema,
  body: Type.Object({
    secret: deviceLinkSecretSchema,
    seen: Type.Optional(deviceLinkStateSchema),
    timeout_ms: Type.Optional(Type.Integer({ minimum: 0 })),
  }),
  reply: Type.Object({
    state: deviceLinkStateSchema,
    expires_in_ms: Type.Integer(),
    /** To be shown, while `claimed`. */
    number: Type.Optional(Type.Integer()),
    /** For `m.login.token`. With `confirmed`, in one reply only. */
    login_token: Type.Optional(Type.String()),
    login_token_expires_in_ms: Type.Optional(Type.Integer()),
    /** Whose account it is, and the device that said yes. With the token. */
    user_id: Type.Optional(userIdSchema),
    linked_by: Type.Optional(deviceIdSchema),
  }),
} as const satisfies Contract;
