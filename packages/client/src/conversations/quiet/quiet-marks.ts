import { EventType } from 'matrix-js-sdk/lib/@types/event.js';
import type { MatrixClient } from 'matrix-js-sdk/lib/client.js';
import type { MatrixEvent } from 'matrix-js-sdk/lib/models/event.js';
import type { Room } from 'matrix-js-sdk/lib/models/room.js';
import { readAccountData } from '../../matrix/watch-account-data.ts';
import type { Mute } from '../../types/index.ts';

/*
 * The words of the protocol this needs from the start; see `people/policy-words.ts`. They are in
 * `docs/reference/quiet/mute.md`, `silent.md` and `visibility.md`.
 */
export const SILENT = 'app.sotto.silent';
export const MARKED_UNREAD = 'm.marked_unread';
export const READ_QUIETLY = 'app.sotto.read_quietly';
export const UNTIL = 'app.sotto.until';
export const MUTED_PERSON = 'app.sotto.mute.';

/** A push rule as the account's data has it. Another client may have written it. */
export interface StoredRule {
  readonly rule_id: string;
  readonly enabled: boolean;
  readonly actions: readonly unknown[];
  readonly conditions?: readonly { readonly kind: string; readonly until_ts?: number }[];
}

export type StoredRules = Readonly<Record<string, readonly StoredRule[] | undefined>>;

export function storedRules(client: MatrixClient): StoredRules {
  // SAFETY: the server writes these, and each is a rule.
  return (readAccountData(client, EventType.PushRules)['global'] ?? {}) as StoredRules;
}

const mutes = ({ enabled, actions }: StoredRule): boolean => enabled && !actions.includes('notify');

/** How a conversation is muted; null while it is not. */
export function muteOf(rules: StoredRules, roomId: string, nowMs: number): Mute | null {
  for (const kind of ['override', 'room', 'underride']) {
    const rule = rules[kind]?.find((one) => one.rule_id === roomId && mutes(one));
    if (!rule) continue;
    const untilMs = rule.conditions?.find((one) => one.kind === UNTIL)?.until_ts ?? null;
    if (untilMs === null || untilMs > nowMs) return { untilMs, mentions: kind !== 'override' };
  }
  return null;
}

export function isMutedPerson(rules: StoredRules, userId: string): boolean {
  const name = MUTED_PERSON + userId;
  return rules['underride']?.some((one) => one.rule_id === name && mutes(one)) === true;
}

function mentions(event: MatrixEvent, me: string): boolean {
  const { user_ids: named }: { user_ids?: unknown } = event.getContent()['m.mentions'] ?? {};
  return Array.isArray(named) && named.includes(me);
}

/** Of the unread messages, those I am to be told of: what is muted or silent waits to be looked at. */
export function countAlerts(
  unread: readonly MatrixEvent[],
  {
    rules,
    mute,
    me,
    isGroup,
  }: { rules: StoredRules; mute: Mute | null; me: string; isGroup: boolean },
): number {
  if (mute?.mentions === false) return 0;
  return unread.filter((event) => {
    if (event.getContent()[SILENT] === true) return false;
    if (mentions(event, me)) return true;
    return !mute && !(isGroup && isMutedPerson(rules, event.getSender() ?? ''));
  }).length;
}

/** Whether a switch in the account's data of a room is on. */
function isOn(room: Room, type: string, field: string): boolean {
  return room.getAccountData(type)?.getContent()[field] === true;
}

export const isMarkedUnread = (room: Room): boolean => isOn(room, MARKED_UNREAD, 'unread');
export const isReadQuietly = (room: Room): boolean => isOn(room, READ_QUIETLY, 'enabled');
