import type { Route } from '../../../http/index.ts';
import type { Groups } from '../service.ts';
import { addMembersRoute } from './add-members.ts';
import { createGroupLinkRoute } from './links/create-group-link.ts';
import { getGroupLinkRoute } from './links/get-group-link.ts';
import { joinByGroupLinkRoute } from './links/join-by-group-link.ts';
import { listGroupLinksRoute } from './links/list-group-links.ts';
import { revokeGroupLinkRoute } from './links/revoke-group-link.ts';
import { setGroupPermissionsRoute } from './set-group-permissions.ts';
import { setMemberRoleRoute } from './set-member-role.ts';
import { setOwnLabelRoute } from './set-own-label.ts';

export function groupRoutes({ links, members, roles }: Groups): Route[] {
  return [
    addMembersRoute(members),
    setOwnLabelRoute(members),
    setMemberRoleRoute(roles),
    setGroupPermissionsRoute(roles),
    createGroupLinkRoute(links),
    listGroupLinksRoute(links),
    getGroupLinkRoute(links),
    revokeGroupLinkRoute(links),
    joinByGroupLinkRoute(links),
  ];
}
