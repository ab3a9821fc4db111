import { Type } from 'typebox';
import type { Contract } from '../../../contract.ts';
import { emptyReplySchema } from '../../schemas.ts';
import { deviceLinkParamsSchema } from './device-link.ts';

/**
 * POST /_matrix/client/unstable/app.sotto/device_links/{linkId}/confirm
 *
 * The device that entered the code says yes, with the number the new one shows. A wrong one ends the attempt. See
 * `docs/reference/device-linking.md`.
 */
export const confirmDeviceLink = {
  operationId: 'confirmDeviceLink',
  method: 'POST',
  path: '/_matrix/client/unstable/app.sotto/device_links/:linkId/confirm',
  access: 'user',
  params: deviceLinkParamsSchema,
  body: Type.Object({ number: Type.Integer() }),
  reply: emptyReplySchema,
} as const satisfies Contract;
