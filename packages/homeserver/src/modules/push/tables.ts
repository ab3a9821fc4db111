export interface PushTables {
  /** Of those who have changed their push rules. */
  push_rules: {
    owner: string;
    /** JSON: their own rules by kind, and what they changed of the default ones. */
    rules: string;
  };
  /** `app.sotto.quiet_hours`, of those who have set it. */
  quiet_hours: {
    owner: string;
    /** JSON. */
    hours: string;
  };
}
