export interface MinorTables {
  /** Who is protected as a minor, or is not though everybody else is. */
  age_mark: {
    user_id: string;
    /** 1 for a minor, 0 for somebody the operator says is of age. */
    minor: number;
    /** When a minor comes of age; null if only the operator can say so. Never a date of birth. */
    until_ms: number | null;
    /** By which a server notices what a command beside it wrote. */
    changed_ms: number;
  };
}
