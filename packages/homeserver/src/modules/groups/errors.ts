import { refusalsOf } from '@sotto/kit';
import type { ReplySpec } from '../../http/index.ts';

export type GroupRefusal =
  | 'owner_needed'
  | 'role_fixed'
  | 'member_unknown'
  | 'member_banned'
  | 'newcomer_unknown'
  | 'slow_mode'
  | 'slow_mode_invalid'
  | 'history_invalid'
  | 'label_invalid'
  | 'knock_too_soon'
  | 'removed_before'
  | 'cannot_add';

export const refuse = refusalsOf<GroupRefusal>();

const forbidden: ReplySpec = { status: 403, errcode: 'M_FORBIDDEN' };
const notFound: ReplySpec = { status: 404, errcode: 'M_NOT_FOUND' };
const invalid: ReplySpec = { status: 400, errcode: 'M_INVALID_PARAM' };

export const groupReplies: Readonly<Record<GroupRefusal, ReplySpec>> = {
  owner_needed: { status: 403, errcode: 'APP.SOTTO.OWNER_NEEDED' },
  role_fixed: invalid,
  member_unknown: notFound,
  member_banned: forbidden,
  newcomer_unknown: notFound,
  slow_mode: { status: 429, errcode: 'M_LIMIT_EXCEEDED' },
  slow_mode_invalid: invalid,
  history_invalid: invalid,
  label_invalid: invalid,
  knock_too_soon: forbidden,
  removed_before: forbidden,
  cannot_add: forbidden,
};
