import { Type } from 'typebox';
import type { Contract } from '../../contract.ts';

/**
 * GET /_matrix/client/v1/media/config
 *
 * @see https://spec.matrix.org/v1.19/client-server-api/#get_matrixclientv1mediaconfig
 */
export const getConfigAuthed = {
  operationId: 'getConfigAuthed',
  method: 'GET',
  path: '/_matrix/client/v1/media/config',
  access: 'user',
  limit: 'media',
  reply: Type.Object({ 'm.upload.size': Type.Integer() }),
} as const satisfies Contract;
