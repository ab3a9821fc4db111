import { refusalsOf } from '@sotto/kit';
import type { ReplySpec } from '../../http/index.ts';

export type SyncRefusal = 'since_invalid' | 'sync_revoked';

export const refuse = refusalsOf<SyncRefusal>();

export const syncReplies: Readonly<Record<SyncRefusal, ReplySpec>> = {
  since_invalid: { status: 400, errcode: 'M_INVALID_PARAM' },
  sync_revoked: { status: 401, errcode: 'M_UNKNOWN_TOKEN' },
};
