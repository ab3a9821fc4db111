import { refusalsOf } from '@sotto/kit';
import type { ReplySpec } from '../../http/index.ts';

export type CommunityRefusal =
  | 'community_not_found'
  | 'community_not_yours'
  | 'community_full'
  | 'community_changed'
  | 'too_many_communities'
  | 'too_many_channels'
  | 'channel_not_found'
  | 'channel_name_empty'
  | 'channel_closed'
  | 'not_in_community'
  | 'channel_roles_fixed'
  | 'restricted_join_refused'
  | 'hierarchy_token_invalid'
  | 'directory_token_invalid'
  | 'summary_not_found'
  | 'hierarchy_not_found';

export const refuse = refusalsOf<CommunityRefusal>();

const forbidden: ReplySpec = { status: 403, errcode: 'M_FORBIDDEN' };
const notFound: ReplySpec = { status: 404, errcode: 'M_NOT_FOUND' };
const invalid: ReplySpec = { status: 400, errcode: 'M_INVALID_PARAM' };

export const communityReplies: Readonly<Record<CommunityRefusal, ReplySpec>> = {
  // One that one is not in and one that is not there look the same from outside.
  community_not_found: forbidden,
  community_not_yours: forbidden,
  community_full: forbidden,
  community_changed: { status: 409, errcode: 'M_UNKNOWN' },
  too_many_communities: { status: 429, errcode: 'M_LIMIT_EXCEEDED' },
  too_many_channels: forbidden,
  channel_not_found: notFound,
  channel_name_empty: invalid,
  channel_closed: forbidden,
  not_in_community: forbidden,
  channel_roles_fixed: forbidden,
  restricted_join_refused: forbidden,
  hierarchy_token_invalid: invalid,
  directory_token_invalid: invalid,
  summary_not_found: notFound,
  hierarchy_not_found: forbidden,
};
