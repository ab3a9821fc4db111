import { ownValue } from '../json/json-value.ts';
import type { RoomStateView } from './room-state-view.ts';

export type Membership = 'join' | 'invite' | 'leave' | 'ban' | 'knock';

const MEMBERSHIPS: ReadonlySet<unknown> = new Set(['join', 'invite', 'leave', 'ban', 'knock']);

export function isMembership(value: unknown): value is Membership {
  return MEMBERSHIPS.has(value);
}

/** A user's membership; whoever was never in the room counts as having left. */
export function membershipOf(userId: string, state: RoomStateView): Membership {
  const member = state.get('m.room.member', userId);
  const membership = member && ownValue(member.content, 'membership');
  return isMembership(membership) ? membership : 'leave';
}

/** The room's join rule; a room that states none is for the invited. */
export function joinRuleOf(state: RoomStateView): string {
  const rules = state.get('m.room.join_rules', '');
  const rule = rules && ownValue(rules.content, 'join_rule');
  return typeof rule === 'string' ? rule : 'invite';
}
