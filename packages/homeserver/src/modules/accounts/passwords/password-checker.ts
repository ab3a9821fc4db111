import type { Refusal } from '@sotto/kit';
import type { UserId } from '@sotto/protocol';
import type { Platform } from '../../../platform.ts';
import { accountStore } from '../account/account-store.ts';
import { refuse } from '../errors.ts';
import { createAttempts } from './attempts.ts';
import type { PasswordHasher } from './password-hasher.ts';

/** A password that was right, and the hash it was compared with. */
export interface Verified {
  readonly userId: UserId;
  readonly passwordHash: string;
}

/** Checks passwords, slowly for those who guess. */
export interface PasswordChecker {
  /**
   * `userId` is null for names that no account can have; that takes as long. A wrong password is
   * counted against `countedUserId`, which is `userId` unless somebody asks under another name.
   */
  verify(
    userId: UserId | null,
    password: string,
    address: string,
    countedUserId?: UserId | null,
  ): Promise<Verified | Refusal>;
}

export function createPasswordChecker(platform: Platform, hasher: PasswordHasher): PasswordChecker {
  const attempts = createAttempts(platform.clock);
  return {
    async verify(userId, password, address, countedUserId = userId) {
      const succeeded = countedUserId ? attempts.begin(countedUserId, address) : null;
      const passwordHash = userId
        ? await accountStore.findPasswordHash(platform.db.read, userId)
        : null;
      const matches = await hasher.verify(passwordHash, password);
      if (!matches || !userId || !passwordHash) {
        return refuse('wrong_credentials', 'The name or the password is wrong.');
      }
      succeeded?.();
      return { userId, passwordHash };
    },
  };
}
