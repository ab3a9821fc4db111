import type { BodyOf, addChannel } from '@sotto/protocol';
import type { ChannelWish } from '../channel-room.ts';

/** Everybody is put into a channel that only announces, unless it is said otherwise. */
export function channelWishOf(body: BodyOf<typeof addChannel>): ChannelWish {
  const { name, topic, announcement = false, suggested = announcement } = body;
  return {
    name: name.trim(),
    topic: topic === undefined || topic.trim() === '' ? null : topic.trim(),
    isAnnouncement: announcement,
    isSuggested: suggested,
  };
}
