import { Type } from 'typebox';
import type { Contract } from '../../contract.ts';
import { mxcUriSchema } from '../schemas.ts';
import { uploadQuerySchema } from './media-params.ts';

/**
 * POST /_matrix/media/v3/upload
 *
 * @see https://spec.matrix.org/v1.19/client-server-api/#post_matrixmediav3upload
 */
export const uploadContent = {
  operationId: 'uploadContent',
  method: 'POST',
  path: '/_matrix/media/v3/upload',
  access: 'user',
  limit: 'media',
  bodyKind: 'bytes',
  query: uploadQuerySchema,
  reply: Type.Object({ content_uri: mxcUriSchema }),
} as const satisfies Contract;
