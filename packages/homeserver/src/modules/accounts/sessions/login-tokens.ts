import type { Clock } from '@sotto/kit';
import type { Caller } from '../../../http/index.ts';
import type { Random } from '../../../platform.ts';
import type { Database, Txn } from '../../../storage/index.ts';
import { accountStore } from '../account/account-store.ts';
import { refuse } from '../errors.ts';
import { loginTokenStore, type LoginToken } from './login-token-store.ts';
import { createToken, hashToken } from './tokens.ts';

/** Long enough for a program to hand it on and use it, too short for a person to be talked out of it. */
const LOGIN_TOKEN_MS = 60_000;

export interface IssuedLoginToken {
  readonly token: string;
  readonly expiresInMs: number;
}

/**
 * Tokens that sign one device in, once, within a minute.
 *
 * @see https://spec.matrix.org/v1.19/client-server-api/#token-based-user-login
 */
export interface LoginTokens {
  issue(txn: Txn, owner: Caller, kind: { readonly links: boolean }): Promise<IssuedLoginToken>;
  /** Throws a refusal if it signs nobody in. Nothing is used up by looking. */
  get(token: string): Promise<LoginToken>;
  /** Uses the token up, or throws a refusal. The account cannot end before the transaction does. */
  take(txn: Txn, token: string): Promise<LoginToken>;
}

export interface LoginTokenDeps {
  readonly db: Database;
  readonly clock: Clock;
  readonly random: Random;
}

export function createLoginTokens({ db, clock, random }: LoginTokenDeps): LoginTokens {
  const noSuchToken = () =>
    refuse('wrong_login_token', 'This sign-in has expired or was used already. Start again.');

  async function get(token: string, read = db.read): Promise<LoginToken> {
    const tokenHash = hashToken(token);
    const found = tokenHash === null ? null : await loginTokenStore.find(read, tokenHash);
    if (!found || found.expiresMs <= clock.nowMs()) throw noSuchToken();
    return found;
  }

  return {
    get: (token) => get(token),

    async issue(txn, { userId, deviceId }, { links }) {
      const { token, hash } = createToken(random, 'login');
      const nowMs = clock.nowMs();
      await loginTokenStore.deleteExpired(txn, nowMs);
      const expiresMs = nowMs + LOGIN_TOKEN_MS;
      await loginTokenStore.insert(txn, hash, { userId, deviceId, links, expiresMs });
      return { token, expiresInMs: LOGIN_TOKEN_MS };
    },

    async take(txn, token) {
      const found = await get(token, txn.db);
      // The account before the token, as whoever ends a device locks them: in one order nobody deadlocks.
      const isActive = await accountStore.lockActive(txn, found.userId);
      const tokenHash = hashToken(token);
      if (!isActive || tokenHash === null || !(await loginTokenStore.take(txn, tokenHash)))
        throw noSuchToken();
      return found;
    },
  };
}
