import {
  canonicalJson,
  isCreator,
  ROLE_LEVELS,
  type GroupPermission,
  type GroupRole,
  type JsonObject,
  type RoomId,
  type UserId,
} from '@sotto/protocol';
import { checkIn, type RoomService, type RoomView } from '../../rooms/index.ts';
import { refuse } from '../errors.ts';
import { LEVELS_TYPE, levelsOf, withLevel, withPermissions } from './role-rules.ts';

/** Who may do what. Each change is made on the room as it is at that moment, so none undoes another. */
export interface RoleService {
  setRole(by: UserId, roomId: RoomId, change: { userId: UserId; role: GroupRole }): Promise<void>;
  setPermissions(
    by: UserId,
    roomId: RoomId,
    wish: Readonly<Partial<Record<GroupPermission, GroupRole>>>,
  ): Promise<void>;
}

export function createRoleService(rooms: Pick<RoomService, 'append'>): RoleService {
  async function changeLevels(
    by: UserId,
    roomId: RoomId,
    change: (room: RoomView) => JsonObject,
  ): Promise<void> {
    await rooms.append({
      roomId,
      plan: (found) => {
        const room = checkIn(found, by);
        const content = change(room);
        if (canonicalJson(content) === canonicalJson(levelsOf(room))) return [];
        return [{ type: LEVELS_TYPE, stateKey: '', sender: by, content }];
      },
    });
  }

  return {
    setRole: (by, roomId, { userId, role }) =>
      changeLevels(by, roomId, (room) => {
        if (room.membershipOf(userId) !== 'join') {
          throw refuse('member_unknown', 'This person is not in the group.');
        }
        if (isCreator(userId, room)) {
          throw refuse('role_fixed', 'Who created a group stays its owner.');
        }
        return withLevel(levelsOf(room), userId, ROLE_LEVELS[role]);
      }),

    setPermissions: (by, roomId, wish) =>
      changeLevels(by, roomId, (room) => withPermissions(levelsOf(room), wish)),
  };
}
