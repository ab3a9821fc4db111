import type { RoomId } from '@sotto/protocol';
import { expect, test } from 'vitest';
import { communityInView } from './community-in-view.ts';

const channel = {
  name: 'News',
  topic: null,
  announcement: true,
  closed: false,
  joined: true,
  unreadCount: 0,
};
const club = { id: '!club' as RoomId, channels: [{ ...channel, id: '!news' as RoomId }] };

test.each([
  ['all conversations', {}, null, false],
  ['a conversation of its own', { conversationId: '!mira' }, null, false],
  ['a channel', { conversationId: '!news' }, '!club', false],
  ['a conversation opened within it', { conversationId: '!mira', within: '!club' }, '!club', false],
  ['within one that is left', { conversationId: '!mira', within: '!gone' }, null, false],
  ['its own page', { communityId: '!club' }, '!club', false],
  ['its own room as a conversation', { conversationId: '!club' }, '!club', true],
])('%s', (_says, place, id, isItself) => {
  expect(communityInView([club], place)).toEqual({ id, isItself });
});
