import type { GroupRole } from '@sotto/protocol';

const ROLE_WORDS: Readonly<Record<GroupRole, string>> = {
  owner: 'Owner',
  admin: 'Admin',
  moderator: 'Moderator',
  member: '',
};

/** What stands beside a name; nothing for those who are members and no more. */
export function roleWords(role: GroupRole): string {
  return ROLE_WORDS[role];
}

/** Who may add channels and close them. */
export function mayManage(role: GroupRole): boolean {
  return role === 'owner' || role === 'admin';
}

export function peopleCount(count: number): string {
  return count === 1 ? '1 person' : `${count} people`;
}
