import { Type } from 'typebox';
import type { Contract } from '../../contract.ts';
import { deviceKeysSchema, oneTimeKeysSchema } from './key-schemas.ts';

/**
 * POST /_matrix/client/v3/keys/upload
 *
 * @see https://spec.matrix.org/v1.19/client-server-api/#post_matrixclientv3keysupload
 */
export const uploadKeys = {
  operationId: 'uploadKeys',
  method: 'POST',
  path: '/_matrix/client/v3/keys/upload',
  access: 'user',
  body: Type.Object({
    device_keys: Type.Optional(deviceKeysSchema),
    one_time_keys: Type.Optional(oneTimeKeysSchema),
    fallback_keys: Type.Optional(oneTimeKeysSchema),
  }),
  reply: Type.Object({ one_time_key_counts: Type.Record(Type.String(), Type.Integer()) }),
} as const satisfies Contract;
