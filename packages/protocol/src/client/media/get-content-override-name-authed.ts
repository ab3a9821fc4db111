import { Type } from 'typebox';
import type { Contract } from '../../contract.ts';
import { downloadQuerySchema, mediaParamsSchema } from './media-params.ts';

/**
 * GET /_matrix/client/v1/media/download/{serverName}/{mediaId}/{fileName}
 *
 * @see https://spec.matrix.org/v1.19/client-server-api/#get_matrixclientv1mediadownloadservernamemediaidfilename
 */
export const getContentOverrideNameAuthed = {
  operationId: 'getContentOverrideNameAuthed',
  method: 'GET',
  path: '/_matrix/client/v1/media/download/:serverName/:mediaId/:fileName',
  access: 'user',
  limit: 'media',
  replyKind: 'bytes',
  params: Type.Object({ ...mediaParamsSchema.properties, fileName: Type.String() }),
  query: downloadQuerySchema,
  reply: Type.Unknown(),
} as const satisfies Contract;
