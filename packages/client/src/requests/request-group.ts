import type { Room } from 'matrix-js-sdk/lib/models/room.js';
import { HISTORY_FIELD, type HistoryChoice, type UserId } from '@sotto/protocol';
import { safeName } from '../people/safe-name.ts';
import type { GroupOffer } from '../types/index.ts';
import type { ListedRequest } from './request-answer.ts';
import type { RequestContext } from './request-context.ts';

const DESCRIPTION_LENGTH_MAX = 500;

type Content = Readonly<Record<string, unknown>>;

/** What a newcomer will read: the group's rule, narrowed by the choice made for them. Null: not known yet. */
export function readableOf(
  choice: HistoryChoice | null,
  visibility: string | null,
): GroupOffer['readable'] {
  if (visibility === null) return choice;
  if (visibility === 'joined') return { share: 'joined' };
  return visibility === 'invited' ? { share: 'none' } : (choice ?? { share: 'all' });
}

function stateOf(room: Room, type: string): Content {
  return room.currentState.getStateEvents(type, '')?.getContent<Content>() ?? {};
}

/** What the invitation says of the group, and `told`, what the server adds to it. */
export function readGroupOffer(
  { people, knownPeople }: Pick<RequestContext, 'people' | 'knownPeople'>,
  room: Room,
  { invitation, told }: { invitation: Content; told: ListedRequest['group'] | null },
): GroupOffer {
  const avatar = stateOf(room, 'm.room.avatar')['url'];
  const topic = stateOf(room, 'm.room.topic')['topic'];
  const choice = invitation[HISTORY_FIELD];
  return {
    avatar: typeof avatar === 'string' && avatar.startsWith('mxc://') ? avatar : null,
    description: typeof topic === 'string' ? topic.trim().slice(0, DESCRIPTION_LENGTH_MAX) : '',
    memberCount: told?.member_count ?? null,
    known: (told?.known_members ?? []).map((userId) =>
      people.of(userId, knownPeople.find(userId) ?? { displayName: null, avatar: null }),
    ),
    readable: readableOf(
      // SAFETY: the server takes no choice of another form.
      typeof choice === 'object' && choice !== null ? (choice as HistoryChoice) : null,
      told?.history_visibility ?? null,
    ),
  };
}

/** The group's name; null if it has none. */
export function groupNameOf(room: Room): string | null {
  return safeName(stateOf(room, 'm.room.name')['name']) || null;
}

/** Learns what those who are named, and were never seen on this device, are called. */
export async function learnNames(
  { matrix: { client }, knownPeople }: Pick<RequestContext, 'matrix' | 'knownPeople'>,
  userIds: readonly UserId[],
): Promise<void> {
  const unknown = [...new Set(userIds)].filter((userId) => knownPeople.find(userId) === null);
  await Promise.all(
    unknown.map(async (userId) => {
      // NOTE: who cannot be looked up is called by their handle.
      const profile = await client.getProfileInfo(userId).catch(() => null);
      if (profile === null) return;
      const { displayname: displayName = null, avatar_url: avatar = null } = profile;
      knownPeople.note(userId, { displayName, avatar });
    }),
  );
}
