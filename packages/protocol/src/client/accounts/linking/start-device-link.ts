import { Type } from 'typebox';
import type { Contract } from '../../../contract.ts';

/**
 * POST /_matrix/client/unstable/app.sotto/device_links
 *
 * A device that is not signed in asks to be linked to somebody's account. See `docs/reference/device-linking.md`.
 */
export const startDeviceLink = {
  operationId: 'startDeviceLink',
  method: 'POST',
  path: '/_matrix/client/unstable/app.sotto/device_links',
  access: 'public',
  limit: 'login',
  body: Type.Object({ client_name: Type.Optional(Type.String()) }),
  reply: Type.Object({
    link_id: Type.String(),
    /** To be shown and typed: `printLinkCode`. */
    code: Type.String(),
    secret: Type.String(),
    expires_in_ms: Type.Integer(),
  }),
} as const satisfies Contract;
