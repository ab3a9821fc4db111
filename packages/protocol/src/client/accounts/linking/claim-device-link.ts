import { Type } from 'typebox';
import type { Contract } from '../../../contract.ts';

/**
 * POST /_matrix/client/unstable/app.sotto/device_links/claim
 *
 * A signed-in device enters the code, and learns where the asking device is and which numbers it may be showing.
 * From then on only this device can answer. See `docs/reference/device-linking.md`.
 */
export const claimDeviceLink = {
  operationId: 'claimDeviceLink',
  method: 'POST',
  path: '/_matrix/client/unstable/app.sotto/device_links/claim',
  access: 'user',
  limit: 'login',
  body: Type.Object({ code: Type.String({ maxLength: 64 }) }),
  reply: Type.Object({
    link_id: Type.String(),
    /** What the asking device says it is; absent if it says nothing. */
    client_name: Type.Optional(Type.String()),
    /** As the server saw it. */
    address: Type.String(),
    /** Whether this call came from the same network. */
    same_network: Type.Boolean(),
    /** How long ago it asked, by the server's clock. */
    age_ms: Type.Integer(),
    expires_in_ms: Type.Integer(),
    /** Three, one of which it shows. */
    numbers: Type.Array(Type.Integer()),
  }),
} as const satisfies Contract;
