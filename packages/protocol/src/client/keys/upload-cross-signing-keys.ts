import { Type } from 'typebox';
import type { Contract } from '../../contract.ts';
import { authDataSchema, emptyReplySchema } from '../schemas.ts';
import { crossSigningKeySchema } from './key-schemas.ts';

/**
 * POST /_matrix/client/v3/keys/device_signing/upload
 *
 * @see https://spec.matrix.org/v1.19/client-server-api/#post_matrixclientv3keysdevice_signingupload
 */
export const uploadCrossSigningKeys = {
  operationId: 'uploadCrossSigningKeys',
  method: 'POST',
  path: '/_matrix/client/v3/keys/device_signing/upload',
  access: 'user',
  body: Type.Object({
    auth: Type.Optional(authDataSchema),
    master_key: Type.Optional(crossSigningKeySchema),
    self_signing_key: Type.Optional(crossSigningKeySchema),
    user_signing_key: Type.Optional(crossSigningKeySchema),
  }),
  reply: emptyReplySchema,
} as const satisfies Contract;
