import type { RoomId, UserId } from '@sotto/protocol';
import type { RoomContext } from '../context.ts';
import { refuse } from '../errors.ts';
import type { Append } from '../log/append.ts';
import { draftRoom, ROOM_VERSION_CREATED, type RoomWish } from './create-room.ts';

/** A room somebody makes with nobody in it yet. */
export type Founding = Pick<
  RoomWish,
  'name' | 'topic' | 'creationContent' | 'initialState' | 'powerLevels'
> & {
  readonly community?: RoomId;
  readonly alongside?: Append['alongside'];
  readonly follow?: Append['follow'];
};

export interface RoomFounding {
  /** Makes ready for rooms this person founds, so that several can be part of one transaction. */
  foundingBy(creator: UserId): Promise<(founding: Founding) => Append>;
}

const NONCE_BYTES = 9;

export function createFounding({ db, people, random }: RoomContext): RoomFounding {
  return {
    async foundingBy(creator) {
      const creatorProfile = await people.findProfile(db.read, creator);
      if (!creatorProfile) throw refuse('user_unknown', 'There is no such person here.');
      return ({ alongside, follow, ...founding }) => {
        const nonce = random.token(NONCE_BYTES);
        return {
          roomId: null,
          plan: () =>
            draftRoom({
              ...founding,
              creator,
              creatorProfile,
              preset: 'private_chat',
              roomVersion: ROOM_VERSION_CREATED,
              invites: [],
              isDirect: false,
              nonce,
            }),
          ...(alongside && { alongside }),
          ...(follow && { follow }),
        };
      };
    },
  };
}
