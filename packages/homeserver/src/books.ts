import type { UserId } from '@sotto/protocol';
import { openSuspensions, type Suspensions } from './modules/accounts/index.ts';
import {
  createGuard,
  openBlockBook,
  openTrustBook,
  openVisibilityBook,
  type BlockBook,
  type Guard,
  type TrustBook,
  type VisibilityBook,
} from './modules/contacts/index.ts';
import { openMinors, type MinorService } from './modules/minors/index.ts';
import type { RoomView } from './modules/rooms/index.ts';
import type { HomeserverOptions } from './options.ts';
import type { Platform } from './platform.ts';
import type { Txn } from './storage/index.ts';

/** What is asked for every message and every glance, and therefore remembered. */
export interface Books {
  readonly blockBook: BlockBook;
  readonly guard: Guard;
  readonly minors: MinorService;
  readonly suspensions: Suspensions;
  readonly trust: TrustBook;
  readonly visibility: VisibilityBook;
  /** Not heard is who is blocked, and where a minor is among nobody but people they have not let in. */
  isUnheard(owner: UserId, subject: UserId, room: RoomView | null): boolean;
}

export interface BookPorts {
  /** Whether this is a living account. Makes concurrent changes of it wait. */
  readonly lock: (txn: Txn, userId: UserId) => Promise<boolean>;
  /** What others may see of this person has changed. */
  readonly onSightChanged: (userId: UserId) => void;
}

const MINORS_OFF = { mode: 'off', adultAge: 18 } as const;

/** Reads them all from the database. */
export async function openBooks(
  platform: Platform,
  options: Pick<HomeserverOptions, 'minors'>,
  { lock, onSightChanged }: BookPorts,
): Promise<Books> {
  const { db } = platform;
  const { minors: minorOptions = MINORS_OFF } = options;
  const minors = await openMinors({
    ...platform,
    options: minorOptions,
    lock,
    onChanged: onSightChanged,
  });
  const trust = await openTrustBook(db, { hasMinors: minorOptions.mode !== 'off' });
  const guard = createGuard((userId) => minors.isMinor(userId), trust);
  const blockBook = await openBlockBook(db, onSightChanged);
  const visibility = await openVisibilityBook({
    db,
    blocks: blockBook,
    trust,
    isMinor: (userId) => guard.isMinor(userId),
    onChanged: onSightChanged,
  });
  const suspensions = await openSuspensions(db);
  return {
    blockBook,
    guard,
    minors,
    suspensions,
    trust,
    visibility,
    isUnheard: (owner, subject, room) =>
      blockBook.has(owner, subject) ||
      (room !== null &&
        guard.shields(owner, subject) &&
        room.membersWith('join').every((other) => other === owner || guard.shields(owner, other))),
  };
}
