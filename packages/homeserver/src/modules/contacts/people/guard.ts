import type { UserId } from '@sotto/protocol';
import type { TrustBook } from './trust-book.ts';

/** Keeps from minors whoever they have not let in themselves. A floor: what they set can only add to it. */
export interface Guard {
  isMinor(userId: UserId): boolean;
  /**
   * Whether nothing that `subject` writes or uploads may reach `owner`, who is a minor and neither has them as
   * a contact nor follows them.
   */
  shields(owner: UserId, subject: UserId): boolean;
}

export function createGuard(isMinor: (userId: UserId) => boolean, trust: TrustBook): Guard {
  return {
    isMinor,
    shields: (owner, subject) =>
      owner !== subject && isMinor(owner) && !trust.trusts(owner, subject),
  };
}
