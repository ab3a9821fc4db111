import { answerRequest } from '@sotto/protocol';
import { route } from '../../../../http/index.ts';
import type { RequestService } from '../../requests/request-service.ts';

export function answerRequestRoute(requests: RequestService) {
  return route(answerRequest, async ({ params, body, caller }) => {
    await requests.answer(caller.userId, params.roomId, body.answer);
    return {};
  });
}
