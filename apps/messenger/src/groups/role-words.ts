import type { GroupKind, GroupMember } from '@sotto/client';

export type Role = GroupMember['role'];

/** From the mightiest to the least. */
export const roles: readonly Role[] = ['owner', 'admin', 'moderator', 'member'];

export const roleNames: Readonly<Record<Role, string>> = {
  owner: 'Owner',
  admin: 'Admin',
  moderator: 'Moderator',
  member: 'Member',
};

const groupMeanings: Readonly<Record<Role, string>> = {
  owner: 'Everything, also making others owners',
  admin: 'Set roles and permissions, and all a moderator may',
  moderator: 'Remove people and messages, let people in, set slow mode',
  member: 'What the group lets its members do',
};

const communityMeanings: Readonly<Record<Role, string>> = {
  owner: 'Everything in the community and its channels, also making others owners',
  admin: 'Set roles, add and close channels, and all a moderator may',
  moderator: 'Announce, add and remove people, remove messages in all channels',
  member: 'Read announcements, write in the other channels',
};

/** What a role may do, for whoever gives it. In a channel it is that of the community. */
export function roleMeaning(kind: GroupKind, role: Role): string {
  return (kind === 'group' ? groupMeanings : communityMeanings)[role];
}

/** Who may, as the end of a sentence: `moderators and above`. */
export const atLeastNames: Readonly<Record<Role, string>> = {
  owner: 'Owners only',
  admin: 'Admins and owners',
  moderator: 'Moderators and above',
  member: 'Everybody',
};
