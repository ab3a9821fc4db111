import { Type } from 'typebox';
import type { Contract } from '../../contract.ts';
import { downloadQuerySchema, mediaParamsSchema } from './media-params.ts';

export type ThumbnailMethod = 'crop' | 'scale';

const sideSchema = Type.Integer({ minimum: 1, maximum: 65_535 });

/**
 * GET /_matrix/client/v1/media/thumbnail/{serverName}/{mediaId}
 *
 * @see https://spec.matrix.org/v1.19/client-server-api/#get_matrixclientv1mediathumbnailservernamemediaid
 */
export const getContentThumbnailAuthed = {
  operationId: 'getContentThumbnailAuthed',
  method: 'GET',
  path: '/_matrix/client/v1/media/thumbnail/:serverName/:mediaId',
  access: 'user',
  limit: 'media',
  replyKind: 'bytes',
  params: mediaParamsSchema,
  query: Type.Object({
    ...downloadQuerySchema.properties,
    width: sideSchema,
    height: sideSchema,
    method: Type.Optional(
      Type.Unsafe<ThumbnailMethod>({ type: 'string', enum: ['crop', 'scale'] }),
    ),
    animated: Type.Optional(Type.Boolean()),
  }),
  reply: Type.Unknown(),
} as const satisfies Contract;
