import { refusalsOf } from '@sotto/kit';
import type { ReplySpec } from '../../http/index.ts';

export type KeyRefusal =
  | 'device_gone'
  | 'foreign_device_keys'
  | 'invalid_device_keys'
  | 'invalid_key_signature'
  | 'identity_key_changed'
  | 'invalid_one_time_key'
  | 'key_id_reused'
  | 'key_name_taken'
  | 'too_many_claims'
  | 'invalid_cross_signing_key'
  | 'master_key_missing'
  | 'too_many_signatures'
  | 'invalid_sync_token'
  | 'too_many_recipients'
  | 'to_device_too_large'
  | 'to_device_queue_full'
  | 'backup_not_found'
  | 'backup_key_not_found'
  | 'backup_key_too_large'
  | 'backup_info_mismatch'
  | 'wrong_backup_version'
  | 'too_many_backups'
  | 'backup_full';

export const keyReplies: Readonly<Record<KeyRefusal, ReplySpec>> = {
  device_gone: { status: 401, errcode: 'M_UNKNOWN_TOKEN' },
  foreign_device_keys: { status: 400, errcode: 'M_INVALID_PARAM' },
  invalid_device_keys: { status: 400, errcode: 'M_INVALID_PARAM' },
  invalid_key_signature: { status: 400, errcode: 'M_INVALID_SIGNATURE' },
  identity_key_changed: { status: 400, errcode: 'M_INVALID_PARAM' },
  invalid_one_time_key: { status: 400, errcode: 'M_INVALID_PARAM' },
  key_id_reused: { status: 400, errcode: 'M_INVALID_PARAM' },
  key_name_taken: { status: 403, errcode: 'M_FORBIDDEN' },
  too_many_claims: { status: 413, errcode: 'M_TOO_LARGE' },
  invalid_cross_signing_key: { status: 400, errcode: 'M_INVALID_PARAM' },
  master_key_missing: { status: 400, errcode: 'M_MISSING_PARAM' },
  too_many_signatures: { status: 413, errcode: 'M_TOO_LARGE' },
  invalid_sync_token: { status: 400, errcode: 'M_INVALID_PARAM' },
  too_many_recipients: { status: 413, errcode: 'M_TOO_LARGE' },
  to_device_too_large: { status: 413, errcode: 'M_TOO_LARGE' },
  to_device_queue_full: { status: 429, errcode: 'M_LIMIT_EXCEEDED' },
  backup_not_found: { status: 404, errcode: 'M_NOT_FOUND' },
  backup_key_not_found: { status: 404, errcode: 'M_NOT_FOUND' },
  backup_key_too_large: { status: 413, errcode: 'M_TOO_LARGE' },
  backup_info_mismatch: { status: 400, errcode: 'M_INVALID_PARAM' },
  wrong_backup_version: { status: 403, errcode: 'M_WRONG_ROOM_KEYS_VERSION' },
  too_many_backups: { status: 413, errcode: 'M_TOO_LARGE' },
  backup_full: { status: 413, errcode: 'M_TOO_LARGE' },
};

export const refuse = refusalsOf<KeyRefusal>();
