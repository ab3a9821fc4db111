/** In the content of an event: its sender wants nobody disturbed. See `docs/reference/quiet/silent.md`. */
export const SILENT_FIELD = 'app.sotto.silent';

/** Global account data: when its owner is not to be disturbed. See `docs/reference/quiet/quiet-hours.md`. */
export const QUIET_HOURS_TYPE = 'app.sotto.quiet_hours';

/** Account data of a room: its owner reads there without telling. See `docs/reference/visibility.md`. */
export const READ_QUIETLY_TYPE = 'app.sotto.read_quietly';
