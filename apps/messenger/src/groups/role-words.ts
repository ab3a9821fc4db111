import type { GroupMember } from '@sotto/client';

export type Role = GroupMember['role'];

/** From the mightiest to the least. */
export const roles: readonly Role[] = ['owner', 'admin', 'moderator', 'member'];

export const roleNames: Readonly<Record<Role, string>> = {
  owner: 'Owner',
  admin: 'Admin',
  moderator: 'Moderator',
  member: 'Member',
};

/** What each role may do, for whoever gives it. */
export const roleMeanings: Readonly<Record<Role, string>> = {
  owner: 'Everything, also making others owners',
  admin: 'Set roles and permissions, and all a moderator may',
  moderator: 'Remove people and messages, let people in, set slow mode',
  member: 'What the group lets its members do',
};

/** Who may, as the end of a sentence: `moderators and above`. */
export const atLeastNames: Readonly<Record<Role, string>> = {
  owner: 'Owners only',
  admin: 'Admins and owners',
  moderator: 'Moderators and above',
  member: 'Everybody',
};
