import type { Clock } from '@sotto/kit';
import { watchApprovals } from '../keys/approvals.ts';
import { watchIdentityChanges } from '../keys/identity-changes.ts';
import { fetchDeferredKeyBundles } from '../keys/key-bundles.ts';
import { fetchKeysWhenAdded } from '../keys/keys-when-added.ts';
import { restoreKeysWhenKnown } from '../keys/key-restore.ts';
import { retryFailedMessages } from '../keys/late-keys.ts';
import { openNewRecoveryCode } from '../keys/new-recovery-code.ts';
import type { Matrix } from '../matrix/matrix.ts';
import { openKeptNotes } from '../people/kept-notes.ts';
import { openKnownPeople } from '../people/known-people.ts';
import { createPeople } from '../people/people.ts';
import type { Platform } from '../platform/platform.ts';
import type { AccountBase } from './account-parts.ts';
import { watchConnection } from './connection.ts';
import { openPreferences } from './preferences.ts';

/** Opens what must be listening before the first sync. The second part of the result ends it. */
export async function openBase(
  matrix: Matrix,
  platform: Platform,
  clock: Clock,
): Promise<{ base: AccountBase; close: () => void }> {
  const { client } = matrix;
  const { store, network } = platform;
  const approvals = watchApprovals(matrix, clock);
  const connection = watchConnection(client, network);
  const preferences = await openPreferences(client, store);
  const knownPeople = await openKnownPeople(store);
  const keptNotes = await openKeptNotes(store);
  const identityChanges = await watchIdentityChanges(matrix, store, clock);
  const stops = [
    restoreKeysWhenKnown(matrix),
    retryFailedMessages(matrix),
    fetchDeferredKeyBundles(matrix.crypto, connection.online),
    fetchKeysWhenAdded(matrix, connection.online, clock),
  ];
  const base: AccountBase = {
    matrix,
    platform,
    clock,
    approvals,
    preferences,
    identityChanges,
    knownPeople,
    keptNotes,
    people: createPeople(
      matrix,
      knownPeople,
      (userId) => keptNotes.notes.get()?.get(userId)?.nickname,
    ),
    newRecoveryCode: await openNewRecoveryCode(store),
    connection: connection.connection,
    online: connection.online,
  };
  return {
    base,
    close() {
      for (const stop of stops) stop();
      for (const part of [approvals, connection, preferences, identityChanges, knownPeople])
        part.close();
    },
  };
}
