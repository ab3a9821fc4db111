import type { Clock } from '@sotto/kit';
import { readServerError } from './problems.ts';
import type { ServerRequests } from './server-requests.ts';
import type { SessionRecord } from './session-record.ts';

/** An access token this close to its end is renewed before it is used. */
const RENEW_BEFORE_MS = 60_000;

/**
 * Keeps the access token alive. matrix-js-sdk renews tokens only with an OAuth server, so Sotto
 * gives it this `fetch`, which always sends the current token.
 *
 * @see https://spec.matrix.org/v1.19/client-server-api/#refreshing-access-tokens
 */
export interface Tokens {
  readonly fetch: typeof globalThis.fetch;
  renewIfDue(): Promise<void>;
  onRenewed(listener: (accessToken: string) => void): void;
}

export type TokenPart = Pick<SessionRecord, 'accessToken' | 'refreshToken' | 'expiresAtMs'>;

interface Options {
  readonly current: TokenPart;
  /** Must be durable before it resolves: the old refresh token stops working at once. */
  readonly keep: (renewed: TokenPart) => Promise<void>;
  readonly requests: ServerRequests;
  readonly fetch: typeof globalThis.fetch;
  readonly clock: Clock;
}

/** Reads the tokens of a register, login or refresh reply. */
export function readTokens(
  reply: Readonly<Record<string, unknown>>,
  nowMs: number,
  previous: Pick<TokenPart, 'refreshToken'> = { refreshToken: null },
): TokenPart {
  const { access_token: accessToken, refresh_token: refreshToken, expires_in_ms: lifeMs } = reply;
  if (typeof accessToken !== 'string') throw new Error('The server gave no access token.');
  return {
    accessToken,
    refreshToken: typeof refreshToken === 'string' ? refreshToken : previous.refreshToken,
    expiresAtMs: typeof lifeMs === 'number' ? nowMs + lifeMs : null,
  };
}

export function createTokens({ keep, requests, fetch, clock, ...options }: Options): Tokens {
  const listeners: ((accessToken: string) => void)[] = [];
  let { current } = options;
  let renewing: Promise<void> | undefined;

  async function renew(refreshToken: string): Promise<void> {
    const body = { refresh_token: refreshToken };
    const reply = await requests.send('POST', '/_matrix/client/v3/refresh', body);
    const renewed = readTokens(reply, clock.nowMs(), current);
    await keep(renewed);
    current = renewed;
    for (const listener of listeners) listener(renewed.accessToken);
  }

  /** True when there is a new token to try. */
  async function renewOnce(): Promise<boolean> {
    const { refreshToken } = current;
    if (refreshToken === null) return false;
    renewing ??= renew(refreshToken).finally(() => {
      renewing = undefined;
    });
    try {
      await renewing;
      return true;
    } catch (error) {
      // A refusal means the session is over, which the caller learns from its own 401. Anything
      // else must look like a broken connection, or a busy server would sign people out.
      const { httpStatus } = readServerError(error);
      if (httpStatus === 401 || httpStatus === 403) return false;
      throw error;
    }
  }

  async function renewIfDue(): Promise<void> {
    if (renewing) await renewing.catch(() => undefined);
    const { expiresAtMs } = current;
    if (expiresAtMs !== null && clock.nowMs() >= expiresAtMs - RENEW_BEFORE_MS) await renewOnce();
  }

  async function isTokenExpired(response: Response): Promise<boolean> {
    if (response.status !== 401) return false;
    const reply: unknown = await response
      .clone()
      .json()
      .catch(() => null);
    // SAFETY: an answer of any other shape has no such field.
    return (reply as { errcode?: unknown } | null)?.errcode === 'M_UNKNOWN_TOKEN';
  }

  return {
    renewIfDue,
    onRenewed: (listener) => void listeners.push(listener),
    async fetch(resource, init) {
      const headers = new Headers(init?.headers);
      if (!headers.has('Authorization')) return fetch(resource, init);

      await renewIfDue();
      const sent = current.accessToken;
      headers.set('Authorization', `Bearer ${sent}`);
      const response = await fetch(resource, { ...init, headers });
      if (!(await isTokenExpired(response))) return response;

      // Another request may have renewed the token while this one was under way.
      if (current.accessToken === sent && !(await renewOnce())) return response;
      headers.set('Authorization', `Bearer ${current.accessToken}`);
      return fetch(resource, { ...init, headers });
    },
  };
}
