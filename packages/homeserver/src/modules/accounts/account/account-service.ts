import { invariant } from '@sotto/kit';
import { createUserId, type UserId } from '@sotto/protocol';
import type { Caller, Peer } from '../../../http/index.ts';
import type { Platform } from '../../../platform.ts';
import type { Txn } from '../../../storage/index.ts';
import { accountStore } from './account-store.ts';
import type { DeviceRemover } from '../devices/device-remover.ts';
import { refuse } from '../errors.ts';
import type { PasswordHasher } from '../passwords/password-hasher.ts';
import { checkNewPassword } from '../passwords/password-rules.ts';
import type { AccountPorts } from '../ports.ts';
import { directoryStore } from '../profiles/directory-store.ts';
import { profileStore } from '../profiles/profile-store.ts';
import type { AuthRequest, Uia } from '../uia/uia.ts';

/** What changes an account as a whole. */
export interface AccountService {
  changePassword(request: PasswordChange): Promise<void>;
  deactivate(request: Deactivation): Promise<void>;
  /** For the operator. */
  resetPassword(reset: PasswordReset): Promise<void>;
  /** For the operator: whether others are shown that it is a business. */
  setBusiness(localpart: string, isBusiness: boolean): Promise<UserId>;
  /** For the operator: lets somebody see and decide reports, or no longer. */
  setModerator(wish: { localpart: string; isModerator: boolean }): Promise<UserId>;
}

interface Confirmed {
  /** Null if the password alone says whose account it is. */
  readonly caller: Caller | null;
  readonly auth: AuthRequest['auth'];
  readonly peer: Peer;
}

export interface PasswordChange extends Confirmed {
  readonly newPassword: string;
  /** Signs out every device but the asking one. */
  readonly signOutOthers: boolean;
}

export interface Deactivation extends Confirmed {
  readonly erase: boolean;
}

export interface PasswordReset {
  readonly localpart: string;
  readonly password: string;
  readonly signOut: boolean;
}

export interface AccountDeps {
  readonly platform: Platform;
  readonly ports: AccountPorts;
  readonly uia: Uia;
  readonly hasher: PasswordHasher;
  readonly remover: DeviceRemover;
}

export function createAccountService(deps: AccountDeps): AccountService {
  const { platform, ports, uia, hasher, remover } = deps;
  const { db, clock, serverName } = platform;

  async function confirm(
    operation: string,
    about: string,
    { caller, auth, peer }: Confirmed,
  ): Promise<UserId> {
    const flows = [['m.login.password']] as const;
    const userId = caller?.userId ?? null;
    const proof = await uia.require({ operation, userId, auth, flows, about, peer });
    invariant(proof.userId, 'a password belongs to somebody');
    return proof.userId;
  }

  async function lock(txn: Txn, userId: UserId): Promise<void> {
    if (await accountStore.lockActive(txn, userId)) return;
    throw refuse('account_not_found', 'There is no such account.');
  }

  return {
    async changePassword({ newPassword, signOutOthers, ...confirmed }) {
      checkNewPassword(newPassword);
      const userId = await confirm('changePassword', String(signOutOthers), confirmed);
      const passwordHash = await hasher.hash(newPassword);
      await db.write(async (txn) => {
        await lock(txn, userId);
        await accountStore.setPasswordHash(txn, userId, passwordHash);
        if (signOutOthers) await remover.removeAll(txn, userId, confirmed.caller?.deviceId);
      });
    },

    async deactivate({ erase, ...confirmed }) {
      const userId = await confirm('deactivateAccount', String(erase), confirmed);
      await db.write(async (txn) => {
        await lock(txn, userId);
        await remover.removeAll(txn, userId);
        await profileStore.deleteFields(txn, userId);
        await directoryStore.remove(txn, userId);
        for (const cleanUp of ports.accountCleanups) await cleanUp(txn, userId, { erase });
        await accountStore.deactivate(txn, userId, { nowMs: clock.nowMs(), erased: erase });
      });
      await ports.onDeactivated(userId, { erase });
    },

    async setBusiness(localpart, isBusiness) {
      const userId = createUserId(localpart, serverName);
      if (!userId) throw refuse('account_not_found', 'There is no such account.');
      await db.write(async (txn) => {
        await lock(txn, userId);
        await accountStore.setBusiness(txn, userId, isBusiness);
      });
      return userId;
    },

    async resetPassword({ localpart, password, signOut }) {
      checkNewPassword(password);
      const userId = createUserId(localpart, serverName);
      if (!userId) throw refuse('account_not_found', 'There is no such account.');
      const passwordHash = await hasher.hash(password);
      await db.write(async (txn) => {
        await lock(txn, userId);
        await accountStore.setPasswordHash(txn, userId, passwordHash);
        if (signOut) await remover.removeAll(txn, userId);
      });
    },

    async setModerator({ localpart, isModerator }) {
      const userId = createUserId(localpart, serverName);
      if (!userId) throw refuse('account_not_found', 'There is no such account.');
      await db.write(async (txn) => {
        await lock(txn, userId);
        await accountStore.setModerator(txn, userId, isModerator);
      });
      return userId;
    },
  };
}
