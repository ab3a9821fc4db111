import { BUSINESS_FIELD, isUserId, type UserId } from '@sotto/protocol';
import type { Platform } from '../../../platform.ts';
import type { Txn } from '../../../storage/index.ts';
import { accountStore, type AccountFacts } from '../account/account-store.ts';
import { refuseSuspended } from '../account/suspensions.ts';
import { refuse } from '../errors.ts';
import type { AccountPorts, PublicProfile } from '../ports.ts';
import { listInDirectory } from './directory-listing.ts';
import {
  checkProfileKey,
  checkProfileKeyIsOwn,
  checkProfileSize,
  profileOf,
  toAvatarUrl,
  toDisplayName,
  toFieldJson,
  type Profile,
} from './profile-rules.ts';
import { profileStore } from './profile-store.ts';

/** One field of somebody's profile, and who wants to change it. */
export interface FieldAddress {
  readonly callerId: UserId;
  readonly userId: UserId;
  readonly name: string;
}

export interface ProfileService {
  /** A viewer of null is nobody in particular. Who is hidden is not there for strangers. */
  getProfile(viewer: UserId | null, userId: UserId): Promise<Profile>;
  getField(viewer: UserId | null, userId: UserId, name: string): Promise<Profile>;
  /** `body` has the field under its own name. */
  setField(address: FieldAddress, body: Readonly<Record<string, unknown>>): Promise<void>;
  deleteField(address: FieldAddress): Promise<void>;
}

/** A field's new value; absent to take it away. */
interface Change {
  readonly name: string;
  readonly value?: unknown;
}

export function createProfileService(platform: Platform, ports: AccountPorts): ProfileService {
  const { db, clock } = platform;

  async function isShownTo(
    viewer: UserId | null,
    userId: UserId,
    { discoverability }: AccountFacts,
  ): Promise<boolean> {
    if (discoverability !== 'hidden' || viewer === userId) return true;
    return viewer !== null && ports.isKnownTo(db.read, viewer, userId);
  }

  async function getProfile(viewer: UserId | null, userId: UserId): Promise<Profile> {
    const known = isUserId(userId) ? await profileStore.listPublic(db.read, [userId]) : null;
    const shown = known?.get(userId);
    const facts = shown ? await accountStore.findFacts(db.read, userId) : null;
    if (!shown || !facts || !(await isShownTo(viewer, userId, facts)))
      throw refuse('profile_not_found', 'There is nobody with this id here.');
    const profile = profileOf(shown, await profileStore.listFields(db.read, userId));
    return facts.isBusiness ? { ...profile, [BUSINESS_FIELD]: true } : profile;
  }

  async function change({ callerId, userId, name }: FieldAddress, change: Change): Promise<void> {
    if (callerId !== userId) throw refuse('not_own_profile', 'This is somebody else’s profile.');
    if (ports.suspensions.has(userId)) throw refuseSuspended();
    const nowMs = clock.nowMs();
    const shown = await db.write((txn) => write(txn, userId, { change, nowMs }));
    if (isShown(name)) await ports.onProfileChanged(userId, shown);
  }

  return {
    getProfile,

    async getField(viewer, userId, name) {
      checkProfileKey(name);
      const profile = await getProfile(viewer, userId);
      if (!Object.hasOwn(profile, name)) {
        throw refuse('profile_not_found', 'The profile has no such field.');
      }
      return { [name]: profile[name] };
    },

    async setField(address, body) {
      checkProfileKey(address.name);
      checkProfileKeyIsOwn(address.name);
      if (!Object.hasOwn(body, address.name)) {
        throw refuse('profile_field_missing', `The request has no ${address.name}.`);
      }
      await change(address, { name: address.name, value: body[address.name] });
    },

    async deleteField(address) {
      checkProfileKey(address.name);
      checkProfileKeyIsOwn(address.name);
      await change(address, { name: address.name });
    },
  };
}

async function write(
  txn: Txn,
  userId: UserId,
  { change, nowMs }: { change: Change; nowMs: number },
): Promise<PublicProfile> {
  // Two changes at once must not both fit into the same last bytes.
  await accountStore.lockActive(txn, userId);
  const before = (await profileStore.listPublic(txn.db, [userId])).get(userId);
  if (!before) throw refuse('profile_not_found', 'There is nobody with this id here.');
  const fields = await profileStore.listFields(txn.db, userId);

  if (isShown(change.name)) {
    const shown = applyShown(before, change);
    checkProfileSize(shown, fields);
    await profileStore.setPublic(txn, userId, {
      profile: shown,
      changed: {
        ...(isReplaced(before.displayName, shown.displayName) && { name_changed_ms: nowMs }),
        ...(isReplaced(before.avatarUrl, shown.avatarUrl) && { photo_changed_ms: nowMs }),
      },
    });
    if (shown.displayName !== before.displayName) await listInDirectory(txn, userId);
    return shown;
  }
  if (!('value' in change)) {
    await profileStore.deleteField(txn, userId, change.name);
    return before;
  }
  const value = toFieldJson(change.name, change.value);
  checkProfileSize(before, new Map(fields).set(change.name, value));
  await profileStore.setField(txn, userId, { name: change.name, value });
  return before;
}

function applyShown(before: PublicProfile, change: Change): PublicProfile {
  const value = 'value' in change ? change.value : '';
  return change.name === 'displayname'
    ? { ...before, displayName: toDisplayName(value) }
    : { ...before, avatarUrl: toAvatarUrl(value) };
}

/** The first name and the first picture change nothing that anybody knew. */
function isReplaced(before: string | null, after: string | null): boolean {
  return before !== null && before !== after;
}

/** The name and the picture are shown wherever the person is, not only on their profile. */
function isShown(name: string): boolean {
  return name === 'displayname' || name === 'avatar_url';
}
