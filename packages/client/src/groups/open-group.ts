import { RoomEvent, type Room } from 'matrix-js-sdk/lib/models/room.js';
import { RoomStateEvent, type RoomState } from 'matrix-js-sdk/lib/models/room-state.js';
import { isSameShape } from '../conversations/same-shape.ts';
import { createSubject } from '../observable.ts';
import { createBatcher } from '../platform/batcher.ts';
import type { Group, GroupState } from '../types/index.ts';
import { groupActions } from './acting/group-actions.ts';
import type { GroupContext } from './group-context.ts';
import { readGroup, tellsPresence } from './reading/read-group.ts';

/** Opens a group, or a conversation that may become one. What it shows is read anew as it changes. */
export function openGroup(context: GroupContext, room: Room): Group {
  const { matrix, people, presence, platform, looks } = context;
  const { client, userId: me } = matrix;
  let everyoneIsKnown = false;

  const read = (): GroupState => readGroup(room, { me, people, presence, everyoneIsKnown });
  const state = createSubject(read());
  const batch = createBatcher(platform.schedule, () => {
    const next = read();
    if (!isSameShape(state.get(), next)) state.set(next);
  });
  const onState = ({ roomId }: RoomState): void => {
    if (roomId === room.roomId) batch.request();
  };
  const onMembership = (changed: Room): void => {
    if (changed === room) batch.request();
  };
  client.on(RoomStateEvent.Update, onState);
  client.on(RoomEvent.MyMembership, onMembership);
  const stops = [
    ...looks.map((look) => look.subscribe(batch.request)),
    presence.subscribe((userId) => {
      if (tellsPresence(room) && room.getMember(userId)?.membership === 'join') batch.request();
    }),
  ];

  async function loadEveryone(): Promise<void> {
    // NOTE: without a connection those must do whom this device knows.
    await room.loadMembersIfNeeded().catch(() => undefined);
    everyoneIsKnown = true;
    batch.request();
  }
  void loadEveryone();

  return {
    state,
    ...groupActions(context, room),
    close() {
      batch.cancel();
      client.off(RoomStateEvent.Update, onState);
      client.off(RoomEvent.MyMembership, onMembership);
      for (const stop of stops) stop();
    },
  };
}
