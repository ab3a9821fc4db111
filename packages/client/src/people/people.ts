import type { MatrixClient } from 'matrix-js-sdk/lib/client.js';
import type { Room } from 'matrix-js-sdk/lib/models/room.js';
import { BoundedMap } from '@sotto/kit';
import type { UserId } from '@sotto/protocol';
import type { Person } from '../types/index.ts';
import { handleOf, serverOf } from './handles.ts';
import type { KnownPeople } from './known-people.ts';
import { safeName } from './safe-name.ts';

const REMEMBERED_MAX = 5_000;

/** Makes people out of what is known about them; the same person is the same object. */
export interface People {
  /** Someone as the members of a room know them. */
  inRoom(userId: UserId, room: Room): Person;
  of(userId: UserId, profile: Profile): Person;
}

export interface Profile {
  readonly displayName: string | null | undefined;
  readonly avatar: string | null | undefined;
}

function nameOf(profile: Profile, userId: UserId, handle: string): string {
  const name = safeName(profile.displayName);
  // The SDK puts the id where a name is missing.
  return name && name !== userId ? name : handle.slice(1).split(':', 1).join('');
}

export function createPeople(
  { client, userId: me }: { client: MatrixClient; userId: UserId },
  known: Pick<KnownPeople, 'find' | 'note'>,
  /** What I call somebody, if not by their own name. */
  nicknameOf: (userId: UserId) => string | undefined = () => undefined,
): People {
  const home = serverOf(me);
  const remembered = new BoundedMap<string, Person>(REMEMBERED_MAX);

  function of(userId: UserId, profile: Profile): Person {
    const handle = handleOf(userId, home);
    const ownName = nameOf(profile, userId, handle);
    const nickname = safeName(nicknameOf(userId));
    const avatar = profile.avatar?.startsWith('mxc://') ? profile.avatar : null;
    const id = JSON.stringify([userId, ownName, avatar, nickname]);
    const known = remembered.get(id);
    if (known) return known;
    const names = nickname ? { displayName: nickname, ownName } : { displayName: ownName };
    const person: Person = { userId, handle, ...names, avatar };
    remembered.set(id, person);
    return person;
  }

  return {
    of,
    inRoom(userId, room) {
      const member = room.getMember(userId);
      // Someone who left, or is not loaded, may come without a name.
      if (member?.membership === 'join' || member?.membership === 'invite') {
        const displayName = member.rawDisplayName;
        const avatar = member.getMxcAvatarUrl() ?? null;
        known.note(userId, { displayName, avatar });
        return of(userId, { displayName, avatar });
      }
      const user = client.getUser(userId);
      return of(
        userId,
        known.find(userId) ?? {
          displayName: member?.rawDisplayName ?? user?.rawDisplayName ?? user?.displayName,
          avatar: member?.getMxcAvatarUrl() ?? user?.avatarUrl,
        },
      );
    },
  };
}
