import { discoverabilitySchema, type UserId } from '@sotto/protocol';
import { Compile } from 'typebox/compile';
import type { Txn } from '../../../storage/index.ts';
import { accountStore } from '../account/account-store.ts';
import { refuse } from '../errors.ts';
import { listInDirectory } from './directory-listing.ts';

const validator = Compile(discoverabilitySchema);

/** Takes over who finds a person, as their account data says it. Throws a refusal if it does not. */
export async function takeDiscoverability(
  txn: Txn,
  userId: UserId,
  content: unknown,
): Promise<void> {
  if (!validator.Check(content)) {
    throw refuse('discoverability_invalid', 'mode must be listed, exact or hidden.');
  }
  await accountStore.setDiscoverability(txn, userId, content.mode);
  await listInDirectory(txn, userId);
}
