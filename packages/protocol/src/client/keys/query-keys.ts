import { Type } from 'typebox';
import type { Contract } from '../../contract.ts';
import { deviceIdSchema, jsonObjectSchema } from '../schemas.ts';
import { crossSigningKeySchema, failuresSchema } from './key-schemas.ts';

const crossSigningKeysSchema = Type.Record(Type.String(), crossSigningKeySchema);

/**
 * POST /_matrix/client/v3/keys/query
 *
 * @see https://spec.matrix.org/v1.19/client-server-api/#post_matrixclientv3keysquery
 */
export const queryKeys = {
  operationId: 'queryKeys',
  method: 'POST',
  path: '/_matrix/client/v3/keys/query',
  access: 'user',
  body: Type.Object({
    timeout: Type.Optional(Type.Integer()),
    device_keys: Type.Record(
      Type.String({ pattern: '^@' }),
      Type.Array(deviceIdSchema, { maxItems: 1_000 }),
      // Clients ask for at most 250 people at once.
      { maxProperties: 500, additionalProperties: false },
    ),
  }),
  reply: Type.Object({
    failures: failuresSchema,
    device_keys: Type.Record(Type.String(), Type.Record(Type.String(), jsonObjectSchema)),
    master_keys: crossSigningKeysSchema,
    self_signing_keys: crossSigningKeysSchema,
    user_signing_keys: crossSigningKeysSchema,
  }),
} as const satisfies Contract;
