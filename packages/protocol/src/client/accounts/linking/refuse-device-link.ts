import type { Contract } from '../../../contract.ts';
import { emptyReplySchema } from '../../schemas.ts';
import { deviceLinkParamsSchema } from './device-link.ts';

/**
 * POST /_matrix/client/unstable/app.sotto/device_links/{linkId}/refuse
 *
 * The device that entered the code says no. See `docs/reference/device-linking.md`.
 */
export const refuseDeviceLink = {
  operationId: 'refuseDeviceLink',
  method: 'POST',
  path: '/_matrix/client/unstable/app.sotto/device_links/:linkId/refuse',
  access: 'user',
  params: deviceLinkParamsSchema,
  reply: emptyReplySchema,
} as const satisfies Contract;
