export interface SettingTables {
  account_data: {
    user_id: string;
    /** 0 for what belongs to no room: the keys of rooms begin at 1. */
    room_key: number;
    type: string;
    content: string;
  };
  sync_filter: {
    user_id: string;
    filter_id: string;
    definition: string;
    uploaded_ms: number;
  };
}
