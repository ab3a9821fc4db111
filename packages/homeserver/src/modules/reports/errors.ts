import { refusalsOf } from '@sotto/kit';
import type { ReplySpec } from '../../http/index.ts';

export type ReportRefusal =
  | 'reported_event_not_found'
  | 'reported_person_not_found'
  | 'reported_room_not_found'
  | 'own_report'
  | 'foreign_message'
  | 'repeated_message'
  | 'proof_invalid'
  | 'proof_missing'
  | 'proof_unavailable'
  | 'disclosure_invalid'
  | 'reports_used_up'
  | 'own_report_not_found'
  | 'not_decided'
  | 'appealed_already'
  | 'appeal_too_late'
  | 'appeal_empty'
  | 'moderators_only'
  | 'queue_token_invalid'
  | 'report_not_found'
  | 'reported_photo_not_found'
  | 'not_of_this_server'
  | 'suspended_account_unknown'
  | 'report_decided'
  | 'nobody_to_act_on'
  | 'moderator_untouchable'
  | 'note_missing'
  | 'days_missing'
  | 'standing_is_read_only';

export const refuse = refusalsOf<ReportRefusal>();

const notFound: ReplySpec = { status: 404, errcode: 'M_NOT_FOUND' };
const invalid: ReplySpec = { status: 400, errcode: 'M_INVALID_PARAM' };
const forbidden: ReplySpec = { status: 403, errcode: 'M_FORBIDDEN' };

export const reportReplies: Readonly<Record<ReportRefusal, ReplySpec>> = {
  reported_event_not_found: notFound,
  reported_person_not_found: notFound,
  reported_room_not_found: notFound,
  own_report: invalid,
  foreign_message: invalid,
  repeated_message: invalid,
  proof_invalid: { status: 400, errcode: 'APP.SOTTO.PROOF_INVALID' },
  proof_missing: { status: 400, errcode: 'APP.SOTTO.PROOF_MISSING' },
  proof_unavailable: { status: 400, errcode: 'APP.SOTTO.PROOF_UNAVAILABLE' },
  disclosure_invalid: { status: 400, errcode: 'M_BAD_JSON' },
  reports_used_up: { status: 429, errcode: 'M_LIMIT_EXCEEDED' },
  own_report_not_found: notFound,
  not_decided: invalid,
  appealed_already: forbidden,
  appeal_too_late: forbidden,
  appeal_empty: invalid,
  moderators_only: forbidden,
  queue_token_invalid: invalid,
  report_not_found: notFound,
  reported_photo_not_found: notFound,
  not_of_this_server: invalid,
  suspended_account_unknown: notFound,
  report_decided: { status: 409, errcode: 'APP.SOTTO.REPORT_DECIDED' },
  nobody_to_act_on: invalid,
  moderator_untouchable: forbidden,
  note_missing: { status: 400, errcode: 'M_MISSING_PARAM' },
  days_missing: { status: 400, errcode: 'M_MISSING_PARAM' },
  standing_is_read_only: forbidden,
};
