import type { Awaitable } from '@sotto/kit';
import type { DeviceId, UserId } from '@sotto/protocol';
import type { Caller, Peer } from '../../http/index.ts';
import type { HomeserverOptions } from '../../options.ts';
import type { Platform } from '../../platform.ts';
import type { Db, Txn } from '../../storage/index.ts';
import { createAccountService, type AccountService } from './account/account-service.ts';
import { accountStore, type AccountFacts } from './account/account-store.ts';
import { createDeviceRemover } from './devices/device-remover.ts';
import {
  createDeviceLinks,
  type DeviceLinkService,
} from './devices/linking/device-link-service.ts';
import { createDeviceService, type DeviceService } from './devices/device-service.ts';
import { deviceStore, type NamedDevice } from './devices/device-store.ts';
import { createPasswordChecker } from './passwords/password-checker.ts';
import { createPasswordHasher } from './passwords/password-hasher.ts';
import type { AccountPorts, PublicProfile } from './ports.ts';
import { takeDiscoverability } from './profiles/discoverability.ts';
import { createDirectoryService, type DirectoryService } from './profiles/directory-service.ts';
import { createProfileService, type ProfileService } from './profiles/profile-service.ts';
import { profileStore } from './profiles/profile-store.ts';
import {
  createRegistrationService,
  type RegistrationService,
} from './account/registration-service.ts';
import { createRegistrationTokens } from './account/registration-tokens.ts';
import { createLoginTokens } from './sessions/login-tokens.ts';
import { createAuthenticator } from './sessions/authenticator.ts';
import { createSeenRecorder } from './sessions/seen-recorder.ts';
import { createSessionService, type SessionService } from './sessions/session-service.ts';
import { createCheckers } from './uia/checkers.ts';
import { createUia, type Uia } from './uia/uia.ts';

/** Who people are here: accounts, sign-in, devices, profiles, the directory. */
export interface Accounts {
  readonly accounts: AccountService;
  readonly registration: RegistrationService;
  readonly sessions: SessionService;
  readonly devices: DeviceService;
  readonly links: DeviceLinkService;
  readonly profiles: ProfileService;
  readonly directory: DirectoryService;
  readonly uia: Uia;
  /** Finds the device behind an access token, or throws a refusal. */
  authenticate(accessToken: string, peer: Peer): Awaitable<Caller>;
  /** The people among these who have a living account on this server. */
  listActive(db: Db, userIds: readonly UserId[]): Promise<Set<UserId>>;
  /** Names and pictures, for member events and requests; people who are not here are left out. */
  listProfiles(db: Db, userIds: readonly UserId[]): Promise<Map<UserId, PublicProfile>>;
  /** What an account tells of itself that its person did not choose; null if there is none. */
  findFacts(db: Db, userId: UserId): Promise<AccountFacts | null>;
  isModerator(db: Db, userId: UserId): Promise<boolean>;
  /** Makes concurrent changes of one account wait for each other. */
  lock(txn: Txn, userId: UserId): Promise<boolean>;
  /** Takes over who finds a person, as their account data says it. */
  takeDiscoverability(txn: Txn, userId: UserId, content: unknown): Promise<void>;
  /** Every device of these people with its name. */
  listDevices(db: Db, userIds: readonly UserId[]): Promise<NamedDevice[]>;
  /** Whether the device exists. If so, it cannot be removed before this transaction ends. */
  holdDevice(txn: Txn, userId: UserId, deviceId: DeviceId): Promise<boolean>;
  /** Writes what is still held in memory. Before the database closes. */
  close(): Promise<void>;
}

export type AccountOptions = Pick<
  HomeserverOptions,
  'passwordCost' | 'publicUrl' | 'registration' | 'registrationTokens'
>;

export function createAccounts(
  platform: Platform,
  options: AccountOptions,
  ports: AccountPorts,
): Accounts {
  const { clock, random, serverName } = platform;
  const hasher = createPasswordHasher(options.passwordCost);
  const checker = createPasswordChecker(platform, hasher);
  const isRegistrationToken = createRegistrationTokens(options.registrationTokens);
  const checkers = createCheckers({ serverName, passwords: checker, isRegistrationToken });
  const uia = createUia({ clock, random, checkers });

  const seen = createSeenRecorder(platform);
  const authenticator = createAuthenticator(platform, seen);
  const loginTokens = createLoginTokens(platform);
  const remover = createDeviceRemover(ports, authenticator);
  const { publicUrl, registration: mode } = options;
  const sessions = createSessionService({
    platform,
    ports,
    checker,
    loginTokens,
    uia,
    authenticator,
    remover,
    publicUrl,
  });

  return {
    uia,
    sessions,
    accounts: createAccountService({ platform, ports, uia, hasher, remover }),
    registration: createRegistrationService({
      platform,
      ports,
      uia,
      hasher,
      sessions,
      mode,
      isRegistrationToken,
    }),
    devices: createDeviceService({ platform, ports, uia, seen, remover }),
    links: createDeviceLinks(platform, loginTokens),
    profiles: createProfileService(platform, ports),
    directory: createDirectoryService(platform, ports.minors),
    authenticate: (accessToken, peer) => authenticator.authenticate(accessToken, peer),
    listActive: (db, userIds) => accountStore.listActive(db, userIds),
    listProfiles: (db, userIds) => profileStore.listPublic(db, userIds),
    findFacts: (db, userId) => accountStore.findFacts(db, userId),
    isModerator: (db, userId) => accountStore.isModerator(db, userId),
    lock: (txn, userId) => accountStore.lockActive(txn, userId),
    takeDiscoverability,
    listDevices: (db, userIds) => deviceStore.listNames(db, userIds),
    holdDevice: (txn, userId, deviceId) => deviceStore.hold(txn, userId, deviceId),
    close: () => seen.close(),
  };
}
