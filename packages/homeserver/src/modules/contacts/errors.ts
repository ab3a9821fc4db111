import { refusalsOf } from '@sotto/kit';
import type { ReplySpec } from '../../http/index.ts';

export type ContactRefusal =
  | 'nobody_to_talk_to'
  | 'person_unknown'
  | 'conversation_claimed'
  | 'contact_is_oneself'
  | 'too_many_contacts'
  | 'policy_invalid'
  | 'block_list_invalid'
  | 'visibility_invalid'
  | 'awaiting_acceptance'
  | 'first_contacts_used_up'
  | 'first_contact_refused'
  | 'person_blocked'
  | 'request_not_found'
  | 'link_not_for_several';

export const refuse = refusalsOf<ContactRefusal>();

export const contactReplies: Readonly<Record<ContactRefusal, ReplySpec>> = {
  nobody_to_talk_to: { status: 400, errcode: 'M_INVALID_PARAM' },
  person_unknown: { status: 404, errcode: 'M_NOT_FOUND' },
  // Never leaves the service: whoever was slower is given the conversation of whoever was quicker.
  conversation_claimed: { status: 409, errcode: 'M_UNKNOWN' },
  contact_is_oneself: { status: 400, errcode: 'M_INVALID_PARAM' },
  too_many_contacts: { status: 403, errcode: 'M_FORBIDDEN' },
  policy_invalid: { status: 400, errcode: 'M_BAD_JSON' },
  block_list_invalid: { status: 400, errcode: 'M_BAD_JSON' },
  visibility_invalid: { status: 400, errcode: 'M_BAD_JSON' },
  awaiting_acceptance: { status: 403, errcode: 'APP.SOTTO.AWAITING_ACCEPTANCE' },
  first_contacts_used_up: { status: 429, errcode: 'M_LIMIT_EXCEEDED' },
  first_contact_refused: { status: 403, errcode: 'M_INVITE_BLOCKED' },
  person_blocked: { status: 403, errcode: 'M_FORBIDDEN' },
  request_not_found: { status: 404, errcode: 'M_NOT_FOUND' },
  link_not_for_several: { status: 400, errcode: 'M_INVALID_PARAM' },
};
