import type { LoggedEntry, RoomKey } from '../entry.ts';
import type { FanOut } from './store.ts';
import type { Range } from '../store.ts';
import type { CountedUnread } from '../unread-book.ts';

/** Told to so many, an event is written once and filed later; to fewer, into each log at once. */
export const FAN_OUT_MIN = 64;

type Added = ReadonlyMap<number, readonly LoggedEntry[]>;

interface Grouped {
  readonly fanOuts: readonly FanOut[];
  readonly rest: readonly { readonly inboxId: number; readonly entry: LoggedEntry }[];
}

/** Every entry by itself. */
export function apart(added: Added): Grouped {
  const rest = [...added].flatMap(([inboxId, entries]) =>
    entries.map((entry) => ({ inboxId, entry })),
  );
  return { fanOuts: [], rest };
}

/** Takes together what tells of the same event, if it is told to many. */
export function groupFanOuts(added: Added): Grouped {
  if (added.size < FAN_OUT_MIN) return apart(added);
  const byEvent = new Map<string, FanOut & { recipients: Map<number, LoggedEntry> }>();
  for (const [inboxId, entries] of added) {
    for (const entry of entries) {
      if (entry.kind !== 'event') continue;
      const { roomKey, position } = entry;
      const key = `${roomKey} ${position}`;
      const group = byEvent.get(key) ?? { roomKey, position, recipients: new Map() };
      byEvent.set(key, group);
      group.recipients.set(inboxId, entry);
    }
  }
  const fanOuts = [...byEvent.values()].filter(({ recipients }) => recipients.size >= FAN_OUT_MIN);
  const isFannedOut = (inboxId: number, entry: LoggedEntry) =>
    fanOuts.some(({ recipients }) => recipients.get(inboxId) === entry);
  return {
    fanOuts,
    rest: apart(added).rest.filter(({ inboxId, entry }) => !isFannedOut(inboxId, entry)),
  };
}

/** What is filed and what is not, in order, each once. */
export function merge(
  filed: readonly LoggedEntry[],
  unfiled: readonly LoggedEntry[],
  { after, upTo, limit }: Range,
): LoggedEntry[] {
  const inRange = unfiled.filter(({ seq }) => seq > after && seq <= upTo);
  if (inRange.length === 0) return [...filed];
  const bySeq = new Map([...filed, ...inRange].map((entry) => [entry.seq, entry]));
  return [...bySeq.values()].toSorted((a, b) => a.seq - b.seq).slice(0, limit);
}

/** The count with one more entry, if it is of this room and was not read. */
export function plusUnread(
  counted: CountedUnread,
  entry: LoggedEntry,
  after: { readonly roomKey: RoomKey; readonly position: number },
): CountedUnread {
  if (entry.kind !== 'event' || entry.notify === 0) return counted;
  if (entry.roomKey !== after.roomKey || entry.position <= after.position) return counted;
  return {
    notifications: counted.notifications + 1,
    highlights: counted.highlights + (entry.notify === 2 ? 1 : 0),
    countedTo: Math.max(counted.countedTo, entry.position),
  };
}
