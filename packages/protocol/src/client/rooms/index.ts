export { createRoom } from './create-room.ts';
export { forgetRoom } from './forget-room.ts';
export { getEventContext } from './get-event-context.ts';
export { getJoinedMembersByRoom } from './get-joined-members-by-room.ts';
export { getJoinedRooms } from './get-joined-rooms.ts';
export { getMembersByRoom } from './get-members-by-room.ts';
export { getOneRoomEvent } from './get-one-room-event.ts';
export { getRoomEvents } from './get-room-events.ts';
export { getRoomState } from './get-room-state.ts';
export { getRoomStateWithKey } from './get-room-state-with-key.ts';
export { inviteUser } from './invite-user.ts';
export { joinRoom } from './join-room.ts';
export { joinRoomById } from './join-room-by-id.ts';
export { kick } from './kick.ts';
export { leaveRoom } from './leave-room.ts';
// The bare name is the redaction algorithm's.
export { redactEvent as redactEventOperation } from './redact-event.ts';
export { sendMessage } from './send-message.ts';
export { setRoomStateWithKey } from './set-room-state-with-key.ts';
