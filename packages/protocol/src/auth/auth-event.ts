import type { EventTemplate } from '../events/pdu.ts';
import type { ServerName } from '../ids.ts';
import type { SignatureVerifier } from '../signing/event-crypto.ts';
import type { RoomStateView } from './room-state-view.ts';

/** The fields of an event that the rules look at: a template will do, before it is hashed. */
export type AuthEvent = Pick<
  EventTemplate,
  'type' | 'state_key' | 'room_id' | 'sender' | 'content' | 'prev_events'
>;

/** What the rules must ask about signatures, which they cannot see for themselves. */
export interface AuthEvidence extends SignatureVerifier {
  /** Whether the event carries, or is about to get, a valid signature of this server. */
  isSignedBy(serverName: ServerName): boolean;
}

/** An event to be judged, with all it is judged by. */
export interface AuthCase {
  readonly event: AuthEvent;
  readonly state: RoomStateView;
  readonly evidence: AuthEvidence;
}
