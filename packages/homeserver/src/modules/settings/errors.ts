import { refusalsOf } from '@sotto/kit';
import type { ReplySpec } from '../../http/index.ts';

export type SettingRefusal =
  | 'not_own_settings'
  | 'server_managed_type'
  | 'account_data_not_found'
  | 'account_data_too_large'
  | 'too_many_account_data_types'
  | 'account_data_room_invalid'
  | 'account_data_room_forbidden'
  | 'filter_not_found'
  | 'invalid_filter';

export const settingReplies: Readonly<Record<SettingRefusal, ReplySpec>> = {
  not_own_settings: { status: 403, errcode: 'M_FORBIDDEN' },
  server_managed_type: { status: 405, errcode: 'M_BAD_JSON' },
  account_data_not_found: { status: 404, errcode: 'M_NOT_FOUND' },
  account_data_too_large: { status: 413, errcode: 'M_TOO_LARGE' },
  too_many_account_data_types: { status: 403, errcode: 'M_FORBIDDEN' },
  account_data_room_invalid: { status: 400, errcode: 'M_INVALID_PARAM' },
  account_data_room_forbidden: { status: 403, errcode: 'M_FORBIDDEN' },
  filter_not_found: { status: 404, errcode: 'M_NOT_FOUND' },
  invalid_filter: { status: 400, errcode: 'M_BAD_JSON' },
};

export const refuse = refusalsOf<SettingRefusal>();
