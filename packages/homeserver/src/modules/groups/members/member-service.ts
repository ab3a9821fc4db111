import {
  HISTORY_FIELD,
  LABEL_FIELD,
  type HistoryChoice,
  type JsonObject,
  type RoomId,
  type UserId,
} from '@sotto/protocol';
import type { Database } from '../../../storage/index.ts';
import { checkIn, type Draft, type RoomService } from '../../rooms/index.ts';
import { refuse } from '../errors.ts';
import type { PeoplePort } from '../ports.ts';
import { readLabel } from './label-rules.ts';

export interface AddCommand {
  readonly by: UserId;
  readonly roomId: RoomId;
  readonly userIds: readonly UserId[];
  /** Null leaves it to the room. */
  readonly history: HistoryChoice | null;
  readonly reason: string | null;
}

export interface MemberService {
  /** Invites people together, all or none. Who is in, or invited, is passed over. */
  add(command: AddCommand): Promise<void>;
  /** Says what somebody is in this group; an empty label takes it away. */
  setLabel(by: UserId, roomId: RoomId, label: string): Promise<void>;
}

export interface MemberDeps {
  readonly db: Database;
  readonly rooms: Pick<RoomService, 'append'>;
  readonly people: Pick<PeoplePort, 'findProfile'>;
}

export function createMemberService({ db, rooms, people }: MemberDeps): MemberService {
  async function listProfiles(userIds: readonly UserId[]): Promise<Map<UserId, JsonObject>> {
    const profiles = new Map<UserId, JsonObject>();
    for (const userId of new Set(userIds)) {
      const profile = await people.findProfile(db.read, userId);
      // Not which one: of one who hides and one who is not, the order would tell.
      if (!profile) throw refuse('newcomer_unknown', 'There is no such person here.');
      profiles.set(userId, profile);
    }
    return profiles;
  }

  return {
    async add({ by, roomId, userIds, history, reason }) {
      const profiles = await listProfiles(userIds);
      const more = {
        ...(history && { [HISTORY_FIELD]: history }),
        ...(reason !== null && { reason }),
      };
      await rooms.append({
        roomId,
        plan: (found) => {
          const room = checkIn(found, by);
          const drafts: Draft[] = [];
          for (const [userId, profile] of profiles) {
            const membership = room.membershipOf(userId);
            if (membership === 'join' || membership === 'invite') continue;
            if (membership === 'ban') {
              throw refuse('member_banned', 'This person is banned from the group.', {
                user_id: userId,
              });
            }
            const content = { membership: 'invite', ...profile, ...more };
            drafts.push({ type: 'm.room.member', stateKey: userId, sender: by, content });
          }
          return drafts;
        },
      });
    },

    async setLabel(by, roomId, wanted) {
      const label = readLabel(wanted);
      await rooms.append({
        roomId,
        plan: (found) => {
          const { [LABEL_FIELD]: current = '', ...rest } =
            checkIn(found, by).get('m.room.member', by)?.content ?? {};
          if (current === label) return [];
          const content = { ...rest, ...(label !== '' && { [LABEL_FIELD]: label }) };
          return [{ type: 'm.room.member', stateKey: by, sender: by, content }];
        },
      });
    },
  };
}
