import { Type } from 'typebox';
import type { Contract } from '../../contract.ts';
import { mxcUriSchema } from '../schemas.ts';

/**
 * POST /_matrix/media/v1/create
 *
 * @see https://spec.matrix.org/v1.19/client-server-api/#post_matrixmediav1create
 */
export const createContent = {
  operationId: 'createContent',
  method: 'POST',
  path: '/_matrix/media/v1/create',
  access: 'user',
  limit: 'media',
  reply: Type.Object({ content_uri: mxcUriSchema, unused_expires_at: Type.Integer() }),
} as const satisfies Contract;
