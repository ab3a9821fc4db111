import { CryptoEvent, type UserVerificationStatus } from 'matrix-js-sdk/lib/crypto-api/index.js';
import type { Clock } from '@sotto/kit';
import type { UserId } from '@sotto/protocol';
import type { Matrix } from '../matrix/matrix.ts';
import { createSubject, type Observable } from '../observable.ts';
import { openSlot, type KeyValueStore } from '../platform/key-value-store.ts';

/** Someone's identity was replaced: they started over, or someone else did in their name. */
export interface IdentityChange {
  readonly userId: UserId;
  readonly noticedAtMs: number;
  /** Told, but not yet accepted: should this device stop in between, it is accepted and not told again. */
  readonly pending?: boolean;
}

/**
 * Notices changed identities of contacts. The first identity seen is pinned; a later one is
 * accepted at once, so that nothing blocks, and told as a quiet line in the conversation.
 */
export interface IdentityChanges {
  readonly all: Observable<readonly IdentityChange[]>;
  /** Looks at people whose change may have come while nobody was listening. */
  check(userIds: readonly UserId[]): Promise<void>;
  close(): void;
}

const CHANGES_MAX = 200;

/** Those of one person as they are once accepted; all others as they were. */
const settle = (changes: readonly IdentityChange[], userId: UserId): readonly IdentityChange[] =>
  changes.map((change) =>
    change.pending && change.userId === userId
      ? { userId, noticedAtMs: change.noticedAtMs }
      : change,
  );

export async function watchIdentityChanges(
  { client, crypto, userId: me }: Matrix,
  store: KeyValueStore,
  clock: Clock,
): Promise<IdentityChanges> {
  const slot = openSlot<readonly IdentityChange[]>(store, 'identity-changes');
  const all = createSubject(await slot.get().then((kept) => kept ?? []));
  const pinning = new Set<string>();

  async function accept(userId: UserId, status: UserVerificationStatus): Promise<void> {
    if (userId === me || !status.needsUserApproval || pinning.has(userId)) return;
    pinning.add(userId);
    try {
      if (!all.get().some((change) => change.userId === userId && change.pending)) {
        const change = { userId, noticedAtMs: clock.nowMs(), pending: true };
        all.set([...all.get(), change].slice(-CHANGES_MAX));
        await slot.set(all.get());
      }
      await crypto.pinCurrentUserIdentity(userId);
      all.set(settle(all.get(), userId));
      await slot.set(all.get());
    } finally {
      pinning.delete(userId);
    }
  }

  const onTrust = (userId: string, status: UserVerificationStatus): void => {
    // SAFETY: the SDK names people by their full Matrix id.
    accept(userId as UserId, status).catch(() => undefined);
  };
  client.on(CryptoEvent.UserTrustStatusChanged, onTrust);

  return {
    all,
    async check(userIds) {
      for (const userId of userIds) {
        await accept(userId, await crypto.getUserVerificationStatus(userId));
      }
    },
    close: () => void client.off(CryptoEvent.UserTrustStatusChanged, onTrust),
  };
}
