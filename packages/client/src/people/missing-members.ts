import type { MatrixClient } from 'matrix-js-sdk/lib/client.js';
import type { Room } from 'matrix-js-sdk/lib/models/room.js';
import type { Observable } from '../observable.ts';

/** More people than this are not all named in the list of conversations. */
const PEOPLE_MAX = 10;
/** The rest is loaded as it is opened. */
const CONVERSATIONS_MAX = 50;

function isThere({ membership }: { readonly membership?: string | undefined }): boolean {
  return membership === 'join' || membership === 'invite';
}

/** Whether the server tells of more people than have been loaded. */
function missesSomeone(room: Room): boolean {
  const count = room.getInvitedAndJoinedMemberCount();
  if (room.getMyMembership() !== 'join' || room.membersLoaded() || count > PEOPLE_MAX) return false;
  return room.getMembers().filter(isThere).length < count;
}

/**
 * Loads who is in the small conversations of which not everyone is known, the latest first. The
 * result stops it.
 */
export function loadMissingMembers(
  client: MatrixClient,
  online: Observable<boolean>,
  onLoaded: (room: Room) => void,
): () => void {
  let loading = false;

  async function load(): Promise<void> {
    loading = true;
    const rooms = client
      .getRooms()
      .filter(missesSomeone)
      .toSorted((a, b) => b.getLastActiveTimestamp() - a.getLastActiveTimestamp())
      .slice(0, CONVERSATIONS_MAX);
    for (const room of rooms) {
      if (!online.get()) break;
      // NOTE: loaded with the next connection, or as it is opened.
      if (await room.loadMembersIfNeeded().catch(() => null)) onLoaded(room);
    }
    loading = false;
  }
  const look = (): void => {
    if (online.get() && !loading) void load();
  };
  look();
  return online.subscribe(look);
}
