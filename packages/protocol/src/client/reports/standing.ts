/**
 * Global account data in which the server tells somebody what moderators decided about their account. Only
 * the server writes it. See `docs/reference/reports.md`.
 */
export const STANDING_TYPE = 'app.sotto.standing';

/** Global account data in which the server tells a reporter that one of their reports was decided. */
export const REPORT_NEWS_TYPE = 'app.sotto.report_news';
/** How many notes somebody is shown. */
export const STANDING_NOTES_MAX = 20;

export const MODERATOR_ACTIONS = ['dismiss', 'warn', 'limit', 'suspend', 'lift'] as const;
export type ModeratorAction = (typeof MODERATOR_ACTIONS)[number];
/** For how long a limit may hold. */
export const LIMIT_DAYS_MAX = 90;

/** The content of `STANDING_TYPE`. Times in ms since 1970. */
export interface Standing {
  readonly suspended: boolean;
  readonly limited_until?: number;
  /** The newest first. */
  readonly notes: readonly {
    readonly action: Exclude<ModeratorAction, 'dismiss'>;
    readonly note: string;
    readonly at_ts: number;
  }[];
}
