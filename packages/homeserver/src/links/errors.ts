import { refusalsOf } from '@sotto/kit';
import type { ReplySpec } from '../http/index.ts';

export type LinkRefusal = 'link_not_found' | 'link_invalid' | 'too_many_links';

export const refuse = refusalsOf<LinkRefusal>();

export const linkReplies: Readonly<Record<LinkRefusal, ReplySpec>> = {
  link_not_found: { status: 404, errcode: 'M_NOT_FOUND' },
  link_invalid: { status: 400, errcode: 'M_INVALID_PARAM' },
  too_many_links: { status: 403, errcode: 'M_FORBIDDEN' },
};

/** Another's link, one that no longer works and none at all are the same. */
export function noSuchLink() {
  return refuse('link_not_found', 'This link does not work any more.');
}
