import type { MatrixEvent } from 'matrix-js-sdk/lib/models/event.js';
import { RoomStateEvent } from 'matrix-js-sdk/lib/models/room-state.js';
import type { Matrix } from '../matrix/matrix.ts';
import type { Transfer } from '../media/transfer.ts';
import { createSubject, type Observable } from '../observable.ts';
import type { People, Profile } from '../people/people.ts';
import type { Platform } from '../platform/platform.ts';
import { openSlot } from '../platform/key-value-store.ts';
import type { Person } from '../types/index.ts';

/** How this account is shown to others. */
export interface OwnProfile {
  readonly me: Observable<Person>;
  /** Asks the server; what was known before stays until it answers. */
  refresh(): Promise<void>;
  setDisplayName(name: string): Promise<void>;
  setAvatar(photo: File | null): Promise<void>;
  close(): void;
}

interface Options {
  readonly matrix: Matrix;
  readonly people: People;
  readonly transfer: Transfer;
  readonly platform: Platform;
}

export async function openOwnProfile(options: Options): Promise<OwnProfile> {
  const { matrix, people, transfer, platform } = options;
  const { client, userId } = matrix;
  const slot = openSlot<Profile>(platform.store, 'own-profile');
  const kept = (await slot.get()) ?? { displayName: null, avatar: null };
  const me = createSubject(people.of(userId, kept));

  async function refresh(): Promise<void> {
    const { displayname, avatar_url: avatarUrl } = await client.getProfileInfo(userId);
    const profile = { displayName: displayname ?? null, avatar: avatarUrl ?? null };
    me.set(people.of(userId, profile));
    await slot.set(profile);
  }
  // NOTE: offline, what was known before is still right enough.
  const refreshSoon = (): void => void refresh().catch(() => undefined);
  /** Another device of mine changed the profile: the rooms I am in tell. */
  const onState = (event: MatrixEvent): void => {
    if (event.getType() !== 'm.room.member' || event.getStateKey() !== userId) return;
    const { membership, displayname, avatar_url: avatar } = event.getContent();
    const told = people.of(userId, { displayName: displayname, avatar });
    if (membership === 'join' && told !== me.get()) refreshSoon();
  };
  client.on(RoomStateEvent.Events, onState);
  refreshSoon();

  async function prepare(photo: File): Promise<Blob> {
    const { preparePhoto } = await import('../media/prepare/avatar.ts');
    return preparePhoto(platform.images, photo);
  }

  return {
    me,
    refresh,
    async setDisplayName(name) {
      await client.setDisplayName(name.trim());
      await refresh();
    },
    async setAvatar(photo) {
      const avatar = photo ? await transfer.uploadAvatar(await prepare(photo)) : '';
      await client.setAvatarUrl(avatar);
      await refresh();
    },
    close: () => void client.off(RoomStateEvent.Events, onState),
  };
}
