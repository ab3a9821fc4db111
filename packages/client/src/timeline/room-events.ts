import { MatrixEventEvent, type MatrixEvent } from 'matrix-js-sdk/lib/models/event.js';
import { RoomStateEvent } from 'matrix-js-sdk/lib/models/room-state.js';
import { RoomEvent, type Room } from 'matrix-js-sdk/lib/models/room.js';
import type { MatrixClient } from 'matrix-js-sdk/lib/client.js';

/** What can change in a room, in the few kinds its readers tell apart. */
export interface RoomListener {
  /** One event says something else now: it was opened, edited or removed. */
  onEvent(room: Room, event: MatrixEvent): void;
  onArrival(room: Room, event: MatrixEvent): void;
  onRemoval(room: Room): void;
  /** Someone has read what is there. */
  onReceipt(room: Room): void;
  /** A long absence left a gap before the newest events. */
  onGap(room: Room): void;
  /** Who is in the room, what they are called, what the room is called, what I am in it. */
  onState(room: Room): void;
}

/** Listens to all rooms of an account; the result stops it. */
export function listenToRooms(client: MatrixClient, listener: RoomListener): () => void {
  const roomOf = (roomId: string | undefined): Room | null => client.getRoom(roomId);
  const onEvent = (event: MatrixEvent): void => {
    const room = roomOf(event.getRoomId());
    if (room) listener.onEvent(room, event);
  };
  const onTimeline = (
    event: MatrixEvent,
    room: Room | undefined,
    _toStart: boolean | undefined,
    removed: boolean,
  ): void => {
    if (!room) return;
    if (removed) listener.onRemoval(room);
    else listener.onArrival(room, event);
  };
  const onReceipt = (_event: MatrixEvent, room: Room): void => listener.onReceipt(room);
  const onRedaction = (redaction: MatrixEvent, room: Room): void => {
    const event = room.findEventById(redaction.getAssociatedId() ?? '');
    if (event) listener.onEvent(room, event);
  };
  const onReset = (room: Room | undefined): void => {
    if (room) listener.onGap(room);
  };
  const onState = (event: MatrixEvent): void => {
    const room = roomOf(event.getRoomId());
    if (room) listener.onState(room);
  };
  const onRoom = (room: Room): void => listener.onState(room);

  client.on(RoomEvent.Timeline, onTimeline);
  client.on(RoomEvent.Receipt, onReceipt);
  client.on(RoomEvent.Redaction, onRedaction);
  client.on(RoomEvent.RedactionCancelled, onRedaction);
  client.on(RoomEvent.TimelineReset, onReset);
  client.on(RoomEvent.Name, onRoom);
  client.on(RoomEvent.MyMembership, onRoom);
  client.on(RoomStateEvent.Events, onState);
  client.on(MatrixEventEvent.Decrypted, onEvent);
  client.on(MatrixEventEvent.Replaced, onEvent);
  return () => {
    client.off(RoomEvent.Timeline, onTimeline);
    client.off(RoomEvent.Receipt, onReceipt);
    client.off(RoomEvent.Redaction, onRedaction);
    client.off(RoomEvent.RedactionCancelled, onRedaction);
    client.off(RoomEvent.TimelineReset, onReset);
    client.off(RoomEvent.Name, onRoom);
    client.off(RoomEvent.MyMembership, onRoom);
    client.off(RoomStateEvent.Events, onState);
    client.off(MatrixEventEvent.Decrypted, onEvent);
    client.off(MatrixEventEvent.Replaced, onEvent);
  };
}
