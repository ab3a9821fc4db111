import { refusalsOf } from '@sotto/kit';
import type { ReplySpec } from '../../http/index.ts';

export type AccountRefusal =
  | 'user_in_use'
  | 'invalid_username'
  | 'registration_closed'
  | 'guests_refused'
  | 'weak_password'
  | 'invalid_password'
  | 'username_missing'
  | 'password_missing'
  | 'wrong_credentials'
  | 'unknown_login_type'
  | 'too_many_attempts'
  | 'passwords_busy'
  | 'interactive_auth'
  | 'unknown_refresh_token'
  | 'invalid_device_id'
  | 'device_id_forbidden'
  | 'invalid_device_name'
  | 'device_not_found'
  | 'too_many_devices'
  | 'profile_not_found'
  | 'not_own_profile'
  | 'invalid_profile_key'
  | 'profile_key_too_large'
  | 'profile_field_missing'
  | 'profile_field_of_server'
  | 'invalid_profile_field'
  | 'profile_too_large'
  | 'discoverability_invalid'
  | 'account_not_found'
  | 'wrong_login_token'
  | 'device_link_not_found'
  | 'device_link_taken'
  | 'device_link_wrong_number'
  | 'too_many_device_links'
  | 'too_many_link_codes'
  | 'user_suspended';

export const accountReplies: Readonly<Record<AccountRefusal, ReplySpec>> = {
  user_in_use: { status: 400, errcode: 'M_USER_IN_USE' },
  invalid_username: { status: 400, errcode: 'M_INVALID_USERNAME' },
  registration_closed: { status: 403, errcode: 'M_FORBIDDEN' },
  guests_refused: { status: 403, errcode: 'M_FORBIDDEN' },
  weak_password: { status: 400, errcode: 'M_WEAK_PASSWORD' },
  invalid_password: { status: 400, errcode: 'M_INVALID_PARAM' },
  username_missing: { status: 400, errcode: 'M_MISSING_PARAM' },
  password_missing: { status: 400, errcode: 'M_MISSING_PARAM' },
  wrong_credentials: { status: 403, errcode: 'M_FORBIDDEN' },
  unknown_login_type: { status: 400, errcode: 'M_UNKNOWN' },
  too_many_attempts: { status: 429, errcode: 'M_LIMIT_EXCEEDED' },
  passwords_busy: { status: 429, errcode: 'M_LIMIT_EXCEEDED' },
  interactive_auth: { status: 401, errcode: null },
  unknown_refresh_token: { status: 401, errcode: 'M_UNKNOWN_TOKEN' },
  invalid_device_id: { status: 400, errcode: 'M_INVALID_PARAM' },
  device_id_forbidden: { status: 403, errcode: 'M_FORBIDDEN' },
  invalid_device_name: { status: 400, errcode: 'M_INVALID_PARAM' },
  device_not_found: { status: 404, errcode: 'M_NOT_FOUND' },
  too_many_devices: { status: 403, errcode: 'M_USER_LIMIT_EXCEEDED' },
  profile_not_found: { status: 404, errcode: 'M_NOT_FOUND' },
  not_own_profile: { status: 403, errcode: 'M_FORBIDDEN' },
  invalid_profile_key: { status: 400, errcode: 'M_INVALID_PARAM' },
  profile_key_too_large: { status: 400, errcode: 'M_KEY_TOO_LARGE' },
  profile_field_of_server: { status: 403, errcode: 'M_FORBIDDEN' },
  profile_field_missing: { status: 400, errcode: 'M_MISSING_PARAM' },
  invalid_profile_field: { status: 400, errcode: 'M_INVALID_PARAM' },
  profile_too_large: { status: 400, errcode: 'M_PROFILE_TOO_LARGE' },
  discoverability_invalid: { status: 400, errcode: 'M_BAD_JSON' },
  account_not_found: { status: 404, errcode: 'M_NOT_FOUND' },
  wrong_login_token: { status: 403, errcode: 'M_FORBIDDEN' },
  device_link_not_found: { status: 404, errcode: 'M_NOT_FOUND' },
  device_link_taken: { status: 403, errcode: 'M_FORBIDDEN' },
  device_link_wrong_number: { status: 403, errcode: 'M_FORBIDDEN' },
  too_many_device_links: { status: 429, errcode: 'M_LIMIT_EXCEEDED' },
  too_many_link_codes: { status: 429, errcode: 'M_LIMIT_EXCEEDED' },
  user_suspended: { status: 403, errcode: 'M_USER_SUSPENDED' },
};

export const refuse = refusalsOf<AccountRefusal>();
