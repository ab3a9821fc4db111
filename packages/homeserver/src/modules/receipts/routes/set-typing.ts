import { setTyping } from '@sotto/protocol';
import { route } from '../../../http/index.ts';
import type { EphemeralService } from '../ephemeral/ephemeral.ts';

export function setTypingRoute(ephemeral: EphemeralService) {
  return route(setTyping, async ({ params, body, caller }) => {
    await ephemeral.setTyping({
      caller: caller.userId,
      userId: params.userId,
      roomId: params.roomId,
      isTyping: body.typing,
      timeoutMs: body.timeout ?? null,
    });
    return {};
  });
}
