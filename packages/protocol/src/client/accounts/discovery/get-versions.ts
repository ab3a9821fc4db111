import { Type } from 'typebox';
import type { Contract } from '../../../contract.ts';

/**
 * GET /_matrix/client/versions
 *
 * @see https://spec.matrix.org/v1.19/client-server-api/#get_matrixclientversions
 */
export const getVersions = {
  operationId: 'getVersions',
  method: 'GET',
  path: '/_matrix/client/versions',
  access: 'public',
  reply: Type.Object({
    versions: Type.Array(Type.String()),
    unstable_features: Type.Record(Type.String(), Type.Boolean()),
  }),
} as const satisfies Contract;
