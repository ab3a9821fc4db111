import {
  BLOCKED_TYPE,
  DISCOVERABILITY_TYPE,
  MESSAGE_POLICY_TYPE,
  QUIET_HOURS_TYPE,
  STANDING_TYPE,
  VISIBILITY_TYPE,
  type JsonObject,
  type UserId,
} from '@sotto/protocol';
import { assembleApi } from './api.ts';
import { openBooks } from './books.ts';
import { createHttp, createLimiter } from './http/index.ts';
import { checkMayAppend, createAccounts, findDisplayNameFault } from './modules/accounts/index.ts';
import { createServerCrypto } from './crypto/event-crypto.ts';
import { createCommunities, type Communities } from './modules/communities/index.ts';
import { createContacts, type Contacts } from './modules/contacts/index.ts';
import { createGroups, type Groups } from './modules/groups/index.ts';
import { openInbox } from './modules/inbox/index.ts';
import { createKeyService, type KeyService } from './modules/keys/index.ts';
import { createPushService, openPushBook } from './modules/push/index.ts';
import { openMediaService } from './modules/media/index.ts';
import { createReceipts } from './modules/receipts/index.ts';
import { createReports, type Reports } from './modules/reports/index.ts';
import { createRoomService, gatesInTurn, type RoomService } from './modules/rooms/index.ts';
import { createSettingsService, type SettingsService } from './modules/settings/index.ts';
import { createSyncService } from './modules/sync/index.ts';
import type { Homeserver } from './homeserver.ts';
import type { HomeserverOptions } from './options.ts';
import type { Platform } from './platform.ts';
import { systemRandom } from './random.ts';
import { openDatabase, type Db } from './storage/index.ts';

/** How long connections have to end by themselves when the server closes. */
const CLOSE_GRACE_MS = 2_000;

/** The composition root: every module is made here and handed what it may use. */
export async function createHomeserver(options: HomeserverOptions): Promise<Homeserver> {
  const { clock, log, serverName } = options;
  const db = await openDatabase({
    databaseUrl: options.databaseUrl,
    dataDir: options.dataDir,
    onIdleError: (cause) => log.warn({ err: cause }, 'a database connection broke'),
  });
  const platform: Platform = { db, clock, serverName, log, random: options.random ?? systemRandom };
  const books = await openBooks(platform, options, {
    lock: (txn, userId) => accounts.lock(txn, userId),
    onSightChanged: (userId) => ephemeral.onSightChanged(userId),
  });
  const { minors, suspensions, visibility } = books;
  const inbox = await openInbox(platform);

  const accounts = createAccounts(platform, options, {
    inbox,
    suspensions,
    deviceCleanups: [(txn, userId, deviceIds) => keys.removeDevices(txn, userId, deviceIds)],
    accountCleanups: [
      (txn, userId) => keys.removePerson(txn, userId),
      (txn, userId) => settings.removePerson(txn, userId),
      (txn, userId) => contacts.removePerson(txn, userId),
      (txn, userId) => groups.removePerson(txn, userId),
      (txn, userId) => push.removePerson(txn, userId),
      (txn, userId) => minors.removePerson(txn, userId),
      (txn, userId) => reports.removePerson(txn, userId),
    ],
    minors,
    onDeviceRenamed: (txn, userId) => keys.announceDevices(txn, userId),
    isCrossSigningKeyId: (userId, name) => keys.isCrossSigningKey(db.read, userId, name),
    isKnownTo: (read, viewer, userId) => contacts.people.isKnown(read, viewer, userId),
    onProfileChanged: (userId) => rooms.spreadProfile(userId),
    onDeactivated: (userId) => rooms.leaveAll(userId),
  });

  async function findProfile(read: Db, userId: UserId): Promise<JsonObject | null> {
    const profile = (await accounts.listProfiles(read, [userId])).get(userId);
    if (!profile) return null;
    const { displayName, avatarUrl } = profile;
    return {
      ...(displayName !== null && { displayname: displayName }),
      ...(avatarUrl !== null && { avatar_url: avatarUrl }),
    };
  }
  const push = createPushService({
    db,
    clock,
    inbox,
    book: await openPushBook(db),
    lock: (txn, userId) => accounts.lock(txn, userId),
  });
  async function findFacts(read: Db, userId: UserId) {
    const facts = await accounts.findFacts(read, userId);
    return facts && { ...facts, isHidden: facts.discoverability === 'hidden' };
  }
  const crypto = createServerCrypto(serverName, options.signingKey);
  const rooms: RoomService = createRoomService({
    db,
    clock,
    crypto,
    random: platform.random,
    inbox,
    notifyOf: (event, room, userId) =>
      books.isUnheard(userId, event.sender, room) ? 0 : push.notifyOf(event, room, userId),
    isBlocked: (owner, subject, room) => books.isUnheard(owner, subject, room),
    people: { findNameFault: findDisplayNameFault, findProfile },
    onActive: (userId) => ephemeral.active(userId),
    gate: gatesInTurn([
      {
        async admit(_txn, _room, drafts) {
          checkMayAppend(suspensions, drafts);
          return null;
        },
      },
      { admit: (...append) => contacts.gate.admit(...append) },
      { admit: (...append) => groups.gate.admit(...append) },
      { admit: (...append) => communities.gate.admit(...append) },
    ]),
    onRedacting: (txn, event) => reports.keepFrank(txn, event),
  });
  const settings: SettingsService = createSettingsService({
    db,
    clock,
    inbox,
    rooms,
    pushRulesOf: (userId) => push.rulesetOf(userId),
    meanings: {
      [MESSAGE_POLICY_TYPE]: (_txn, _owner, content) => contacts.checkPolicy(content),
      [BLOCKED_TYPE]: (txn, owner, content) => contacts.takeBlockList(txn, owner, content),
      [VISIBILITY_TYPE]: (txn, owner, content) => visibility.take(txn, owner, content),
      [QUIET_HOURS_TYPE]: (txn, owner, content) => push.takeQuietHours(txn, owner, content),
      [DISCOVERABILITY_TYPE]: (txn, owner, content) =>
        accounts.takeDiscoverability(txn, owner, content),
      [STANDING_TYPE]: () => reports.refuseStanding(),
    },
  });
  const contacts: Contacts = createContacts({
    ...books,
    db,
    clock,
    random: platform.random,
    hasher: crypto,
    inbox,
    rooms,
    settings,
    firstContactsPerDay: options.firstContactsPerDay,
    report: (txn, reporter, report) => reports.reports.reportRequest(txn, reporter, report),
    listActive: (read, userIds) => accounts.listActive(read, userIds),
    people: {
      findProfile,
      findFacts,
      findKeysChangedMs: (read, userId) => keys.findKeysChangedMs(read, userId),
      isLimited: (read, userId) => reports.moderation.isLimited(read, userId),
      lock: (txn, userId) => accounts.lock(txn, userId),
    },
  });
  const reports: Reports = createReports({
    ...platform,
    rooms,
    settings,
    reportsPerDay: options.reportsPerDay,
    people: {
      findFacts,
      isKnown: (read, viewer, subject) => contacts.people.isKnown(read, viewer, subject),
      isModerator: (read, userId) => accounts.isModerator(read, userId),
      isSuspended: (userId) => suspensions.has(userId),
      setSuspended: (txn, userId, sinceMs) => suspensions.set(txn, userId, sinceMs),
      lock: (txn, userId) => accounts.lock(txn, userId),
    },
    requests: contacts.requests,
    openMediaOf: (uploader, address) => media.openOf(uploader, address),
  });
  reports.purge.start();

  const groups: Groups = createGroups({
    db,
    clock,
    random: platform.random,
    rooms,
    people: { findProfile, lock: (txn, userId) => accounts.lock(txn, userId) },
  });

  const communities: Communities = createCommunities({
    db,
    clock,
    serverName,
    rooms,
    lockPerson: (txn, userId) => accounts.lock(txn, userId),
    peopleMax: options.communityPeopleMax,
  });

  const keys: KeyService = createKeyService({
    db,
    clock,
    serverName,
    log,
    inbox,
    rooms,
    verifier: crypto,
    uia: accounts.uia,
    listDevices: (read, userIds) => accounts.listDevices(read, userIds),
    holdDevice: (txn, userId, deviceId) => accounts.holdDevice(txn, userId, deviceId),
  });
  keys.purge.resume();

  const { receipts, ephemeral } = createReceipts({
    db,
    clock,
    log,
    inbox,
    rooms,
    settings,
    mayKnow: (thing, sight) => visibility.mayKnow(thing, sight),
  });
  const sync = createSyncService({
    db,
    clock,
    inbox,
    rooms,
    settings,
    keys,
    receipts,
    ephemeral,
    requests: contacts.requests,
  });

  const media = await openMediaService(
    { ...platform, isKeptFrom: (viewer, uploader) => books.guard.shields(viewer, uploader) },
    { ...options, userBytesMax: options.uploadsPerPersonBytesMax },
  );

  const app = createHttp({
    ...assembleApi(
      {
        accounts,
        communities,
        contacts,
        groups,
        keys,
        media,
        minors,
        push,
        receipts,
        ephemeral,
        reports,
        rooms,
        settings,
        sync,
      },
      {
        publicUrl: options.publicUrl,
        isModerator: (userId) => accounts.isModerator(db.read, userId),
      },
    ),
    limiter: createLimiter(clock, options.rateLimits),
    log,
    authenticate: (accessToken, peer) => accounts.authenticate(accessToken, peer),
    trustProxy: options.trustProxy,
    checkReplies: options.checkReplies ?? false,
  });

  return {
    app,
    accounts: {
      createUser: (user) => accounts.registration.createUser(user),
      resetPassword: (reset) => accounts.accounts.resetPassword(reset),
      setBusiness: (name, isBusiness) => accounts.accounts.setBusiness(name, isBusiness),
      setModerator: (wish) => accounts.accounts.setModerator(wish),
    },
    minors,
    reports: { sweep: () => reports.purge.sweep() },
    keys: { withdrawOneTimeKeys: () => keys.withdrawOneTimeKeys() },
    isReady: () => db.ping(),
    async close() {
      minors.close();
      inbox.wake.close();
      accounts.links.close();
      ephemeral.close();
      // A browser opens connections ahead of use; one that was never used would hold this up.
      const grace = setTimeout(() => app.server.closeAllConnections(), CLOSE_GRACE_MS);
      await app.close();
      clearTimeout(grace);
      await accounts.close();
      await keys.purge.close();
      await reports.purge.close();
      await inbox.close();
      await db.close();
    },
  };
}
