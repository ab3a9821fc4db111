import { HttpApiEvent } from 'matrix-js-sdk/lib/http-api/interface.js';
import type { DeviceId } from '@sotto/protocol';
import type { MatrixError } from 'matrix-js-sdk/lib/http-api/errors.js';
import { untilBackedUp } from '../keys/backup-settled.ts';
import {
  checkPassword,
  createIdentity,
  hasIdentity,
  isRecoverable,
  isSigned,
  replaceRecoveryCode,
} from '../keys/identity.ts';
import { watchStanding, type Standing } from '../keys/standing.ts';
import { unlockWithCode } from '../keys/unlock.ts';
import { isUnreachable, outcomeOf } from '../session/problems.ts';
import type { LockedAccount, Outcome, Session } from '../types/index.ts';
import { createAccount } from './account.ts';
import type { AccountBase } from './account-parts.ts';
import { hasOtherDevices } from './devices/other-devices.ts';
import { openParts } from './open-parts.ts';

/** Signing out waits this long for keys that are not backed up yet. */
const BACKUP_PATIENCE_MS = 15_000;

export interface AccountSessionOptions {
  readonly base: AccountBase;
  /** The password just used to sign in, for servers that ask for it again. */
  readonly password: string | null;
  /** The device that let this one in. */
  readonly linkedBy: DeviceId | null;
  /** Whether this device was set up completely before. */
  readonly wasSettled: boolean;
  /** Ends a start that is under way, which without a server could go on for ever. */
  readonly signal: AbortSignal;
  readonly onSettled: () => Promise<void>;
  readonly publish: (session: Session) => void;
  /** The server ended the session. `keysStayGood` when only the password is needed again. */
  readonly onEnded: (keysStayGood: boolean) => void;
  readonly onSignedOut: () => Promise<void>;
}

/** A signed-in device between being locked and being ready. */
export class AccountSession {
  readonly #options: AccountSessionOptions;
  #closeParts: (() => void) | undefined;
  #standing: Standing | undefined;
  /** The change of standing under way; the next one waits for it. */
  #entering: Promise<void> = Promise.resolve();
  #closed = false;
  #failStart: ((reason: Error) => void) | undefined;

  constructor(options: AccountSessionOptions) {
    this.#options = options;
    options.base.matrix.client.on(HttpApiEvent.SessionLoggedOut, this.#onLoggedOut);
  }

  /** Starts to sync and settles on `ready` or `locked`; rejects when it is over before that. */
  start(): Promise<void> {
    const { signal } = this.#options;
    return new Promise((resolve, reject) => {
      signal.throwIfAborted();
      this.#failStart = reject;
      signal.addEventListener('abort', () => reject(new Error('The session was closed.')));
      this.#startNow().then(resolve, reject);
    });
  }

  async #startNow(): Promise<void> {
    const { base } = this.#options;
    await base.matrix.start({ sharePresence: base.preferences.get().sharePresence });
    const signed = await this.#settleIdentity();
    if (this.#closed) return;
    this.#standing = watchStanding(base.matrix, signed, (nowSigned) => {
      void this.#enter(nowSigned);
    });
    await this.#enter(signed);
  }

  async stop(): Promise<void> {
    this.#closed = true;
    this.#standing?.stop();
    this.#closeParts?.();
    const { client } = this.#options.base.matrix;
    client.off(HttpApiEvent.SessionLoggedOut, this.#onLoggedOut);
    await this.#options.base.matrix.stop();
  }

  /** Makes an identity where there is none and finishes one that was interrupted. */
  async #settleIdentity(): Promise<boolean> {
    const { base, wasSettled, password } = this.#options;
    const { matrix, newRecoveryCode } = base;
    if (await isSigned(matrix)) {
      if (wasSettled) return true;
      if (await isRecoverable(matrix)) await newRecoveryCode.show();
      else await replaceRecoveryCode(matrix, newRecoveryCode);
      return true;
    }
    // A device that was settled has an identity, also when the server cannot be asked for it.
    if (await hasIdentity(matrix).catch((error: unknown) => this.#isSurelySettled(error))) {
      return false;
    }
    await createIdentity(matrix, newRecoveryCode, password);
    return true;
  }

  #isSurelySettled(error: unknown): true {
    if (this.#options.wasSettled && isUnreachable(error)) return true;
    throw error;
  }

  #enter(signed: boolean): Promise<void> {
    this.#entering = this.#entering.then(() => this.#enterNow(signed));
    return this.#entering;
  }

  async #enterNow(signed: boolean): Promise<void> {
    this.#closeParts?.();
    this.#closeParts = undefined;
    if (this.#closed) return;
    const { publish, onSettled } = this.#options;
    if (!signed) {
      publish({ kind: 'locked', account: await this.#lockedAccount() });
      return;
    }
    await onSettled();
    const { parts, close } = await openParts(this.#options.base);
    if (this.#closed) {
      close();
      return;
    }
    this.#closeParts = close;
    publish({ kind: 'ready', account: createAccount(parts, () => this.#signOut()) });
  }

  async #lockedAccount(): Promise<LockedAccount> {
    const { matrix, people, approvals, newRecoveryCode } = this.#options.base;
    const { client, userId } = matrix;
    const { linkedBy } = this.#options;
    const profile = await client.getProfileInfo(userId).catch(() => null);
    const hasOthers = await hasOtherDevices(matrix);
    return {
      me: people.of(userId, { displayName: profile?.displayname, avatar: profile?.avatar_url }),
      hasOtherDevices: hasOthers,
      wasLinked: linkedBy !== null && hasOthers,
      unlockWithCode: (code) => this.#unlock(() => unlockWithCode(matrix, code)),
      askOtherDevice: () => approvals.ask(linkedBy),
      startOver: (password) =>
        this.#unlock(async () => {
          await checkPassword(matrix, password);
          await createIdentity(matrix, newRecoveryCode, password);
        }),
      signOut: () => this.#signOut(),
    };
  }

  #unlock(work: () => Promise<void>): Promise<Outcome> {
    return outcomeOf(async () => {
      await work();
      // Brings the fresh signature of this device back from the server.
      await hasIdentity(this.#options.base.matrix);
      await this.#standing?.look();
      await this.#entering;
    });
  }

  async #signOut(): Promise<void> {
    const { base, onSignedOut } = this.#options;
    const { client } = base.matrix;
    if (base.online.get()) {
      await untilBackedUp(base.matrix, BACKUP_PATIENCE_MS).catch(() => undefined);
    }
    client.off(HttpApiEvent.SessionLoggedOut, this.#onLoggedOut);
    // NOTE: without a connection the device stays listed until it is removed from another one.
    await client.logout().catch(() => undefined);
    await onSignedOut();
  }

  readonly #onLoggedOut = (error: MatrixError): void => {
    this.#failStart?.(error);
    this.#options.onEnded(error.data['soft_logout'] === true);
  };
}
