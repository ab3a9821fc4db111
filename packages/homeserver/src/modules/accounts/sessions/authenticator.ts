import { andThen, BoundedMap, refusalsOf, type Awaitable, type Refusal } from '@sotto/kit';
import type { Caller, HttpRefusal, Peer } from '../../../http/index.ts';
import type { Platform } from '../../../platform.ts';
import type { Txn } from '../../../storage/index.ts';
import type { SeenRecorder } from './seen-recorder.ts';
import { sessionStore, type StoredSession } from './session-store.ts';
import { hashToken } from './tokens.ts';

const refuseHttp = refusalsOf<HttpRefusal>();

const CACHED_MAX = 100_000;
/** How long another process, such as the command line, may have ended a session unnoticed. */
const CACHED_MS = 10_000;

/** Finds the device behind an access token: from memory while it is busy. */
export interface Authenticator {
  authenticate(accessToken: string, peer: Peer): Awaitable<Caller>;
  /** Makes tokens worthless here as soon as the transaction that deleted them commits. */
  forget(txn: Txn, accessHashes: readonly string[]): void;
  /**
   * The client used these tokens, so it has them: the ones they replace end. Gives false if they
   * ended themselves meanwhile.
   */
  confirm(txn: Txn, session: StoredSession): Promise<boolean>;
}

interface Cached {
  readonly caller: Caller;
  readonly expiresMs: number | null;
  readonly readMs: number;
}

export function createAuthenticator(platform: Platform, seen: SeenRecorder): Authenticator {
  const { db, clock } = platform;
  const cache = new BoundedMap<string, Cached>(CACHED_MAX);
  // Raised by each revocation. A read that began before one must not fill the cache after it.
  let revocations = 0;

  function forget(txn: Txn, accessHashes: readonly string[]): void {
    if (accessHashes.length === 0) return;
    txn.afterCommit(() => {
      revocations += 1;
      for (const accessHash of accessHashes) cache.delete(accessHash);
    });
  }

  async function confirm(
    txn: Txn,
    { id, userId, deviceId, confirmed }: StoredSession,
  ): Promise<boolean> {
    if (confirmed) return true;
    if (!(await sessionStore.confirm(txn, id))) return false;
    forget(txn, await sessionStore.deleteOfDevice(txn, userId, deviceId, id));
    return true;
  }

  async function read(accessHash: string): Promise<Cached> {
    const readMs = clock.nowMs();
    const revocationsBefore = revocations;
    const session = await sessionStore.findByAccess(db.read, accessHash);
    if (!session) throw refuseUnknown();
    const { userId, deviceId, accessExpiresMs: expiresMs } = session;
    const cached = { caller: { userId, deviceId }, expiresMs, readMs };
    checkNotExpired(cached, readMs);
    if (!session.confirmed) {
      if (!(await db.write((txn) => confirm(txn, session)))) throw refuseUnknown();
      return cached;
    }
    if (revocations === revocationsBefore) cache.set(accessHash, cached);
    return cached;
  }

  return {
    forget,
    confirm,
    authenticate(accessToken, peer) {
      const accessHash = hashToken(accessToken);
      if (accessHash === null) throw refuseUnknown();
      const nowMs = clock.nowMs();
      const known = cache.get(accessHash);
      const isFresh = known !== undefined && nowMs - known.readMs < CACHED_MS;
      return andThen(isFresh ? known : read(accessHash), (cached) => {
        checkNotExpired(cached, nowMs);
        seen.note(cached.caller, peer.address);
        return cached.caller;
      });
    },
  };
}

function checkNotExpired({ expiresMs }: Cached, nowMs: number): void {
  if (expiresMs !== null && expiresMs <= nowMs) throw refuseExpired();
}

/** The device is gone for good: the client should forget its keys. */
function refuseUnknown(): Refusal {
  return refuseHttp('unknown_token', 'Sign in again.', { soft_logout: false });
}

/** The device is still there: the client renews its token and keeps its keys. */
function refuseExpired(): Refusal {
  return refuseHttp('expired_token', 'This session needs to be renewed.', { soft_logout: true });
}
