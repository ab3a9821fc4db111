import { RoomEvent } from 'matrix-js-sdk/lib/models/room.js';
import type { MatrixEvent } from 'matrix-js-sdk/lib/models/event.js';
import type { Room } from 'matrix-js-sdk/lib/models/room.js';
import type { RoomId } from '@sotto/protocol';
import { watchCommunities } from '../conversations/communities/community-watch.ts';
import { ConversationList } from '../conversations/conversation-list.ts';
import { openDrafts } from '../conversations/drafts.ts';
import { openPresenceBook } from '../conversations/summary/presence-book.ts';
import { summarize } from '../conversations/summary/summarize.ts';
import { createGroups } from '../groups/create-groups.ts';
import { createMedia } from '../media/media.ts';
import type { LocalFile } from '../media/remote-file.ts';
import { createTransfer } from '../media/transfer.ts';
import { openOutbox, type Outbox } from '../outbox/outbox.ts';
import { createOutboxStore } from '../outbox/outbox-store.ts';
import { createSendRecord } from '../outbox/send-record.ts';
import { loadMissingMembers } from '../people/missing-members.ts';
import { openPeopleBook } from '../people/people-book.ts';
import { openQuietBook } from '../conversations/quiet/quiet-book.ts';
import { watchReports } from './reports/report-watch.ts';
import { watchRequests } from '../requests/request-watch.ts';
import { loadedEvents } from '../timeline/timeline-chain.ts';
import type { AccountBase, AccountParts } from './account-parts.ts';
import { openDevicesLater } from './devices/later-device-book.ts';
import { openOwnProfile } from './own-profile.ts';
import { sharePresence } from './share-presence.ts';

function readLocal(outbox: Outbox, { key, part, mimeType }: LocalFile): Blob | null {
  const content = outbox.findRecord(key)?.content;
  if (content?.kind !== 'file') return null;
  const bytes = part === 'full' ? content.file.bytes : content.file.thumbnail?.bytes;
  return bytes && bytes.length > 0 ? new Blob([bytes], { type: mimeType }) : null;
}

/** Tells the outbox which of its messages have come back from the server. */
function settleReturned({ matrix }: AccountBase, outbox: Outbox): () => void {
  const { client, userId } = matrix;
  const settle = (event: MatrixEvent, roomId: string): void => {
    const key = event.getUnsigned().transaction_id;
    // SAFETY: a room's id is what the server names it by.
    if (key && event.getSender() === userId) outbox.settle(roomId as RoomId, key);
  };
  const onTimeline = (event: MatrixEvent, room: Room | undefined): void => {
    if (room) settle(event, room.roomId);
  };
  const onReset = (room: Room | undefined): void => {
    // SAFETY: as above.
    if (room) outbox.settleSent(room.roomId as RoomId);
  };
  client.on(RoomEvent.Timeline, onTimeline);
  client.on(RoomEvent.TimelineReset, onReset);
  // What left just before a restart came back while nobody listened.
  for (const room of client.getRooms()) {
    for (const event of loadedEvents(room)) settle(event, room.roomId);
  }
  return () => {
    client.off(RoomEvent.Timeline, onTimeline);
    client.off(RoomEvent.TimelineReset, onReset);
  };
}

/** Opens everything an account needs to be used, after the first sync. */
export async function openParts(
  base: AccountBase,
): Promise<{ parts: AccountParts; close: () => void }> {
  const { matrix, platform, clock, people, online, identityChanges } = base;
  const { client } = matrix;
  const transfer = createTransfer(matrix);
  const profile = await openOwnProfile({ matrix, people, transfer, platform });
  const requests = watchRequests(base);
  // The list is made last, but what it shows may change from here on.
  let list: ConversationList | undefined;
  const drafts = await openDrafts(platform.store, (roomId) => list?.mark(roomId));
  const presence = openPresenceBook({ client, clock, online });
  presence.subscribe((changed) => list?.markPerson(changed));
  const media = createMedia({
    transfer,
    platform,
    readLocal: (file) => readLocal(outbox, file),
  });
  const outbox = await openOutbox({
    store: createOutboxStore(platform.store),
    clock,
    online,
    send: createSendRecord({
      matrix,
      transfer,
      onUploaded: (url, bytes) => media.remember(url, bytes),
    }),
    onChange: (roomId) => list?.mark(roomId),
  });
  const communities = watchCommunities(base, transfer, () => list);
  list = new ConversationList({
    client,
    onSpace: () => communities.look(),
    schedule: platform.schedule,
    summarize(room) {
      // SAFETY: a room's id is what the server names it by.
      const roomId = room.roomId as RoomId;
      return summarize(room, {
        client,
        people,
        presence,
        me: profile.me.get(),
        online: online.get(),
        entries: outbox.entriesOf(roomId).get(),
        draft: drafts.of(roomId),
        nowMs: clock.nowMs(),
      });
    },
  });
  const peopleBook = openPeopleBook(base);
  const devices = openDevicesLater(base);
  const looks = [base.keptNotes.notes];
  const groups = createGroups({ ...base, transfer, presence, looks });
  const reports = watchReports({ ...base, requests, transfer });
  communities.look();
  const markAll = (): void => list?.markAll();
  const quiet = openQuietBook({ ...base, onMuteEnded: markAll });
  const stops = [
    settleReturned(base, outbox),
    sharePresence(base),
    online.subscribe(markAll),
    profile.me.subscribe(markAll),
    identityChanges.all.subscribe(markAll),
    base.keptNotes.notes.subscribe(markAll),
    peopleBook.book.blocked.subscribe(markAll),
    loadMissingMembers(client, online, ({ roomId }) => list?.mark(roomId)),
  ];
  outbox.resume();
  // The list of conversations begins with them; it is not to move once it is shown.
  await requests.settled;
  return {
    parts: {
      ...base,
      profile,
      transfer,
      media,
      outbox,
      drafts,
      peopleBook,
      devices,
      quiet,
      list,
      communities,
      requests,
      groups,
      reports,
    },
    close() {
      for (const stop of stops) stop();
      for (const part of [
        profile,
        media,
        outbox,
        drafts,
        presence,
        peopleBook,
        devices,
        quiet,
        communities,
        list,
        requests,
        reports,
      ])
        part?.close();
    },
  };
}
