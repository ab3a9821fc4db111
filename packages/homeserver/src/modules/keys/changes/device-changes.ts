import type { UserId } from '@sotto/protocol';
import type { Txn } from '../../../storage/index.ts';
import { parseToken } from '../../../tokens.ts';
import type { RoomKey } from '../../inbox/index.ts';
import { refuse } from '../errors.ts';
import type { KeyDeps } from '../ports.ts';
import { sharingChanges, type Stretch } from './sharing-rules.ts';

/** Reading more of the log than this costs more than asking for everyone's keys again. */
export const ENTRIES_MAX = 20_000;
const PAGE_ENTRIES = 2_000;

export interface DeviceListChanges {
  readonly changed: readonly UserId[];
  readonly left: readonly UserId[];
}

/** Who has to hear that somebody's keys changed, and what somebody missed. */
export interface DeviceChanges {
  /**
   * Tells everyone who encrypts for this person, and the person's own devices. In the transaction of
   * the change: whoever hears of it reads the new keys, never the ones before.
   */
  announce(txn: Txn, userId: UserId): Promise<void>;
  /** Tells only these people, because nobody else sees what changed about the subject. */
  announceTo(txn: Txn, subject: UserId, audience: readonly UserId[]): Promise<void>;
  /**
   * What `/sync` would have said between two of its tokens. If the log does not reach back that far,
   * everyone counts as changed: never an incomplete list.
   */
  listBetween(userId: UserId, from: string, to: string): Promise<DeviceListChanges>;
}

export function createDeviceChanges({ db, inbox, rooms }: KeyDeps): DeviceChanges {
  async function announceTo(txn: Txn, subject: UserId, audience: readonly UserId[]): Promise<void> {
    const entry = { kind: 'device_changed', subject } as const;
    await inbox.deliver(
      txn,
      audience.map((userId) => ({ userId, entry })),
    );
  }

  async function readLog(userId: UserId, { after, upTo }: { after: number; upTo: number }) {
    const subjects = new Set<UserId>();
    const spans = new Map<RoomKey, { first: number; last: number }>();
    for (let at = after; at < upTo;) {
      const range = { after: at, upTo, limit: PAGE_ENTRIES };
      const entries = await inbox.listEntries(db.read, userId, range);
      for (const entry of entries) {
        if (entry.kind === 'device_changed') subjects.add(entry.subject);
        if (entry.kind !== 'event') continue;
        const first = spans.get(entry.roomKey)?.first ?? entry.position;
        spans.set(entry.roomKey, { first, last: entry.position });
      }
      at = entries.at(-1)?.seq ?? upTo;
    }
    return { subjects, spans };
  }

  async function readStretches(spans: ReadonlyMap<RoomKey, { first: number; last: number }>) {
    const stretches: Stretch[] = [];
    for (const [roomKey, span] of spans) {
      const view = await rooms.findView(db.read, await rooms.getRoomId(db.read, roomKey));
      if (view) stretches.push({ view, ...span });
    }
    return stretches;
  }

  return {
    announceTo,
    async announce(txn, userId) {
      await announceTo(txn, userId, [userId, ...(await rooms.sharers(txn.db, userId))]);
    },

    async listBetween(userId, from, to) {
      const { head, compacted } = await inbox.getHead(db.read, userId);
      const after = seqOf(from);
      const upTo = Math.min(seqOf(to), head);
      const sharers = await rooms.sharers(db.read, userId);
      if (after < compacted || after > head || upTo - after > ENTRIES_MAX) {
        return { changed: [userId, ...sharers], left: [] };
      }

      const { subjects, spans } = await readLog(userId, { after, upTo });
      const { begun, ended } = sharingChanges(userId, await readStretches(spans));
      const left = new Set(ended);
      for (const sharer of [userId, ...sharers]) left.delete(sharer);
      const changed = [...subjects, ...begun].filter((subject) => !left.has(subject));
      return { changed: [...new Set(changed)], left: [...left] };
    },
  };
}

function seqOf(text: string): number {
  const token = parseToken(text);
  if (token?.kind === 'sync') return token.seq;
  throw refuse('invalid_sync_token', 'This is not a sync token.');
}
