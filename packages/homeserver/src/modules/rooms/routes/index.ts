import { getEventContextRoute } from './history/get-event-context.ts';
import { getJoinedMembersByRoomRoute } from './history/get-joined-members-by-room.ts';
import { getMembersByRoomRoute } from './history/get-members-by-room.ts';
import { getOneRoomEventRoute } from './history/get-one-room-event.ts';
import { getRoomEventsRoute } from './history/get-room-events.ts';
import { getRoomStateWithKeyRoute } from './history/get-room-state-with-key.ts';
import { getRoomStateRoute } from './history/get-room-state.ts';
import { banRoute } from './membership/ban.ts';
import { createRoomRoute } from './membership/create-room.ts';
import { forgetRoomRoute } from './membership/forget-room.ts';
import { getJoinedRoomsRoute } from './membership/get-joined-rooms.ts';
import { inviteUserRoute } from './membership/invite-user.ts';
import { joinRoomByIdRoute } from './membership/join-room-by-id.ts';
import { joinRoomRoute } from './membership/join-room.ts';
import { kickRoute } from './membership/kick.ts';
import { knockRoomRoute } from './membership/knock-room.ts';
import { leaveRoomRoute } from './membership/leave-room.ts';
import { unbanRoute } from './membership/unban.ts';
import { redactEventRoute } from './sending/redact-event.ts';
import { sendMessageRoute } from './sending/send-message.ts';
import { setRoomStateWithKeyRoute } from './sending/set-room-state-with-key.ts';
import type { Route } from '../../../http/index.ts';
import type { RoomService } from '../service.ts';

export function roomRoutes(rooms: RoomService): Route[] {
  return [
    getEventContextRoute(rooms),
    getJoinedMembersByRoomRoute(rooms),
    getMembersByRoomRoute(rooms),
    getOneRoomEventRoute(rooms),
    getRoomEventsRoute(rooms),
    getRoomStateWithKeyRoute(rooms),
    getRoomStateRoute(rooms),
    createRoomRoute(rooms),
    forgetRoomRoute(rooms),
    getJoinedRoomsRoute(rooms),
    inviteUserRoute(rooms),
    joinRoomByIdRoute(rooms),
    joinRoomRoute(rooms),
    kickRoute(rooms),
    banRoute(rooms),
    unbanRoute(rooms),
    knockRoomRoute(rooms),
    leaveRoomRoute(rooms),
    redactEventRoute(rooms),
    sendMessageRoute(rooms),
    setRoomStateWithKeyRoute(rooms),
  ];
}
