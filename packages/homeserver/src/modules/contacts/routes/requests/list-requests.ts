import { listRequests } from '@sotto/protocol';
import { route } from '../../../../http/index.ts';
import type { GroupOffer } from '../../requests/group-offer.ts';
import type { RequestService, ShownRequest } from '../../requests/request-service.ts';
import { cardReply } from '../people/card-reply.ts';

export function listRequestsRoute(requests: RequestService) {
  return route(listRequests, async ({ caller }) => {
    const { requests: waiting, total } = await requests.list(caller);
    return {
      requests: waiting.map(requestReply),
      total,
    };
  });
}

function requestReply(request: ShownRequest) {
  return {
    room_id: request.roomId,
    sender: request.sender,
    direct: request.isDirect,
    treatment: request.treatment === 'blur' ? ('blur' as const) : ('request' as const),
    received_ts: request.receivedMs,
    messages: [...request.messages],
    card: cardReply(request.sender, request.card),
    ...offerReply(request.group),
  };
}

function offerReply(group: GroupOffer | null) {
  if (!group) return {};
  const { memberCount, knownMembers, historyVisibility } = group;
  return {
    group: {
      member_count: memberCount,
      known_members: [...knownMembers],
      history_visibility: historyVisibility,
    },
  };
}
