import { createManualClock } from '@sotto/kit';
import type { RoomId } from '@sotto/protocol';
import { afterEach, beforeEach, vi } from 'vitest';
import { createMemoryStore, createSubject } from '../../src/index.ts';
import type { PreparedFile } from '../../src/media/prepare/prepared-file.ts';
import type { SendRecord } from '../../src/outbox/lane.ts';
import type { OutboxEntry, OutboxRecord } from '../../src/outbox/outbox-entry.ts';
import { createOutboxStore } from '../../src/outbox/outbox-store.ts';
import { openOutbox, type Outbox } from '../../src/outbox/outbox.ts';

export const room = '!room' as RoomId;
export const otherRoom = '!other' as RoomId;

export const photo: PreparedFile = {
  kind: 'photo',
  name: 'sea.jpg',
  mimeType: 'image/jpeg',
  bytes: new Uint8Array([1, 2, 3]),
  widthPx: 4,
  heightPx: 3,
  blurhash: null,
  thumbnail: null,
};
export const draft = { name: 'sea.jpg', mimeType: 'image/jpeg', caption: null };

/** Waits between tries pass at a test's word. */
export function useTestTimers(): void {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());
}

/** An outbox in front of a server that a test can break. */
export async function openTestOutbox({
  kept = createOutboxStore(createMemoryStore()),
  online = createSubject(true),
} = {}) {
  const sent: string[] = [];
  const keys: string[] = [];
  const uploads: string[] = [];
  let answer: (record: OutboxRecord) => Promise<void> = async () => undefined;
  const send: SendRecord = async (record, steps) => {
    keys.push(record.key);
    const { content } = record;
    if (content.kind === 'file' && !content.uploaded) {
      uploads.push(content.file.name);
      const part = { url: 'mxc://s/1', keys: { v: 'v2', key: {}, iv: '', hashes: {} } };
      await steps.keep({ ...content, uploaded: { full: part, thumbnail: null } });
    }
    await answer(record);
    sent.push(content.kind === 'text' ? content.text : content.file.name);
  };
  const clock = createManualClock();
  const outbox = await openOutbox({ store: kept, clock, online, send, onChange: () => undefined });
  return {
    outbox,
    kept,
    online,
    sent,
    keys,
    uploads,
    respond: (next: typeof answer) => void (answer = next),
    settled: () => vi.advanceTimersByTimeAsync(0),
  };
}

export const stages = (outbox: Outbox): readonly OutboxEntry['stage'][] =>
  outbox
    .entriesOf(room)
    .get()
    .map(({ stage }) => stage);

export const keyAt = (outbox: Outbox, index: number): string =>
  outbox.entriesOf(room).get()[index]?.record.key ?? '';
