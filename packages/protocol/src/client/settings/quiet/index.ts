export { localMoment, type LocalMoment } from './local-moment.ts';
export { QUIET_EXCEPT_MAX, quietHoursSchema, type QuietHours } from './quiet-hours.ts';
export { isQuietAt } from './quiet-rules.ts';
export { QUIET_HOURS_TYPE, READ_QUIETLY_TYPE, SILENT_FIELD } from './quiet-words.ts';
