import type { Clock } from '@sotto/kit';
import type { RoomId } from '@sotto/protocol';
import type { PreparedFile } from '../media/prepare/prepared-file.ts';
import { createSubject, type Observable, type Subject } from '../observable.ts';
import type { OutboxContent, OutboxEntry, OutboxRecord } from './outbox-entry.ts';
import type { OutboxStore } from './outbox-store.ts';
import { Lane, type SendRecord } from './lane.ts';

/** Everything this device has to send, kept until the server has it, in order per conversation. */
export interface Outbox {
  entriesOf(roomId: RoomId): Observable<readonly OutboxEntry[]>;
  queueText(roomId: RoomId, text: string, silent?: boolean): void;
  /** Takes its place in the order at once; leaves when `prepare` is done. */
  queueFile(roomId: RoomId, prepare: () => Promise<PreparedFile>, draft: FileDraft): void;
  retry(roomId: RoomId, key: string): void;
  discard(roomId: RoomId, key: string): void;
  /** The message has come back from the server: nothing here is needed any more. */
  settle(roomId: RoomId, key: string): void;
  /** Messages the server has will not come back one by one: a long absence left a gap. */
  settleSent(roomId: RoomId): void;
  findRecord(key: string): OutboxRecord | null;
  /** Tries everything that waits for the server. */
  resume(): void;
  close(): void;
}

export interface FileDraft {
  readonly name: string;
  readonly mimeType: string;
  readonly caption: string | null;
  readonly silent?: boolean;
}

interface Options {
  readonly store: OutboxStore;
  readonly clock: Clock;
  readonly online: Observable<boolean>;
  readonly send: SendRecord;
  /** Told of each conversation whose entries changed. */
  readonly onChange: (roomId: RoomId) => void;
}

function placeholderFor(draft: FileDraft): OutboxContent {
  const { name, mimeType } = draft;
  return {
    kind: 'file',
    file: {
      kind: mimeType.startsWith('image/') && mimeType !== 'image/svg+xml' ? 'photo' : 'file',
      name,
      mimeType,
      bytes: new Uint8Array(0),
      widthPx: null,
      heightPx: null,
      blurhash: null,
      thumbnail: null,
    },
    caption: draft.caption,
    uploaded: null,
  };
}

export async function openOutbox({
  store,
  clock,
  online,
  send,
  onChange,
}: Options): Promise<Outbox> {
  const lanes = new Map<RoomId, Lane>();
  const subjects = new Map<RoomId, Subject<readonly OutboxEntry[]>>();
  const kept = await store.list();
  let position = kept.at(-1)?.position ?? 0;

  function subjectOf(roomId: RoomId): Subject<readonly OutboxEntry[]> {
    let subject = subjects.get(roomId);
    if (!subject) subjects.set(roomId, (subject = createSubject<readonly OutboxEntry[]>([])));
    return subject;
  }

  function laneOf(roomId: RoomId): Lane {
    let lane = lanes.get(roomId);
    if (!lane) {
      const publish = (entries: readonly OutboxEntry[]): void => {
        subjectOf(roomId).set(entries);
        onChange(roomId);
      };
      lanes.set(roomId, (lane = new Lane({ store, online, send, publish })));
    }
    return lane;
  }

  function record(roomId: RoomId, content: OutboxContent, silent: boolean): OutboxRecord {
    position += 1;
    const key = `sotto-${crypto.randomUUID()}`;
    const queuedAtMs = clock.nowMs();
    return { key, roomId, position, queuedAtMs, content, silent, failed: false };
  }

  for (const waiting of kept) laneOf(waiting.roomId).restore(waiting);

  const resume = (): void => {
    if (online.get()) for (const lane of lanes.values()) lane.resume();
  };
  const stopResuming = online.subscribe(resume);

  return {
    entriesOf: subjectOf,
    queueText(roomId, text, silent = false) {
      laneOf(roomId).add(record(roomId, { kind: 'text', text }, silent));
    },
    queueFile(roomId, prepare, draft) {
      laneOf(roomId).addUnprepared(
        record(roomId, placeholderFor(draft), draft.silent === true),
        prepare,
      );
    },
    retry: (roomId, key) => laneOf(roomId).retry(key),
    discard: (roomId, key) => laneOf(roomId).drop(key),
    settle: (roomId, key) => lanes.get(roomId)?.drop(key),
    settleSent: (roomId) => lanes.get(roomId)?.dropSent(),
    findRecord(key) {
      for (const subject of subjects.values()) {
        const entry = subject.get().find((candidate) => candidate.record.key === key);
        if (entry) return entry.record;
      }
      return null;
    },
    resume,
    close() {
      stopResuming();
      for (const lane of lanes.values()) lane.close();
    },
  };
}
