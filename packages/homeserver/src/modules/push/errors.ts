import { refusalsOf } from '@sotto/kit';
import type { ReplySpec } from '../../http/index.ts';

export type PushRefusal =
  | 'push_rule_not_found'
  | 'push_rule_kind_unknown'
  | 'push_rule_id_invalid'
  | 'push_rule_is_default'
  | 'push_rule_invalid'
  | 'push_rule_neighbour_unknown'
  | 'push_rule_too_large'
  | 'too_many_push_rules'
  | 'quiet_hours_invalid';

export const pushReplies: Readonly<Record<PushRefusal, ReplySpec>> = {
  push_rule_not_found: { status: 404, errcode: 'M_NOT_FOUND' },
  push_rule_kind_unknown: { status: 400, errcode: 'M_INVALID_PARAM' },
  push_rule_id_invalid: { status: 400, errcode: 'M_INVALID_PARAM' },
  push_rule_is_default: { status: 400, errcode: 'M_INVALID_PARAM' },
  push_rule_invalid: { status: 400, errcode: 'M_BAD_JSON' },
  // The specification's answer.
  push_rule_neighbour_unknown: { status: 400, errcode: 'M_UNKNOWN' },
  push_rule_too_large: { status: 413, errcode: 'M_TOO_LARGE' },
  too_many_push_rules: { status: 403, errcode: 'M_FORBIDDEN' },
  quiet_hours_invalid: { status: 400, errcode: 'M_BAD_JSON' },
};

export const refuse = refusalsOf<PushRefusal>();
