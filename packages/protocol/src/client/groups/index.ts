export { addMembers, MEMBERS_ADDED_MAX } from './add-members.ts';
export {
  GROUP_LINK_FIELD,
  GROUP_PERMISSIONS,
  GROUP_ROLES,
  HISTORY_COUNT_MAX,
  HISTORY_FIELD,
  historyChoiceSchema,
  LABEL_FIELD,
  MEMBER_LABEL_MAX,
  PERMISSION_EVENTS,
  ROLE_LEVELS,
  roleOfLevel,
  SILENT_LEAVE_FIELD,
  SLOW_MODE_SECONDS_MAX,
  SLOW_MODE_TYPE,
  type GroupPermission,
  type GroupRole,
  type HistoryChoice,
} from './group-state.ts';
export { createGroupLink } from './links/create-group-link.ts';
export { getGroupLink } from './links/get-group-link.ts';
export { GROUP_LINK_LABEL_MAX, GROUP_LINKS_MAX } from './links/group-link.ts';
export { joinByGroupLink } from './links/join-by-group-link.ts';
export { listGroupLinks } from './links/list-group-links.ts';
export { revokeGroupLink } from './links/revoke-group-link.ts';
export { setGroupPermissions } from './set-group-permissions.ts';
export { setMemberRole } from './set-member-role.ts';
export { setOwnLabel } from './set-own-label.ts';
