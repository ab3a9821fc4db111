import type { StoredEvent } from './log/stored-event.ts';

/**
 * Which events of a room one person may read.
 *
 * @see https://spec.matrix.org/v1.19/client-server-api/#server-behaviour-6
 */
export interface VisibilityHistory {
  /** Every `m.room.history_visibility`, oldest first. */
  readonly visibilities: readonly StoredEvent[];
  /** Every membership the person has had, oldest first. */
  readonly memberships: readonly StoredEvent[];
}

/** Without an event that says otherwise, history is shared. */
const VISIBILITY_DEFAULT = 'shared';

export function canRead(event: { readonly position: number }, history: VisibilityHistory): boolean {
  const { position } = event;
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
  if (visibilities.has('shared') && joinedSince(history.memberships, position, now)) return true;
  return visibilities.has('invited') && memberships.has('invite');
}

/** Shared history is for whoever was in the room at some time after the event. */
function joinedSince(memberships: readonly StoredEvent[], position: number, now: string): boolean {
  if (now === 'join') return true;
  return memberships.some(
    (change) => change.position > position && change.content['membership'] === 'join',
  );
}

function visibilityAt(changes: readonly StoredEvent[], position: number): string {
  const value = lastAt(changes, position)?.content['history_visibility'];
  return typeof value === 'string' ? value : VISIBILITY_DEFAULT;
}

function membershipAt(changes: readonly StoredEvent[], position: number): string {
  const value = lastAt(changes, position)?.content['membership'];
  return typeof value === 'string' ? value : 'leave';
}

function lastAt(changes: readonly StoredEvent[], position: number): StoredEvent | undefined {
  return changes.findLast((change) => change.position <= position);
}
