import type { UserId } from '@sotto/protocol';
import type { RoomView } from '../../rooms/index.ts';

/** What somebody saw of a room: its events from `first` to `last`, and the room as it is now. */
export interface Stretch {
  readonly view: Pick<RoomView, 'get' | 'isEncrypted' | 'listState' | 'membersWith'>;
  readonly first: number;
  readonly last: number;
}

export interface SharingChanges {
  /** Who may share an encrypted room since then. */
  readonly begun: ReadonlySet<UserId>;
  /** Who may not any more: they still may, in another room. */
  readonly ended: ReadonlySet<UserId>;
}

const SHARING = ['join', 'invite'] as const;

/**
 * With whom a person began or ceased to share these rooms, as far as they are encrypted.
 *
 * @see https://spec.matrix.org/v1.19/client-server-api/#tracking-the-device-list-for-a-user
 */
export function sharingChanges(userId: UserId, stretches: readonly Stretch[]): SharingChanges {
  const begun = new Set<UserId>();
  const ended = new Set<UserId>();
  for (const stretch of stretches) {
    const { view } = stretch;
    if (!view.isEncrypted()) continue;
    const everyone = SHARING.flatMap((membership) => view.membersWith(membership));
    const isSharing = everyone.includes(userId);
    const isNew = isWithin(stretch, 'm.room.member', userId);
    if (!isSharing) {
      for (const member of everyone) ended.add(member);
    } else if (isNew || isWithin(stretch, 'm.room.encryption', '')) {
      for (const member of everyone) begun.add(member);
    }
    for (const { type, stateKey, position } of view.listState()) {
      if (type !== 'm.room.member' || position < stretch.first || position > stretch.last) continue;
      // SAFETY: the authorisation rules admit only user ids as state keys of memberships.
      const member = stateKey as UserId;
      if (isSharing && everyone.includes(member)) begun.add(member);
      else if (isSharing) ended.add(member);
    }
  }
  return { begun, ended };
}

function isWithin({ view, first, last }: Stretch, type: string, stateKey: string): boolean {
  const position = view.get(type, stateKey)?.position;
  return position !== undefined && position >= first && position <= last;
}
