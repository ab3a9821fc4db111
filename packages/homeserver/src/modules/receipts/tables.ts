export interface ReceiptTables {
  /** How far somebody has read: one row per kind of receipt and thread. */
  receipt: {
    room_key: number;
    user_id: string;
    type: string;
    /** Empty for a receipt that speaks of the whole room, `main` or the id of a thread's root. */
    thread_id: string;
    event_id: string;
    /** Where the event stands in the room's log. Only grows. */
    position: number;
    sent_ms: number;
  };
}
