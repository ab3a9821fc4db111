import type { Room } from 'matrix-js-sdk/lib/models/room.js';
import type { RoomId, UserId } from '@sotto/protocol';
import type { Observable } from '../observable.ts';
import { RoomTimeline } from '../timeline/room-timeline.ts';
import { isMarkedUnread, isReadQuietly } from './quiet/quiet-marks.ts';
import type { Conversation, ConversationSummary, SendOptions } from '../types/index.ts';
import type { AccountParts } from '../account/account-parts.ts';
import { leaveForGood } from './membership.ts';
import { createReadMark } from './read-mark.ts';
import { createTyping } from './typing.ts';
import { unreadMessages } from './summary/unread.ts';

/** A longer text does not fit an encrypted event of 65,536 bytes; it goes as a file. */
const TEXT_BYTES_MAX = 40_000;

function byteLength(text: string): number {
  return new TextEncoder().encode(text).length;
}

/** Opens one conversation. Everything it starts ends with `close`. */
export function openConversation(
  parts: AccountParts,
  room: Room,
  summary: Observable<ConversationSummary>,
): Conversation {
  const { matrix, outbox, drafts, preferences, platform, identityChanges } = parts;
  const { client, userId: me } = matrix;
  const { id } = summary.get();
  const typing = createTyping(client, id, () => preferences.get().sendTyping);
  const mayShow = () => preferences.get().sendReadReceipts;
  const readMark = createReadMark({
    client,
    room,
    online: parts.online,
    isPublic: () => mayShow() && !isReadQuietly(room),
    mayShow,
  });
  const timeline = new RoomTimeline({
    matrix,
    room,
    people: parts.people,
    me: parts.profile.me,
    online: parts.online,
    entries: outbox.entriesOf(id),
    identityChanges: identityChanges.all,
    doubtful: parts.reports.doubtful,
    looks: [parts.keptNotes.notes, parts.peopleBook.book.blocked],
    schedule: platform.schedule,
    findUnread: () => unreadMessages(room, me)[0] ?? null,
  });
  void loadMembers(parts, room);

  /** Whoever answers has read, and shows it. */
  function answered(): void {
    if (isReadQuietly(room)) readMark.show();
  }
  function clearMark(): void {
    if (isMarkedUnread(room)) void parts.quiet.book.markUnread(id, false);
  }
  clearMark();

  function sendFiles(
    files: readonly File[],
    caption: string | null,
    { silent = false }: Partial<SendOptions> = {},
  ): void {
    answered();
    files.forEach((file, index) => {
      const isLast = index === files.length - 1;
      const prepare = async () => {
        const { prepareFile } = await import('../media/prepare/prepare-file.ts');
        return prepareFile(file, platform.images);
      };
      outbox.queueFile(id, prepare, {
        name: file.name,
        mimeType: file.type,
        caption: isLast ? caption : null,
        silent,
      });
    });
  }

  return {
    summary,
    timeline: timeline.timeline,
    loadOlder: () => timeline.loadOlder(),
    sendText(text, { silent = false }: Partial<SendOptions> = {}) {
      if (text.trim() === '') return;
      typing.set(false);
      if (byteLength(text) > TEXT_BYTES_MAX) {
        const file = new File([text], 'message.txt', { type: 'text/plain' });
        return sendFiles([file], null, { silent });
      }
      answered();
      outbox.queueText(id, text, silent);
    },
    sendFiles,
    retry: (messageKey) => outbox.retry(id, messageKey),
    discard: (messageKey) => outbox.discard(id, messageKey),
    remove: (messageKey) => removeMessage(parts, id, timeline.findEvent(messageKey)?.getId()),
    setDraft: (text) => drafts.set(id, text),
    setTyping(isTyping) {
      typing.set(isTyping);
      // The keys are ready by the time the message is.
      if (isTyping) parts.matrix.crypto.prepareToEncrypt(room);
    },
    markRead() {
      readMark.advance();
      clearMark();
    },
    showRead() {
      readMark.show();
      clearMark();
    },
    leave: () => leaveForGood(client, id),
    close() {
      typing.close();
      readMark.close();
      timeline.close();
    },
  };
}

async function loadMembers({ identityChanges }: AccountParts, room: Room): Promise<void> {
  // NOTE: offline, the members already known must do; sending loads them again.
  await room.loadMembersIfNeeded().catch(() => undefined);
  // SAFETY: members are named by their full Matrix ids.
  const userIds = room.getMembers().map(({ userId }) => userId as UserId);
  await identityChanges.check(userIds).catch(() => undefined);
}

async function removeMessage(
  { matrix: { client } }: AccountParts,
  roomId: RoomId,
  eventId: string | undefined,
): Promise<void> {
  if (!eventId) return;
  const txnId = client.makeTxnId();
  try {
    await client.redactEvent(roomId, eventId, txnId);
  } catch (error) {
    // Puts the message back, and clears the way for the ones that follow.
    const failed = client.getRoom(roomId)?.getEventForTxnId(txnId);
    if (failed) client.cancelPendingEvent(failed);
    throw error;
  }
}
