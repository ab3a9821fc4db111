import type { Generated } from 'kysely';

export interface InboxTables {
  inbox: {
    id: Generated<number>;
    user_id: string;
    /** The newest sequence number given out. */
    head: number;
    /** Entries at or below are gone; a token older than this gets a gap. */
    compacted: number;
  };
  inbox_entry: {
    inbox_id: number;
    seq: number;
    kind: number;
    room_key: number | null;
    position: number | null;
    subject: string | null;
    /** 0 quiet, 1 notifies, 2 highlights. */
    notify: number;
  };
  inbox_fan_out: {
    id: Generated<number>;
    room_key: number;
    position: number;
    /** JSON: inbox, sequence number and `notify` of one recipient after the other. */
    recipients: string;
  };
}
