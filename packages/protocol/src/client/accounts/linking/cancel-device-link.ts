import { Type } from 'typebox';
import type { Contract } from '../../../contract.ts';
import { emptyReplySchema } from '../../schemas.ts';
import { deviceLinkParamsSchema, deviceLinkSecretSchema } from './device-link.ts';

/**
 * POST /_matrix/client/unstable/app.sotto/device_links/{linkId}/cancel
 *
 * The new device no longer wants to be linked. See `docs/reference/device-linking.md`.
 */
export const cancelDeviceLink = {
  operationId: 'cancelDeviceLink',
  method: 'POST',
  path: '/_matrix/client/unstable/app.sotto/device_links/:linkId/cancel',
  access: 'public',
  params: deviceLinkParamsSchema,
  body: Type.Object({ secret: deviceLinkSecretSchema }),
  reply: emptyReplySchema,
} as const satisfies Contract;
