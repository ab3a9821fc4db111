import { Type } from 'typebox';
import type { Contract } from '../../contract.ts';
import { emptyReplySchema, roomIdSchema } from '../schemas.ts';

/**
 * POST /_matrix/client/unstable/app.sotto/requests/{roomId}/answer
 *
 * Deletes a request, or blocks its sender as well, without telling them: for them it goes on waiting. To
 * accept one, join the room; to decline it openly, leave it. See `docs/reference/requests.md`.
 */
export const answerRequest = {
  operationId: 'answerRequest',
  method: 'POST',
  path: '/_matrix/client/unstable/app.sotto/requests/:roomId/answer',
  access: 'user',
  params: Type.Object({ roomId: roomIdSchema }),
  body: Type.Object({ answer: Type.Union([Type.Literal('delete'), Type.Literal('block')]) }),
  reply: emptyReplySchema,
} as const satisfies Contract;
