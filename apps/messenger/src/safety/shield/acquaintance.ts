import type { Beginning, Contact, Person } from '@sotto/client';
import { shieldLimits, type KnownPerson, type Sender } from '@sotto/shield';
import type { PhotoHashes } from './use-photo-hashes.ts';

const DAY_MS = 86_400_000;
const NOT_LOOKED_AT: PhotoHashes = new Map();

/**
 * Whoever is accepted becomes a contact at once. So somebody who came by themselves is still new for
 * some days; somebody I wrote to first is not.
 */
export function relationOf(
  person: Pick<Person, 'userId'>,
  contacts: readonly Contact[],
  { beginning, nowMs }: { readonly beginning: Beginning | null; readonly nowMs: number },
): Sender['relation'] {
  const isContact = contacts.some((each) => each.contact && each.person.userId === person.userId);
  if (!isContact) return 'new';
  if (beginning === null || !beginning.byThem || beginning.sinceMs === null) return 'contact';
  return nowMs - beginning.sinceMs < shieldLimits.newForDays * DAY_MS ? 'new' : 'contact';
}

/** Somebody as the shield sees them: by the name they gave themselves. */
export function senderOf(
  person: Person,
  relation: Sender['relation'],
  hashes: PhotoHashes = NOT_LOOKED_AT,
): Sender {
  const { userId, displayName, ownName, avatar } = person;
  return {
    userId,
    relation,
    displayName: ownName ?? displayName,
    photo: avatar,
    photoHash: hashOf(avatar, hashes),
  };
}

/** My contacts, whom others could pose as. */
export function peopleWorthImitating(
  contacts: readonly Contact[],
  hashes: PhotoHashes = NOT_LOOKED_AT,
): readonly KnownPerson[] {
  return contacts
    .filter(({ contact }) => contact)
    .map(({ person: { userId, displayName, ownName, avatar } }) => ({
      userId,
      names: ownName === undefined ? [displayName] : [displayName, ownName],
      photo: avatar,
      photoHash: hashOf(avatar, hashes),
    }));
}

function hashOf(avatar: string | null, hashes: PhotoHashes): string | null {
  return avatar === null ? null : (hashes.get(avatar) ?? null);
}

/** A server name may have a port. */
export function hostnameOf(serverName: string): string {
  return serverName.replace(/:\d+$/, '');
}
