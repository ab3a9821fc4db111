import type { EventId, RoomId } from '../ids.ts';
import { isJsonObject, ownValue } from '../json/json-value.ts';
import type { AuthEvent } from './auth-event.ts';
import type { AuthRefusal } from './auth-refusal.ts';
import type { RoomStateView } from './room-state-view.ts';

interface StateKey {
  readonly type: string;
  readonly stateKey: string;
}

/**
 * Picks from the state the events that give the sender permission. The create event is not among
 * them: the room id stands for it.
 *
 * @see https://spec.matrix.org/v1.19/server-server-api/#auth-events-selection
 */
export function selectAuthEvents(
  event: Pick<AuthEvent, 'type' | 'state_key' | 'sender' | 'content'>,
  state: RoomStateView,
): EventId[] {
  const eventIds: EventId[] = [];
  for (const { type, stateKey } of authKeysOf(event)) {
    const entry = state.get(type, stateKey);
    if (entry) eventIds.push(entry.eventId);
  }
  return eventIds;
}

/** An event that another one cites, as far as rule 3 looks at it. */
export interface CitedEvent extends StateKey {
  readonly roomId: RoomId;
  readonly wasRejected: boolean;
}

/** Rule 3, for events from elsewhere: null unless the events they cite are the wrong ones. */
export function findAuthEventsRefusal(
  event: AuthEvent,
  cited: readonly CitedEvent[],
): AuthRefusal | null {
  const expected = new Set(authKeysOf(event).map(textOf));
  const seen = new Set(cited.map(textOf));
  if (seen.size < cited.length) return 'auth_events_repeated';
  if (cited.some((entry) => !expected.has(textOf(entry)))) return 'auth_events_unexpected';
  if (cited.some((entry) => entry.wasRejected)) return 'auth_events_rejected';
  return cited.some(({ roomId }) => roomId !== event.room_id) ? 'auth_events_of_other_room' : null;
}

function authKeysOf(event: Pick<AuthEvent, 'type' | 'state_key' | 'sender' | 'content'>) {
  if (event.type === 'm.room.create') return [];
  const keys: StateKey[] = [
    { type: 'm.room.power_levels', stateKey: '' },
    { type: 'm.room.member', stateKey: event.sender },
  ];
  if (event.type !== 'm.room.member') return keys;

  const { content, sender, state_key: target } = event;
  const members = new Set<string>([sender]);
  const addMember = (userId: unknown) => {
    if (typeof userId !== 'string' || members.has(userId)) return;
    members.add(userId);
    keys.push({ type: 'm.room.member', stateKey: userId });
  };

  addMember(target);
  const membership = ownValue(content, 'membership');
  if (membership === 'join' || membership === 'invite' || membership === 'knock') {
    keys.push({ type: 'm.room.join_rules', stateKey: '' });
  }
  if (membership === 'invite') {
    const token = tokenIn(content);
    if (token !== undefined) keys.push({ type: 'm.room.third_party_invite', stateKey: token });
  }
  if (membership === 'join') addMember(ownValue(content, 'join_authorised_via_users_server'));
  return keys;
}

function tokenIn(content: AuthEvent['content']): string | undefined {
  const invite = ownValue(content, 'third_party_invite');
  const signed = isJsonObject(invite) ? ownValue(invite, 'signed') : undefined;
  const token = isJsonObject(signed) ? ownValue(signed, 'token') : undefined;
  return typeof token === 'string' ? token : undefined;
}

/** A key for sets; the length keeps two different pairs from reading alike. */
function textOf({ type, stateKey }: StateKey): string {
  return `${type.length}:${type}${stateKey}`;
}
