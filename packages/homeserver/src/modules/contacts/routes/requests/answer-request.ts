import { answerRequest } from '@sotto/protocol';
import { route } from '../../../../http/index.ts';
import type { RequestService } from '../../requests/request-service.ts';

export function answerRequestRoute(requests: RequestService) {
  return route(answerRequest, async ({ params, body, caller }) => {
    const { answer, category = 'other', reason = '', messages = [], block = false } = body;
    const reported = messages.map((message) => ({
      eventId: message.event_id,
      disclosure: message['app.sotto.frank'] ?? null,
    }));
    await requests.answer(caller.userId, params.roomId, {
      block: block || answer === 'block',
      report: answer === 'report' ? { category, reason: reason.trim(), messages: reported } : null,
    });
    return {};
  });
}
