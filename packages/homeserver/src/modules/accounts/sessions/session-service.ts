import { Refusal } from '@sotto/kit';
import type { DeviceId, UserId } from '@sotto/protocol';
import type { Caller, Peer } from '../../../http/index.ts';
import type { Platform } from '../../../platform.ts';
import type { Txn } from '../../../storage/index.ts';
import { accountStore } from '../account/account-store.ts';
import type { DeviceRemover } from '../devices/device-remover.ts';
import { checkDeviceId, DEVICES_MAX, toDeviceName, toUserAgent } from '../devices/device-rules.ts';
import { deviceStore } from '../devices/device-store.ts';
import { refuse } from '../errors.ts';
import type { PasswordChecker } from '../passwords/password-checker.ts';
import type { AccountPorts } from '../ports.ts';
import type { AuthRequest, Uia } from '../uia/uia.ts';
import type { Authenticator } from './authenticator.ts';
import { readClaim, type Claim } from './login-rules.ts';
import type { IssuedLoginToken, LoginTokens } from './login-tokens.ts';
import { sessionStore } from './session-store.ts';
import { createToken, hashToken } from './tokens.ts';

/** For clients that renew their tokens: a stolen one is worth an hour. */
const ACCESS_TOKEN_MS = 60 * 60_000;
/** A client that loses answers may ask again; only so many of the pairs it never used stay valid. */
const UNCONFIRMED_MAX = 4;

/** What a client is handed when it signs in or renews its token. */
export interface Tokens {
  readonly accessToken: string;
  readonly refreshToken: string | null;
  readonly expiresInMs: number | null;
}

export interface SignedIn extends Tokens {
  readonly userId: UserId;
  readonly deviceId: DeviceId;
}

/** What a client says about itself when it signs in. */
export interface DeviceRequest {
  readonly deviceId: DeviceId | undefined;
  readonly displayName: string | undefined;
  readonly wantsRefresh: boolean;
}

/** Where a device comes from. */
export interface Arrival {
  readonly peer: Peer;
  /** The device that let it in; null if a password did. */
  readonly linkedBy: DeviceId | null;
}

export interface SessionService {
  login(request: LoginRequest): Promise<SignedIn>;
  /** Refuses what a device may not be called, before anything is written. */
  checkDevice(request: DeviceRequest): void;
  /** Signs a device in as part of a larger change. */
  open(txn: Txn, userId: UserId, device: DeviceRequest, arrival: Arrival): Promise<SignedIn>;
  /** A token that signs one more device in, after the password was given. */
  generateToken(caller: Caller, auth: AuthRequest['auth'], peer: Peer): Promise<IssuedLoginToken>;
  refresh(refreshToken: string): Promise<Tokens>;
  logout(caller: Caller): Promise<void>;
  logoutAll(userId: UserId): Promise<void>;
}

export interface LoginRequest extends Claim {
  readonly device: DeviceRequest;
  readonly peer: Peer;
}

export interface SessionDeps {
  readonly platform: Platform;
  readonly ports: AccountPorts;
  readonly checker: PasswordChecker;
  readonly loginTokens: LoginTokens;
  readonly uia: Uia;
  readonly authenticator: Authenticator;
  readonly remover: DeviceRemover;
  readonly publicUrl: string;
}

export function createSessionService(deps: SessionDeps): SessionService {
  const { platform, ports, checker, loginTokens, authenticator, remover } = deps;
  const { db, clock, random, serverName } = platform;

  async function issue(
    txn: Txn,
    owner: Caller,
    kind: { wantsRefresh: boolean; confirmed: boolean },
  ): Promise<Tokens> {
    const access = createToken(random, 'access');
    const refresh = kind.wantsRefresh ? createToken(random, 'refresh') : null;
    const expiresInMs = refresh ? ACCESS_TOKEN_MS : null;
    await sessionStore.insert(txn, {
      ...owner,
      accessHash: access.hash,
      refreshHash: refresh?.hash ?? null,
      accessExpiresMs: expiresInMs === null ? null : clock.nowMs() + expiresInMs,
      confirmed: kind.confirmed,
    });
    return { accessToken: access.token, refreshToken: refresh?.token ?? null, expiresInMs };
  }

  async function open(
    txn: Txn,
    userId: UserId,
    device: DeviceRequest,
    { peer, linkedBy }: Arrival,
  ): Promise<SignedIn> {
    // SAFETY: a random id of url-safe signs is a valid device id.
    const deviceId = device.deviceId ?? (random.token(8) as DeviceId);
    const isFull = (await deviceStore.count(txn.db, userId)) >= DEVICES_MAX;
    if (isFull && !(await deviceStore.find(txn.db, userId, deviceId))) {
      throw refuse('too_many_devices', 'Sign out a device you no longer use first.', {
        info_uri: deps.publicUrl,
      });
    }
    await deviceStore.signIn(txn, {
      userId,
      deviceId,
      displayName: toDeviceName(device.displayName ?? ''),
      nowMs: clock.nowMs(),
      address: peer.address,
      userAgent: toUserAgent(peer.userAgent),
      linkedBy,
    });
    const replaced = await sessionStore.deleteOfDevice(txn, userId, deviceId);
    authenticator.forget(txn, replaced);
    if (replaced.length > 0) txn.afterCommit(() => ports.inbox.wake.revoke(userId, deviceId));
    const owner = { userId, deviceId };
    const tokens = await issue(txn, owner, { wantsRefresh: device.wantsRefresh, confirmed: true });
    return { ...owner, ...tokens };
  }

  function checkDevice({ deviceId, displayName }: DeviceRequest): void {
    if (deviceId !== undefined) checkDeviceId(deviceId);
    if (displayName !== undefined) toDeviceName(displayName);
  }

  async function checkNotKey(userId: UserId, { deviceId }: DeviceRequest): Promise<void> {
    if (deviceId && (await ports.isCrossSigningKeyId(userId, deviceId))) {
      throw refuse('device_id_forbidden', 'A device cannot be called like a key.');
    }
  }

  async function loginByToken(token: string, device: DeviceRequest, peer: Peer): Promise<SignedIn> {
    checkDevice(device);
    const { userId } = await loginTokens.get(token);
    await checkNotKey(userId, device);
    return db.write(async (txn) => {
      const { deviceId, links } = await loginTokens.take(txn, token);
      return open(txn, userId, device, { peer, linkedBy: links ? deviceId : null });
    });
  }

  return {
    open,
    checkDevice,

    async login({ device, peer, ...claim }) {
      if (claim.type === 'm.login.token') return loginByToken(claim.token ?? '', device, peer);
      const claimed = readClaim(claim, serverName);
      checkDevice(device);
      const verified = await checker.verify(claimed.userId, claimed.password, peer.address);
      if (verified instanceof Refusal) throw verified;
      const { userId, passwordHash } = verified;
      await checkNotKey(userId, device);
      return db.write(async (txn) => {
        // The password may have been changed, or the account ended, while it was being compared.
        const isActive = await accountStore.lockActive(txn, userId);
        const current = await accountStore.findPasswordHash(txn.db, userId);
        if (!isActive || current !== passwordHash) {
          throw refuse('wrong_credentials', 'The name or the password is wrong.');
        }
        return open(txn, userId, device, { peer, linkedBy: null });
      });
    },

    async generateToken(caller, auth, peer) {
      const { userId, deviceId } = caller;
      const flows = [['m.login.password']] as const;
      const operation = 'generateLoginToken';
      await deps.uia.require({ operation, userId, auth, flows, about: '', peer });
      return db.write(async (txn) => {
        // It may have been signed out while the password was compared.
        if (!(await deviceStore.hold(txn, userId, deviceId))) {
          throw refuse('device_not_found', 'This device was signed out.');
        }
        return loginTokens.issue(txn, caller, { links: false });
      });
    },

    async refresh(refreshToken) {
      const refreshHash = hashToken(refreshToken);
      if (refreshHash === null) throw refuseRefresh();
      return db.write(async (txn) => {
        const session = await sessionStore.findByRefresh(txn.db, refreshHash);
        if (!session || !(await authenticator.confirm(txn, session))) throw refuseRefresh();
        const owner = { userId: session.userId, deviceId: session.deviceId };
        const kept = UNCONFIRMED_MAX - 1;
        authenticator.forget(txn, await sessionStore.deleteUnconfirmed(txn, owner, kept));
        return issue(txn, owner, { wantsRefresh: true, confirmed: false });
      });
    },

    async logout({ userId, deviceId }) {
      await db.write((txn) => remover.remove(txn, userId, [deviceId]));
    },

    async logoutAll(userId) {
      await db.write((txn) => remover.removeAll(txn, userId));
    },
  };
}

function refuseRefresh(): Refusal {
  return refuse('unknown_refresh_token', 'Sign in again.', { soft_logout: false });
}
