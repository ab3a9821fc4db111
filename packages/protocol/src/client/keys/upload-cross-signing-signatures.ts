import { Type } from 'typebox';
import type { Contract } from '../../contract.ts';
import { jsonObjectSchema } from '../schemas.ts';
import { deviceIdPattern } from './key-schemas.ts';

/**
 * POST /_matrix/client/v3/keys/signatures/upload
 *
 * @see https://spec.matrix.org/v1.19/client-server-api/#post_matrixclientv3keyssignaturesupload
 */
export const uploadCrossSigningSignatures = {
  operationId: 'uploadCrossSigningSignatures',
  method: 'POST',
  path: '/_matrix/client/v3/keys/signatures/upload',
  access: 'user',
  body: Type.Record(
    Type.String({ pattern: '^@' }),
    Type.Record(Type.String({ pattern: deviceIdPattern }), jsonObjectSchema, {
      maxProperties: 100,
      additionalProperties: false,
    }),
    { maxProperties: 100, additionalProperties: false },
  ),
  reply: Type.Object({
    failures: Type.Record(
      Type.String(),
      Type.Record(Type.String(), Type.Object({ errcode: Type.String(), error: Type.String() })),
    ),
  }),
} as const satisfies Contract;
