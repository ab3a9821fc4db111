import { EventType } from 'matrix-js-sdk/lib/@types/event.js';
import type { RoomMessageEventContent } from 'matrix-js-sdk/lib/@types/events.js';
import type { MatrixClient } from 'matrix-js-sdk/lib/client.js';
import { EventStatus } from 'matrix-js-sdk/lib/models/event-status.js';
import type { Room } from 'matrix-js-sdk/lib/models/room.js';
import type { Matrix } from '../matrix/matrix.ts';
import { attachmentContent, type UploadedFile } from '../media/attachment-content.ts';
import type { PreparedFile } from '../media/prepare/prepared-file.ts';
import type { Transfer } from '../media/transfer.ts';
import { SILENT } from '../conversations/quiet/quiet-marks.ts';
import { ProblemError } from '../session/problems.ts';
import type { SendRecord, SendSteps } from './lane.ts';
import type { OutboxRecord } from './outbox-entry.ts';
import { showSilence } from './silent.ts';

interface Options {
  readonly matrix: Pick<Matrix, 'client' | 'crypto'>;
  readonly transfer: Transfer;
  /** Told where a sent file went, so that its sender need not fetch it back. */
  readonly onUploaded: (url: string, bytes: Blob) => void;
}

/**
 * Sends an event under a transaction id, as often as it takes. The SDK refuses to start one
 * transaction twice, so a second try continues the first.
 */
async function sendEvent(
  client: MatrixClient,
  room: Room,
  content: RoomMessageEventContent,
  txnId: string,
): Promise<void> {
  const begun = room.getEventForTxnId(txnId);
  if (begun?.status === EventStatus.SENT) return;
  try {
    if (begun) await client.resendEvent(begun, room);
    else await client.sendEvent(room.roomId, EventType.RoomMessage, content, txnId);
  } catch (error) {
    // Left among the SDK's pending events, a failed one would hold up all that follow it.
    const failedId = room.getEventForTxnId(txnId)?.getId();
    if (failedId) room.removePendingEvent(failedId);
    throw error;
  }
}

/** Whom the text calls by name, said so that their own devices notice. */
async function mentionsOf(text: string, room: Room): Promise<Readonly<Record<string, unknown>>> {
  if (!text.includes('@')) return {};
  const { mentionedIn } = await import('./mentions.ts');
  return { 'm.mentions': { user_ids: mentionedIn(text, room) } };
}

export function createSendRecord({ matrix, transfer, onUploaded }: Options): SendRecord {
  const { client, crypto } = matrix;
  showSilence(crypto);

  async function upload(file: PreparedFile, steps: SendSteps): Promise<UploadedFile> {
    const thumbnail = file.thumbnail
      ? await transfer.upload(file.thumbnail.bytes, () => undefined)
      : null;
    const full = await transfer.upload(file.bytes, steps.onProgress);
    onUploaded(full.url, new Blob([file.bytes], { type: file.mimeType }));
    if (thumbnail && file.thumbnail) {
      const { bytes, mimeType } = file.thumbnail;
      onUploaded(thumbnail.url, new Blob([bytes], { type: mimeType }));
    }
    return { full, thumbnail };
  }

  async function contentOf(
    { content, silent }: OutboxRecord,
    room: Room,
    steps: SendSteps,
  ): Promise<Readonly<Record<string, unknown>>> {
    const quiet = silent ? { [SILENT]: true } : {};
    if (content.kind === 'text') {
      const { text } = content;
      return { msgtype: 'm.text', body: text, ...(await mentionsOf(text, room)), ...quiet };
    }
    const { file, caption } = content;
    const uploaded = content.uploaded ?? (await upload(file, steps));
    if (!content.uploaded) await steps.keep({ ...content, uploaded });
    return { ...attachmentContent(file, uploaded, caption), ...quiet };
  }

  return async (record, steps) => {
    const room = client.getRoom(record.roomId);
    if (room?.getMyMembership() !== 'join') {
      throw new ProblemError('failed', 'You are no longer in this conversation.');
    }
    // The SDK would send in the clear what a room does not ask to encrypt. Sotto never does.
    if (!(await crypto.isEncryptionEnabledInRoom(record.roomId))) {
      throw new ProblemError('failed', 'This conversation is not encrypted.');
    }
    // SAFETY: the SDK types each kind of message; ours are built by the specification.
    const content = (await contentOf(record, room, steps)) as unknown as RoomMessageEventContent;
    await sendEvent(client, room, content, record.key);
  };
}
