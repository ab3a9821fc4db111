import { createEventIdOfRoom, serverNameOf } from '../../ids.ts';
import { ownValue } from '../../json/json-value.ts';
import type { AuthCase } from '../auth-event.ts';
import { refuseAuth, AUTH_REFUSALS, type AuthRefusal } from '../auth-refusal.ts';
import { membershipOf } from '../membership.ts';
import { actionLevel, powerLevelOf, requiredLevel } from '../power-levels.ts';
import { findCreateRefusal } from './create-rules.ts';
import { findMemberRefusal } from './member-rules.ts';
import { findPowerLevelsRefusal } from './power-level-rules.ts';

/** Throws a Refusal unless the rules of the room allow the event in this state. */
export function checkAuth(given: AuthCase): void {
  const refusal = findAuthRefusal(given);
  if (refusal !== null) throw refuseAuth(refusal, AUTH_REFUSALS[refusal]);
}

/**
 * Applies the authorisation rules of room version 12 to an event, but for rule 3, which is
 * `findAuthEventsRefusal`. Gives the first reason to reject the event, or null if it is allowed.
 *
 * @see https://spec.matrix.org/v1.19/rooms/v12/#authorisation-rules
 */
export function findAuthRefusal(given: AuthCase): AuthRefusal | null {
  const { event, state } = given;
  if (event.type === 'm.room.create') return findCreateRefusal(event);

  const create = state.get('m.room.create', '');
  if (!create || !event.room_id || createEventIdOfRoom(event.room_id) !== create.eventId) {
    return 'room_unknown';
  }
  const isLocalOnly = ownValue(create.content, 'm.federate') === false;
  if (isLocalOnly && serverNameOf(event.sender) !== serverNameOf(create.sender)) {
    return 'room_not_federated';
  }
  if (event.type === 'm.room.member') return findMemberRefusal(given, create);
  if (membershipOf(event.sender, state) !== 'join') return 'sender_not_joined';

  const senderLevel = powerLevelOf(event.sender, state);
  if (event.type === 'm.room.third_party_invite') {
    return senderLevel >= actionLevel('invite', state) ? null : 'cannot_invite';
  }
  const isState = event.state_key !== undefined;
  if (requiredLevel({ type: event.type, isState }, state) > senderLevel) return 'level_too_low';
  if (event.state_key?.startsWith('@') && event.state_key !== event.sender) {
    return 'state_of_another';
  }
  return event.type === 'm.room.power_levels' ? findPowerLevelsRefusal(given, create) : null;
}
