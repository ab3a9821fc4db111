import type { Contract } from '../../contract.ts';
import { emptyReplySchema } from '../schemas.ts';
import { mediaParamsSchema, uploadQuerySchema } from './media-params.ts';

/**
 * PUT /_matrix/media/v3/upload/{serverName}/{mediaId}
 *
 * @see https://spec.matrix.org/v1.19/client-server-api/#put_matrixmediav3uploadservernamemediaid
 */
export const uploadContentToMxc = {
  operationId: 'uploadContentToMXC',
  method: 'PUT',
  path: '/_matrix/media/v3/upload/:serverName/:mediaId',
  access: 'user',
  limit: 'media',
  bodyKind: 'bytes',
  params: mediaParamsSchema,
  query: uploadQuerySchema,
  reply: emptyReplySchema,
} as const satisfies Contract;
