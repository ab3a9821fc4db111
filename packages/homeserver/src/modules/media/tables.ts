export interface MediaTables {
  media: {
    media_id: string;
    user_id: string;
    created_ms: number;
    /** Names the file; null until something was uploaded. */
    file_id: string | null;
    /** 0 until something was uploaded. */
    bytes: number;
    content_type: string | null;
    file_name: string | null;
  };
}
