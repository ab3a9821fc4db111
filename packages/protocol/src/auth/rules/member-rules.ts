import { isUserId, serverNameOf, type UserId } from '../../ids.ts';
import { ownValue } from '../../json/json-value.ts';
import type { AuthCase } from '../auth-event.ts';
import type { AuthRefusal } from '../auth-refusal.ts';
import { isMembership, joinRuleOf, membershipOf, type Membership } from '../membership.ts';
import { canInvite } from '../permissions.ts';
import { actionLevel, powerLevelOf } from '../power-levels.ts';
import type { StateEntry } from '../room-state-view.ts';
import { findThirdPartyInviteRefusal } from './third-party-invite-rules.ts';

/** What the rules on one membership need: who does what to whom. */
interface MemberCase extends AuthCase {
  readonly create: StateEntry;
  readonly sender: UserId;
  readonly target: string;
}

type MemberRule = (given: MemberCase) => AuthRefusal | null;

/** Rule 5: what may happen to a member, by the membership the event would give them. */
export function findMemberRefusal(given: AuthCase, create: StateEntry): AuthRefusal | null {
  const { content, sender, state_key: target } = given.event;
  const membership = ownValue(content, 'membership');
  if (target === undefined || membership === undefined) return 'membership_malformed';

  const authoriser = ownValue(content, 'join_authorised_via_users_server');
  if (authoriser !== undefined) {
    const isSigned = isUserId(authoriser) && given.evidence.isSignedBy(serverNameOf(authoriser));
    if (!isSigned) return 'authorising_server_unsigned';
  }
  if (!isMembership(membership)) return 'membership_malformed';
  return MEMBER_RULES[membership]({ ...given, create, sender, target });
}

/** Rule 5.3. */
const findJoinRefusal: MemberRule = ({ event, state, create, sender, target }) => {
  const followsCreate = event.prev_events.length === 1 && event.prev_events[0] === create.eventId;
  if (followsCreate && target === create.sender) return null;
  if (sender !== target) return 'join_for_another';

  const membership = membershipOf(sender, state);
  if (membership === 'ban') return 'banned';
  const joinRule = joinRuleOf(state);
  if (joinRule === 'public') return null;

  const isWelcome = membership === 'join' || membership === 'invite';
  if (joinRule === 'invite' || joinRule === 'knock') return isWelcome ? null : 'not_invited';
  if (joinRule !== 'restricted' && joinRule !== 'knock_restricted') return 'not_invited';
  if (isWelcome) return null;
  const authoriser = ownValue(event.content, 'join_authorised_via_users_server');
  return isUserId(authoriser) && canInvite(authoriser, state) ? null : 'join_not_authorised';
};

/** Rule 5.4. */
const findInviteRefusal: MemberRule = (given) => {
  const { event, state, sender, target } = given;
  const invite = ownValue(event.content, 'third_party_invite');
  if (invite !== undefined) return findThirdPartyInviteRefusal(given, invite);

  if (membershipOf(sender, state) !== 'join') return 'sender_not_joined';
  const membership = membershipOf(target, state);
  if (membership === 'join') return 'target_joined';
  if (membership === 'ban') return 'target_banned';
  return powerLevelOf(sender, state) >= actionLevel('invite', state) ? null : 'cannot_invite';
};

/** Rule 5.5. */
const findLeaveRefusal: MemberRule = ({ state, sender, target }) => {
  const membership = membershipOf(target, state);
  if (sender === target) {
    const hasSomethingToLeave = membership !== 'leave' && membership !== 'ban';
    return hasSomethingToLeave ? null : 'not_in_room_to_leave';
  }
  if (membershipOf(sender, state) !== 'join') return 'sender_not_joined';

  const senderLevel = powerLevelOf(sender, state);
  if (membership === 'ban' && senderLevel < actionLevel('ban', state)) return 'cannot_unban';
  const mayKick =
    senderLevel >= actionLevel('kick', state) && powerLevelOf(target, state) < senderLevel;
  return mayKick ? null : 'cannot_kick';
};

/** Rule 5.6. */
const findBanRefusal: MemberRule = ({ state, sender, target }) => {
  if (membershipOf(sender, state) !== 'join') return 'sender_not_joined';
  const senderLevel = powerLevelOf(sender, state);
  const mayBan =
    senderLevel >= actionLevel('ban', state) && powerLevelOf(target, state) < senderLevel;
  return mayBan ? null : 'cannot_ban';
};

/** Rule 5.7. */
const findKnockRefusal: MemberRule = ({ state, sender, target }) => {
  const joinRule = joinRuleOf(state);
  if (joinRule !== 'knock' && joinRule !== 'knock_restricted') return 'knock_not_accepted';
  if (sender !== target) return 'knock_for_another';
  const membership = membershipOf(sender, state);
  return membership === 'leave' || membership === 'knock' ? null : 'knock_needless';
};

const MEMBER_RULES: Readonly<Record<Membership, MemberRule>> = {
  join: findJoinRefusal,
  invite: findInviteRefusal,
  leave: findLeaveRefusal,
  ban: findBanRefusal,
  knock: findKnockRefusal,
};
