import type { Room } from 'matrix-js-sdk/lib/models/room.js';
import type { UserId } from '@sotto/protocol';
import type { Beginning } from '../../types/index.ts';

/** Who began a conversation, and since when I am in it. */
export function beginningOf(room: Room, me: UserId): Beginning {
  const created = room.currentState.getStateEvents('m.room.create', '');
  const mine = room.getMember(me)?.events.member;
  // A new name or photo of mine is written over my coming; then the day of the conversation must do.
  const renamed = mine?.getPrevContent()['membership'] === 'join';
  return {
    byThem: created !== null && created.getSender() !== me,
    sinceMs: (renamed ? created?.getTs() : (mine?.getTs() ?? created?.getTs())) ?? null,
  };
}
