import type { RoomId, UserId } from '@sotto/protocol';
import { createLinkStore, type Link } from '../../../links/index.ts';

interface Own {
  readonly roomId: RoomId;
  readonly createdBy: UserId;
}

export type GroupLink = Link<Own>;

/** Sole owner of `group_link`. */
export const linkStore = createLinkStore<Own>('group_link', {
  roomId: 'room_id',
  createdBy: 'created_by',
});
