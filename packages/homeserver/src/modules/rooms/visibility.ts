import type { UserId } from '@sotto/protocol';
import type { StateChange } from './log/event-store.ts';

/**
 * Which events of a room one person may read.
 *
 * @see https://spec.matrix.org/v1.19/client-server-api/#server-behaviour-6
 */
export interface VisibilityHistory {
  /** Every visibility the history has had, oldest first. */
  readonly visibilities: readonly StateChange[];
  /** Every membership the person has had, oldest first. */
  readonly memberships: readonly StateChange[];
  /** The first position they may read of the time before they came; 0 for all of it. */
  readonly floor: number;
  /** Whether the person is to see nothing of what somebody writes. */
  readonly isBlocked: (sender: UserId) => boolean;
}

export interface VisibleEvent {
  readonly position: number;
  readonly sender: UserId;
  /** Null unless it is state. */
  readonly stateKey: string | null;
}

/**
 * State belongs to the room, whoever set it; without it, clients misjudge who is there.
 *
 * @see https://spec.matrix.org/v1.19/client-server-api/#ignoring-users
 */
export function isUnwanted(
  { sender, stateKey }: Omit<VisibleEvent, 'position'>,
  { isBlocked }: Pick<VisibilityHistory, 'isBlocked'>,
): boolean {
  return stateKey === null && isBlocked(sender);
}

/** Without an event that says otherwise, history is shared. */
const VISIBILITY_DEFAULT = 'shared';

export function canRead(event: VisibleEvent, history: VisibilityHistory): boolean {
  const { position } = event;
  if (isUnwanted(event, history)) return false;
  const now = membershipAt(history.memberships, Infinity);
  const visibilityBefore = visibilityAt(history.visibilities, position - 1);
  const visibilityAfter = visibilityAt(history.visibilities, position);
  const membershipBefore = membershipAt(history.memberships, position - 1);
  const membershipAfter = membershipAt(history.memberships, position);

  // Around a change of either, the more generous side counts: one sees one's own invitation and removal.
  const visibilities = new Set([visibilityBefore, visibilityAfter]);
  const memberships = new Set([membershipBefore, membershipAfter]);
  if (visibilities.has('world_readable')) return true;
  if (memberships.has('join')) return true;
  if (position < history.floor) return false;
  if (visibilities.has('shared') && joinedSince(history.memberships, position, now)) return true;
  return visibilities.has('invited') && memberships.has('invite');
}

/** Shared history is for whoever was in the room at some time after the event. */
function joinedSince(memberships: readonly StateChange[], position: number, now: string): boolean {
  if (now === 'join') return true;
  return memberships.some((change) => change.position > position && change.to === 'join');
}

function visibilityAt(changes: readonly StateChange[], position: number): string {
  return lastAt(changes, position)?.to ?? VISIBILITY_DEFAULT;
}

function membershipAt(changes: readonly StateChange[], position: number): string {
  return lastAt(changes, position)?.to ?? 'leave';
}

function lastAt(changes: readonly StateChange[], position: number): StateChange | undefined {
  return changes.findLast((change) => change.position <= position);
}
