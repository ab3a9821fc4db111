export interface CommunityTables {
  /** Spaces that were made as communities, whose channels go with them. */
  community: { room_id: string; created_by: string; created_ms: number };
  /** Every channel there ever was: who is removed leaves the closed ones too. */
  community_channel: {
    room_id: string;
    community_id: string;
    /** Counts up within a community. */
    number: number;
    suggested: number;
    closed: number;
  };
}
