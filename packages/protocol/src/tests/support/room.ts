import type { AuthEvent, AuthEvidence } from '../../auth/auth-event.ts';
import type { Membership } from '../../auth/membership.ts';
import type { RoomStateView, StateEntry } from '../../auth/room-state-view.ts';
import type { EventId, RoomId, UserId } from '../../ids.ts';
import type { JsonObject } from '../../json/json-value.ts';

// SAFETY: these are well-formed ids of people who exist in tests only.
const person = (name: string) => `@${name}:sotto.example` as UserId;

/** Made the room: her level is infinite. */
export const mira = person('mira');
/** Made the room with mira, where a room has two creators. */
export const tomas = person('tomas');
/** A moderator: level 50. */
export const noor = person('noor');
/** A member: level 0. */
export const jonas = person('jonas');
/** Nobody in the room, unless a test says otherwise. */
export const ada = person('ada');
// SAFETY: as above, on another server.
export const remote = '@lea:other.example' as UserId;

/** A well-formed event id that is the same for the same name. */
export function idNamed(name: string): EventId {
  const letters = Buffer.from(name).toString('base64url').slice(0, 43);
  // SAFETY: 43 url-safe characters, as the hash in a real id.
  return `$${letters.padEnd(43, '0')}` as EventId;
}

export const CREATE_ID = idNamed('create');
// SAFETY: a room has the id of its create event with another sigil.
export const ROOM_ID = `!${CREATE_ID.slice(1)}` as RoomId;

export interface GivenRoom {
  readonly create?: JsonObject;
  /** Replaces the levels below; null for a room that states none. */
  readonly levels?: JsonObject | null;
  readonly joinRule?: string | null;
  /** Added to mira, noor and jonas, who have joined. */
  readonly members?: Readonly<Record<string, Membership>>;
  readonly others?: readonly (Pick<AuthEvent, 'type' | 'sender' | 'content'> & {
    readonly state_key: string;
  })[];
}

/** The state of a room that mira made, with noor as moderator and jonas as member. */
export function roomState(given: GivenRoom = {}): RoomStateView {
  const entries = new Map<string, StateEntry>();
  const put = (type: string, stateKey: string, entry: Omit<StateEntry, 'eventId'>) => {
    const eventId = type === 'm.room.create' ? CREATE_ID : idNamed(`${stateKey}${type}`);
    entries.set(`${type} ${stateKey}`, { eventId, ...entry });
  };

  put('m.room.create', '', { sender: mira, content: given.create ?? { room_version: '12' } });
  const { levels = { users: { [noor]: 50 } }, joinRule = 'invite' } = given;
  if (levels !== null) put('m.room.power_levels', '', { sender: mira, content: levels });
  if (joinRule !== null) {
    put('m.room.join_rules', '', { sender: mira, content: { join_rule: joinRule } });
  }
  const members = { [mira]: 'join', [noor]: 'join', [jonas]: 'join', ...given.members };
  for (const [userId, membership] of Object.entries(members)) {
    // SAFETY: the keys are the user ids above.
    put('m.room.member', userId, { sender: userId as UserId, content: { membership } });
  }
  for (const other of given.others ?? []) put(other.type, other.state_key, other);
  return { get: (type, stateKey) => entries.get(`${type} ${stateKey}`) };
}

/** An event in that room, following another message. */
export function eventBy(sender: UserId, fields: Partial<AuthEvent> = {}): AuthEvent {
  return {
    type: 'm.room.message',
    room_id: ROOM_ID,
    sender,
    content: {},
    prev_events: [idNamed('previous')],
    ...fields,
  };
}

/** Evidence that no one but the sender's own server signed anything. */
export const noEvidence: AuthEvidence = { isSignedBy: () => false, verify: () => false };
