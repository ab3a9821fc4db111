import type { Generated } from 'kysely';

export interface RoomTables {
  room: {
    key: Generated<number>;
    room_id: string;
    version: string;
    /** Position of the newest event; compare-and-set by every append. */
    head: number;
    head_event_id: string;
    depth: number;
  };
  event: {
    id: Generated<number>;
    room_key: number;
    position: number;
    event_id: string;
    type: string;
    state_key: string | null;
    sender: string;
    /** The complete signed event as JSON, redacted in place once it is redacted. */
    pdu: string;
    redacted_by: string | null;
    device_id: string | null;
    txn_id: string | null;
    /** The membership or visibility of history this event brought, where it brought another. */
    changed_to: string | null;
  };
  /** Which event holds each piece of the current state. */
  room_state: { room_key: number; type: string; state_key: string; position: number };
  /** From where on somebody may read who came later, where their inviter chose it. */
  history_floor: { room_key: number; user_id: string; position: number };
  /** The current membership by user: a projection of `m.room.member`. */
  room_member: {
    user_id: string;
    room_key: number;
    membership: string;
    position: number;
    forgotten: number;
  };
}
