export interface GroupTables {
  group_link: {
    token: string;
    room_id: string;
    created_by: string;
    label: string;
    created_ms: number;
    uses: number;
    uses_max: number | null;
    expires_ms: number | null;
  };
  /** When somebody last wrote where slow mode is on. */
  slow_mode_turn: { room_id: string; user_id: string; at_ms: number };
}
