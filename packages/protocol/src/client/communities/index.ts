export { addChannel } from './add-channel.ts';
export { closeChannel } from './close-channel.ts';
export {
  ANNOUNCEMENT_LEVEL,
  CHANNELS_FIRST_MAX,
  CHANNELS_MAX,
  CHANNELS_SUGGESTED_MAX,
  CLOSED_LEVEL,
  COMMUNITIES_PER_DAY,
  COMMUNITY_FIELD,
  SPACE_CHILD_TYPE,
  SPACE_TYPE,
} from './community-state.ts';
export { createCommunity } from './create-community.ts';
export { getRoomSummary } from './get-room-summary.ts';
export { getSpaceHierarchy } from './get-space-hierarchy.ts';
export { COMMUNITY_MEMBERS_PAGE_MAX, listCommunityMembers } from './list-community-members.ts';
