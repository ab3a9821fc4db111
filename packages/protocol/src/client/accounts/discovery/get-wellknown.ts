import type { Contract } from '../../../contract.ts';
import { wellKnownSchema } from './well-known.ts';

/**
 * GET /.well-known/matrix/client
 *
 * @see https://spec.matrix.org/v1.19/client-server-api/#getwell-knownmatrixclient
 */
export const getWellknown = {
  operationId: 'getWellknown',
  method: 'GET',
  path: '/.well-known/matrix/client',
  access: 'public',
  reply: wellKnownSchema,
} as const satisfies Contract;
