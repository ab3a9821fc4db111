import { Type } from 'typebox';
import type { Contract } from '../../contract.ts';
import { deviceIdPattern, failuresSchema, oneTimeKeysSchema } from './key-schemas.ts';

/**
 * POST /_matrix/client/v3/keys/claim
 *
 * @see https://spec.matrix.org/v1.19/client-server-api/#post_matrixclientv3keysclaim
 */
export const claimKeys = {
  operationId: 'claimKeys',
  method: 'POST',
  path: '/_matrix/client/v3/keys/claim',
  access: 'user',
  body: Type.Object({
    timeout: Type.Optional(Type.Integer()),
    one_time_keys: Type.Record(
      Type.String({ pattern: '^@' }),
      Type.Record(
        Type.String({ pattern: deviceIdPattern }),
        Type.String({ pattern: '^[a-z0-9_.]{1,64}$' }),
        {
          maxProperties: 1_000,
          additionalProperties: false,
        },
      ),
      { maxProperties: 1_000, additionalProperties: false },
    ),
  }),
  reply: Type.Object({
    failures: failuresSchema,
    one_time_keys: Type.Record(Type.String(), Type.Record(Type.String(), oneTimeKeysSchema)),
  }),
} as const satisfies Contract;
