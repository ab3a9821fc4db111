import { allOf } from '@sotto/kit';
import {
  COMMUNITY_FIELD,
  SPACE_TYPE,
  type Relationship,
  type RoomId,
  type UserId,
} from '@sotto/protocol';
import type { Db } from '../../../storage/index.ts';
import type { RoomService, RoomView } from '../../rooms/index.ts';
import { contactStore } from './contact-store.ts';
import type { PeoplePort } from './ports.ts';

export interface Relations {
  /** What `other` is to `owner`. */
  between(db: Db, owner: UserId, other: UserId): Promise<Relationship>;
  /** Conversations of three or more that both are in. */
  countGroups(db: Db, one: UserId, other: UserId): Promise<number>;
}

/** A conversation of fewer is not a group. */
const GROUP_PEOPLE_MIN = 3;

export interface RelationDeps {
  readonly rooms: Pick<RoomService, 'listShared' | 'findView'>;
  readonly people: Pick<PeoplePort, 'findFacts'>;
}

export function createRelations({ rooms, people }: RelationDeps): Relations {
  async function sharedViews(db: Db, one: UserId, other: UserId): Promise<RoomView[]> {
    const shared = await rooms.listShared(db, one, other);
    const views = await allOf(shared.map((roomId: RoomId) => rooms.findView(db, roomId)));
    return views.flatMap((view) => view ?? []);
  }

  return {
    async between(db, owner, other) {
      const [mine, theirs] = await Promise.all([
        contactStore.find(db, { owner, subject: other }),
        contactStore.find(db, { owner: other, subject: owner }),
      ]);
      if (mine?.isContact) return 'contact';
      if (mine?.follows) return theirs?.follows ? 'mutual_follow' : 'followed';
      const views = await sharedViews(db, owner, other);
      if (views.some(isGroup)) return 'mutual_group';
      if (views.some(isCommunity)) return 'same_community';
      return (await people.findFacts(db, other))?.isBusiness ? 'business' : 'stranger';
    },

    async countGroups(db, one, other) {
      return (await sharedViews(db, one, other)).filter(isGroup).length;
    },
  };
}

/**
 * A space or a channel of one: whoever is in one of them has met nobody by it.
 *
 * @see https://spec.matrix.org/v1.19/client-server-api/#spaces
 */
function isCommunity(view: RoomView): boolean {
  const create = view.get('m.room.create', '')?.content;
  return create?.['type'] === SPACE_TYPE || create?.[COMMUNITY_FIELD] !== undefined;
}

function isGroup(view: RoomView): boolean {
  return !isCommunity(view) && view.membersWith('join').length >= GROUP_PEOPLE_MIN;
}
