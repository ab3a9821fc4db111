import { refusalsOf } from '@sotto/kit';
import type { ReplySpec } from '../../http/index.ts';

export type ReceiptRefusal =
  | 'receipt_room_forbidden'
  | 'receipt_thread_invalid'
  | 'typing_room_forbidden'
  | 'typing_as_another'
  | 'presence_of_another'
  | 'presence_hidden';

export const receiptReplies: Readonly<Record<ReceiptRefusal, ReplySpec>> = {
  receipt_room_forbidden: { status: 403, errcode: 'M_FORBIDDEN' },
  receipt_thread_invalid: { status: 400, errcode: 'M_INVALID_PARAM' },
  typing_room_forbidden: { status: 403, errcode: 'M_FORBIDDEN' },
  typing_as_another: { status: 403, errcode: 'M_FORBIDDEN' },
  presence_of_another: { status: 403, errcode: 'M_FORBIDDEN' },
  presence_hidden: { status: 403, errcode: 'M_FORBIDDEN' },
};

export const refuse = refusalsOf<ReceiptRefusal>();
