import type { Generated } from 'kysely';

export interface ReportTables {
  /** The commitments of messages that were unsent, for as long as they can be reported. */
  redacted_frank: {
    event_id: string;
    commitment: string;
    redacted_ms: number;
  };
  report: {
    key: Generated<number>;
    /** What the reporter and moderators call it. */
    report_id: string;
    /** Empty once their account has ended. */
    reporter: string;
    kind: string;
    /** The event, person or room: one report of each by each reporter. */
    target: string;
    /** Whom it is about; null for a group. */
    subject: string | null;
    room_id: string | null;
    category: string;
    reason: string;
    created_ms: number;
    state: string;
    outcome: string | null;
    /** What the moderators say to the reporter. */
    note: string | null;
    closed_ms: number | null;
    closed_by: string | null;
    appeal: string | null;
  };
  /** What a report says was said. */
  report_message: {
    report_key: number;
    position: number;
    event_id: string;
    sent_ms: number;
    proof: string;
    type: string | null;
    /** JSON. */
    content: string | null;
  };
  /** Who did what when. Rows are added, and nothing else. */
  moderation_action: {
    key: Generated<number>;
    report_key: number;
    moderator: string;
    action: string;
    subject: string | null;
    note: string;
    subject_note: string;
    days: number | null;
    at_ms: number;
  };
  /** Whose first contacts are cut, and until when. */
  sender_limit: {
    user_id: string;
    until_ms: number;
  };
}
