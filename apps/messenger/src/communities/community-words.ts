import type { GroupRole } from '@sotto/protocol';

/** Who may add channels and close them. */
export function mayManage(role: GroupRole): boolean {
  return role === 'owner' || role === 'admin';
}

export function peopleCount(count: number): string {
  return count === 1 ? '1 person' : `${count} people`;
}
