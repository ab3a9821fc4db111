import { listRequests } from '@sotto/protocol';
import { route } from '../../../../http/index.ts';
import type { RequestService } from '../../requests/request-service.ts';
import { cardReply } from '../people/card-reply.ts';

export function listRequestsRoute(requests: RequestService) {
  return route(listRequests, async ({ caller }) => {
    const { requests: waiting, total } = await requests.list(caller);
    return {
      requests: waiting.map((request) => ({
        room_id: request.roomId,
        sender: request.sender,
        direct: request.isDirect,
        treatment: request.treatment === 'blur' ? ('blur' as const) : ('request' as const),
        received_ts: request.receivedMs,
        messages: [...request.messages],
        card: cardReply(request.sender, request.card),
        ...(request.group && {
          group: {
            member_count: request.group.memberCount,
            known_members: [...request.group.knownMembers],
            history_visibility: request.group.historyVisibility,
          },
        }),
      })),
      total,
    };
  });
}
