import { BIRTH_MONTH, type UserId } from '@sotto/protocol';
import type { Peer } from '../../../http/index.ts';
import type { HomeserverOptions } from '../../../options.ts';
import type { Platform } from '../../../platform.ts';
import type { Txn } from '../../../storage/index.ts';
import { accountStore, type NewAccount } from './account-store.ts';
import { refuse } from '../errors.ts';
import type { PasswordHasher } from '../passwords/password-hasher.ts';
import { checkNewPassword } from '../passwords/password-rules.ts';
import type { AccountPorts } from '../ports.ts';
import { listInDirectory } from '../profiles/directory-listing.ts';
import { checkDisplayName } from '../profiles/profile-rules.ts';
import type { DeviceRequest, SessionService, SignedIn } from '../sessions/session-service.ts';
import type { AuthRequest, Uia } from '../uia/uia.ts';
import type { RegistrationTokens } from './registration-tokens.ts';
import { checkNewUsername, checkNotReserved } from './username-rules.ts';

export interface RegisterRequest {
  /** Without one the server makes one up. */
  readonly username: string | undefined;
  readonly password: string | undefined;
  readonly isGuest: boolean;
  readonly auth: AuthRequest['auth'];
  /** As `2012-05`, if the client tells it. */
  readonly birthMonth: string | undefined;
  /** Null if the client only wants the account. */
  readonly device: DeviceRequest | null;
  readonly peer: Peer;
}

export interface Registered {
  readonly userId: UserId;
  readonly signedIn: SignedIn | null;
}

export interface NewUser {
  readonly localpart: string;
  readonly password: string;
  readonly displayName?: string;
}

export interface RegistrationService {
  register(request: RegisterRequest): Promise<Registered>;
  /** Throws unless somebody could sign up under this name now. */
  checkAvailable(username: string): Promise<void>;
  isTokenValid(token: string): boolean;
  /** For the operator: neither the mode nor reserved names bind them. */
  createUser(user: NewUser): Promise<UserId>;
}

export interface RegistrationDeps {
  readonly platform: Platform;
  readonly ports: AccountPorts;
  readonly uia: Uia;
  readonly hasher: PasswordHasher;
  readonly sessions: SessionService;
  readonly mode: HomeserverOptions['registration'];
  readonly isRegistrationToken: RegistrationTokens;
}

export function createRegistrationService(deps: RegistrationDeps): RegistrationService {
  const { platform, ports, uia, hasher, sessions, mode } = deps;
  const { db, clock, random, serverName } = platform;

  function checkOpen(): void {
    if (mode === 'closed') {
      throw refuse('registration_closed', 'New accounts are made by the operator of this server.');
    }
  }

  async function checkFree(userId: UserId): Promise<void> {
    if (await accountStore.isTaken(db.read, userId)) throw refuseTaken();
  }

  function checkUsername(username: string): UserId {
    const userId = checkNewUsername(username, serverName);
    checkNotReserved(username);
    return userId;
  }

  async function create(txn: Txn, account: NewAccount): Promise<void> {
    if (!(await accountStore.insert(txn, account))) throw refuseTaken();
    await ports.inbox.open(txn, account.userId);
    await listInDirectory(txn, account.userId);
  }

  return {
    async register({ username, password, isGuest, auth, birthMonth, device, peer }) {
      if (isGuest) throw refuse('guests_refused', 'This server has no guest accounts.');
      checkOpen();
      if (device) sessions.checkDevice(device);
      const wished = username === undefined ? null : checkUsername(username);
      if (wished) await checkFree(wished);
      if (password !== undefined) checkNewPassword(password);
      ports.minors.checkBirthMonth(birthMonth);

      await uia.require({
        operation: 'register',
        userId: null,
        auth,
        flows: [[mode === 'token' ? 'm.login.registration_token' : 'm.login.dummy']],
        about: username ?? '',
        ...(ports.minors.asksForBirthMonth && { params: { [BIRTH_MONTH]: {} } }),
        peer,
      });
      // Only now: clients ask without anything first, to learn the flows.
      if (password === undefined) throw refuse('password_missing', 'Choose a password.');

      const userId = wished ?? checkNewUsername(madeUpName(random.token(10)), serverName);
      const passwordHash = await hasher.hash(password);
      return db.write(async (txn) => {
        await create(txn, { userId, passwordHash, displayName: null, nowMs: clock.nowMs() });
        await ports.minors.take(txn, userId, birthMonth);
        const signedIn = device
          ? await sessions.open(txn, userId, device, { peer, linkedBy: null })
          : null;
        return { userId, signedIn };
      });
    },

    async checkAvailable(username) {
      checkOpen();
      await checkFree(checkUsername(username));
    },

    isTokenValid(token) {
      checkOpen();
      return deps.isRegistrationToken(token);
    },

    async createUser({ localpart, password, displayName }) {
      const userId = checkNewUsername(localpart, serverName);
      checkNewPassword(password);
      if (displayName !== undefined) checkDisplayName(displayName);
      const passwordHash = await hasher.hash(password);
      await db.write((txn) =>
        create(txn, {
          userId,
          passwordHash,
          displayName: displayName ?? null,
          nowMs: clock.nowMs(),
        }),
      );
      return userId;
    },
  };
}

function refuseTaken() {
  return refuse('user_in_use', 'This name is taken.');
}

/** Hexadecimal digits, because a random token has signs that a name may not have. */
function madeUpName(token: string): string {
  return `u${Buffer.from(token).toString('hex').slice(0, 20)}`;
}
