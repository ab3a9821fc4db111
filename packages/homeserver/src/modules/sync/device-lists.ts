import { andThen, type Awaitable } from '@sotto/kit';
import type { UserId } from '@sotto/protocol';
import type { Db } from '../../storage/index.ts';
import type { RoomService } from '../rooms/index.ts';
import { membersOf, type Stretch } from './room/stretch.ts';

export interface DeviceLists {
  readonly changed: readonly UserId[];
  readonly left: readonly UserId[];
}

/**
 * Whose devices a client must ask for anew, and whose it may forget. Beside the changes the log names,
 * everyone who begins to share an encrypted room counts as changed: their member event is in the same
 * response, so nobody is ever written to without their devices.
 *
 * @see https://spec.matrix.org/v1.19/client-server-api/#tracking-the-device-list-for-a-user
 */
export function readDeviceLists(
  rooms: RoomService,
  db: Db,
  at: {
    readonly userId: UserId;
    readonly changed: ReadonlySet<UserId>;
    readonly stretches: readonly Stretch[];
  },
): Awaitable<DeviceLists | null> {
  const changed = new Set(at.changed);
  const gone = new Set<UserId>();
  for (const stretch of at.stretches) {
    if (!stretch.view.isEncrypted()) continue;
    for (const userId of sharingBegun(stretch)) changed.add(userId);
    for (const userId of sharingEnded(stretch, at.userId)) gone.add(userId);
  }
  if (changed.size + gone.size === 0) return null;
  const leaving = gone.size === 0 ? [] : withoutSharers(rooms, db, at.userId, gone);
  return andThen(leaving, (left) => {
    for (const userId of left) changed.delete(userId);
    return changed.size + left.length === 0 ? null : { changed: [...changed], left };
  });
}

function everyone({ view }: Stretch): UserId[] {
  return [...view.membersWith('join'), ...view.membersWith('invite')];
}

function sharingBegun(stretch: Stretch): UserId[] {
  if (stretch.membership !== 'join') return [];
  const encryptionSet = stretch.events.some(({ type }) => type === 'm.room.encryption');
  if (stretch.fresh || encryptionSet) return everyone(stretch);
  return membersOf(stretch, ['join', 'invite']);
}

function sharingEnded(stretch: Stretch, userId: UserId): UserId[] {
  if (stretch.membership === 'leave' || stretch.membership === 'ban') return everyone(stretch);
  return membersOf(stretch, ['leave', 'ban']).filter((member) => member !== userId);
}

async function withoutSharers(
  rooms: RoomService,
  db: Db,
  userId: UserId,
  gone: ReadonlySet<UserId>,
) {
  const sharers = new Set(await rooms.sharers(db, userId));
  return [...gone].filter((member) => !sharers.has(member) && member !== userId);
}
