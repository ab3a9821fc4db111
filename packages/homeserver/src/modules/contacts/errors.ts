import { refusalsOf } from '@sotto/kit';
import type { ReplySpec } from '../../http/index.ts';

export type ContactRefusal = 'nobody_to_talk_to' | 'person_unknown' | 'conversation_claimed';

export const refuse = refusalsOf<ContactRefusal>();

export const contactReplies: Readonly<Record<ContactRefusal, ReplySpec>> = {
  nobody_to_talk_to: { status: 400, errcode: 'M_INVALID_PARAM' },
  person_unknown: { status: 404, errcode: 'M_NOT_FOUND' },
  // Never leaves the service: whoever was slower is given the conversation of whoever was quicker.
  conversation_claimed: { status: 409, errcode: 'M_UNKNOWN' },
};
