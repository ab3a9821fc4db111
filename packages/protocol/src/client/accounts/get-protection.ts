import { Type } from 'typebox';
import type { Contract } from '../../contract.ts';

/**
 * GET /_matrix/client/unstable/app.sotto/protection
 *
 * Whether the server protects the caller as a minor. About nobody else. See `docs/reference/minors.md`.
 */
export const getProtection = {
  operationId: 'getProtection',
  method: 'GET',
  path: '/_matrix/client/unstable/app.sotto/protection',
  access: 'user',
  reply: Type.Object({
    minor: Type.Boolean(),
    /** When it ends by itself; absent if only the operator can end it. */
    until_ts: Type.Optional(Type.Integer()),
  }),
} as const satisfies Contract;
