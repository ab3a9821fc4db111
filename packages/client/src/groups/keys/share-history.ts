import {
  Attachment,
  CollectStrategy,
  type EncryptedAttachment,
  RoomId as CryptoRoomId,
  UserId as CryptoUserId,
  type OlmMachine,
} from '@matrix-org/matrix-sdk-crypto-wasm';
import { LogSpan } from 'matrix-js-sdk/lib/logger.js';
import type { RustCrypto } from 'matrix-js-sdk/lib/rust-crypto/rust-crypto.js';
import type { HistoryChoice, RoomId, UserId } from '@sotto/protocol';
import type { Matrix } from '../../matrix/matrix.ts';
import { silentLogger } from '../../matrix/silent-logger.ts';
import { narrowBundle } from './narrow-bundle.ts';
import { findSessionsToShare } from './sessions-to-share.ts';

interface Inside {
  readonly machine: OlmMachine;
  readonly outgoing: RustCrypto['outgoingRequestProcessor'];
  readonly claims: RustCrypto['keyClaimManager'];
  readonly backup: RustCrypto['backupManager'];
}

/** What the SDK's own sharing of all history is made of; nothing public shares only some of it. */
function insideOf({ crypto }: Pick<Matrix, 'crypto'>): Inside {
  // SAFETY: `initRustCrypto` makes this class.
  const rust = crypto as RustCrypto;
  return {
    machine: rust['olmMachine'],
    outgoing: rust['outgoingRequestProcessor'],
    claims: rust['keyClaimManager'],
    backup: rust['backupManager'],
  };
}

/** All keys of the room that may be shared, encrypted for one file. */
async function buildBundle(
  { machine, backup }: Inside,
  roomId: RoomId,
): Promise<EncryptedAttachment | null> {
  if (!(await machine.hasDownloadedAllRoomKeys(new CryptoRoomId(roomId)))) {
    await backup.downloadLatestRoomKeyBackup(roomId);
    await machine.setHasDownloadedAllRoomKeys(new CryptoRoomId(roomId));
  }
  return (await machine.buildRoomKeyBundle(new CryptoRoomId(roomId))) ?? null;
}

async function bundleFor(
  matrix: Pick<Matrix, 'client' | 'crypto'>,
  roomId: RoomId,
  history: HistoryChoice,
): Promise<EncryptedAttachment | null> {
  if (history.share === 'none') return null;
  const all = await buildBundle(insideOf(matrix), roomId);
  if (!all || history.share === 'all') return all;
  const sessionIds = await findSessionsToShare(matrix.client, roomId, history);
  const narrowed = narrowBundle(Attachment.decrypt(all), sessionIds);
  return narrowed && Attachment.encrypt(narrowed);
}

/**
 * Gives people the keys of what they may read of a room's history, before they are invited to it. From
 * here on messages have a new key, so that none of those opens what the newcomers are not to read.
 *
 * @see https://spec.matrix.org/v1.19/client-server-api/#sharing-room-keys-with-new-members
 */
export async function shareHistory(
  matrix: Pick<Matrix, 'client' | 'crypto' | 'tokens'>,
  { roomId, userIds, history }: HistoryShare,
): Promise<void> {
  const { machine, outgoing, claims } = insideOf(matrix);
  await matrix.crypto.forceDiscardSession(roomId);
  const bundle = await bundleFor(matrix, roomId, history);
  const info = bundle?.mediaEncryptionInfo;
  if (!bundle || !info) return;
  // Uploads do not pass through the fetch that renews tokens.
  await matrix.tokens.renewIfDue();
  // SAFETY: its memory is its own, and no shared one.
  const bytes = bundle.encryptedData as Uint8Array<ArrayBuffer>;
  const { content_uri: url } = await matrix.client.uploadContent(new Blob([bytes]), {
    type: 'application/octet-stream',
    includeFilename: false,
  });
  // The crypto takes each list of ids for itself.
  const them = () => userIds.map((userId) => new CryptoUserId(userId));
  // Somebody new may share no room with this device, which then does not know their devices.
  await outgoing.makeOutgoingRequest(machine.queryKeysForUsers(them()));
  await claims.ensureSessionsForUsers(new LogSpan(silentLogger, 'shareHistory'), them());
  for (const userId of userIds) {
    const requests = await machine.shareRoomKeyBundleData(
      new CryptoUserId(userId),
      new CryptoRoomId(roomId),
      url,
      info,
      CollectStrategy.identityBasedStrategy(),
    );
    for (const request of requests) await outgoing.makeOutgoingRequest(request);
  }
}

interface HistoryShare {
  readonly roomId: RoomId;
  readonly userIds: readonly UserId[];
  readonly history: HistoryChoice;
}
