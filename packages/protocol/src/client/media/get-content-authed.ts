import { Type } from 'typebox';
import type { Contract } from '../../contract.ts';
import { downloadQuerySchema, mediaParamsSchema } from './media-params.ts';

/**
 * GET /_matrix/client/v1/media/download/{serverName}/{mediaId}
 *
 * @see https://spec.matrix.org/v1.19/client-server-api/#get_matrixclientv1mediadownloadservernamemediaid
 */
export const getContentAuthed = {
  operationId: 'getContentAuthed',
  method: 'GET',
  path: '/_matrix/client/v1/media/download/:serverName/:mediaId',
  access: 'user',
  limit: 'media',
  replyKind: 'bytes',
  params: mediaParamsSchema,
  query: downloadQuerySchema,
  reply: Type.Unknown(),
} as const satisfies Contract;
