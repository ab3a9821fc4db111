import type { UserId } from '@sotto/protocol';
import type { Txn } from '../../../storage/index.ts';
import { accountStore } from '../account/account-store.ts';
import { directoryTermsOf } from './directory-rules.ts';
import { directoryStore } from './directory-store.ts';
import { profileStore } from './profile-store.ts';

/** Lets a person be found by their id and present name, as far as they want to be found. */
export async function listInDirectory(txn: Txn, userId: UserId): Promise<void> {
  const facts = await accountStore.findFacts(txn.db, userId);
  const profile = (await profileStore.listPublic(txn.db, [userId])).get(userId);
  if (!facts || !profile) return;
  const names = { displayName: profile.displayName, mode: facts.discoverability };
  await directoryStore.put(txn, userId, directoryTermsOf(userId, names));
}
