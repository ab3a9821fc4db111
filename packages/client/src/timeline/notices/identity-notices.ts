import type { Room } from 'matrix-js-sdk/lib/models/room.js';
import type { IdentityChange } from '../../keys/identity-changes.ts';
import type { People } from '../../people/people.ts';
import type { Notice, TimelineItem } from '../../types/index.ts';
import { isolated } from '../../people/safe-name.ts';

interface Context {
  readonly changes: readonly IdentityChange[];
  readonly room: Room;
  readonly people: People;
  /** Whether the items begin with the conversation; else a change may lie before them. */
  readonly reachesStart: boolean;
}

const notices = new WeakMap<IdentityChange, Notice>();

function noticeOf(change: IdentityChange, { room, people }: Context): Notice {
  const known = notices.get(change);
  if (known) return known;
  const { userId, noticedAtMs } = change;
  const notice: Notice = {
    kind: 'notice',
    key: `identity/${userId}/${noticedAtMs}`,
    sentAtMs: noticedAtMs,
    text: identityText(people.inRoom(userId, room).displayName),
  };
  notices.set(change, notice);
  return notice;
}

function identityText(name: string): string {
  return `${isolated(name)} started over with a new identity. If you did not expect this, ask them another way.`;
}

/** Puts a quiet line where a member's identity changed; the same array when there is none. */
export function withIdentityNotices(
  items: readonly TimelineItem[],
  context: Context,
): readonly TimelineItem[] {
  const { changes, room, reachesStart } = context;
  const startsAtMs = reachesStart ? 0 : (items[0]?.sentAtMs ?? Infinity);
  const relevant = changes.filter(
    ({ userId, noticedAtMs }) =>
      noticedAtMs >= startsAtMs && room.getMember(userId)?.membership === 'join',
  );
  if (relevant.length === 0) return items;
  const merged = [...items];
  for (const change of relevant) {
    const before = merged.findLastIndex(({ sentAtMs }) => sentAtMs <= change.noticedAtMs);
    merged.splice(before + 1, 0, noticeOf(change, context));
  }
  return merged;
}
