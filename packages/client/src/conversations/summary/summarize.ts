import type { MatrixClient } from 'matrix-js-sdk/lib/client.js';
import type { Room } from 'matrix-js-sdk/lib/models/room.js';
import type { RoomId, UserId } from '@sotto/protocol';
import type { OutboxEntry } from '../../outbox/outbox-entry.ts';
import type { People } from '../../people/people.ts';
import { safeName } from '../../people/safe-name.ts';
import type { ConversationSummary, Person } from '../../types/index.ts';
import { channelFacts } from '../communities/channel-facts.ts';
import { otherPersonOf } from '../direct-rooms.ts';
import type { PresenceBook } from './presence-book.ts';
import { lastMessage } from './preview.ts';
import { requestMessagesLeft } from './request-limit.ts';
import { writeAgainMs } from '../../groups/slow-mode.ts';
import { unreadMessages } from './unread.ts';
import {
  countAlerts,
  isMarkedUnread,
  isReadQuietly,
  muteOf,
  storedRules,
} from '../quiet/quiet-marks.ts';

export interface SummaryContext {
  readonly client: MatrixClient;
  readonly people: People;
  readonly presence: PresenceBook;
  readonly me: Person;
  readonly online: boolean;
  readonly entries: readonly OutboxEntry[];
  readonly draft: string | null;
  readonly nowMs: number;
}

const NOTHING_YET = { text: '', mine: false, delivery: null, attachment: null };

function membersOf(room: Room, people: People): readonly Person[] {
  return (
    room
      .getMembers()
      .filter(({ membership }) => membership === 'join' || membership === 'invite')
      // SAFETY: members are named by their full Matrix id.
      .map(({ userId }) => people.inRoom(userId as UserId, room))
      .toSorted((a, b) => a.displayName.localeCompare(b.displayName))
  );
}

function groupTitle(room: Room, members: readonly Person[], me: Person): string {
  const name = safeName(room.currentState.getStateEvents('m.room.name', '')?.getContent()['name']);
  if (name !== '') return name;
  const others = members.filter(({ userId }) => userId !== me.userId);
  return others.length === 0 ? 'Only you' : others.map((person) => person.displayName).join(', ');
}

/** When I came into a conversation that has no messages yet. */
function arrivedAtMs(room: Room, me: UserId): number {
  const joined = room.getMember(me)?.events.member?.getTs();
  return joined ?? room.currentState.getStateEvents('m.room.create', '')?.getTs() ?? 0;
}

/** Whether nobody but me is in the conversation, or invited to it. */
function isAlone(room: Room, other: UserId): boolean {
  const membership = room.getMember(other)?.membership;
  if (membership === 'join' || membership === 'invite') return false;
  // Not every member may be loaded; the server tells how many there are.
  return room.getInvitedAndJoinedMemberCount() < 2;
}

/** What the list of conversations shows of a room. */
export function summarize(room: Room, context: SummaryContext): ConversationSummary {
  const { client, people, presence, me, online, entries, draft } = context;
  const channel = channelFacts(room, me.userId);
  const other = channel ? null : otherPersonOf(client, room, me.userId);
  const person = other ? people.inRoom(other, room) : null;
  const members = membersOf(room, people);
  const last = lastMessage(room, me, { entries, online });
  const unread = unreadMessages(room, me.userId);
  const rules = storedRules(client);
  const mute = muteOf(rules, room.roomId, context.nowMs);
  const typing = room.getMembers().filter((member) => member.typing && member.userId !== me.userId);
  return {
    // SAFETY: a room's id is what the server names it by.
    id: room.roomId as RoomId,
    kind: person ? 'direct' : 'group',
    title: person ? person.displayName : groupTitle(room, members, me),
    person,
    avatar: person ? person.avatar : room.getMxcAvatarUrl(),
    members,
    preview: last?.preview ?? NOTHING_YET,
    unreadCount: unread.length,
    alertCount: countAlerts(unread, { rules, mute, me: me.userId, isGroup: !person }),
    mute,
    markedUnread: isMarkedUnread(room),
    readsQuietly: isReadQuietly(room),
    lastActivityMs: last?.atMs ?? arrivedAtMs(room, me.userId),
    // SAFETY: as above.
    typing: typing.map(({ userId }) => people.inRoom(userId as UserId, room)),
    presence: other ? presence.of(other) : null,
    draft,
    waitingForAcceptance: other !== null && room.getMember(other)?.membership === 'invite',
    requestMessagesLeft: requestMessagesLeft(room, me.userId, entries),
    otherIsGone: other !== null && isAlone(room, other),
    writeAgainMs: writeAgainMs(room, me.userId),
    ...(channel && { channel }),
  };
}
