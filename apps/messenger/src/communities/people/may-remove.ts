import type { GroupRole } from '@sotto/protocol';

/** From the least to the most. */
const ORDER: readonly GroupRole[] = ['member', 'moderator', 'admin', 'owner'];

/** Staff remove those below them. */
export function mayRemove(mine: GroupRole, theirs: GroupRole): boolean {
  return mine !== 'member' && ORDER.indexOf(mine) > ORDER.indexOf(theirs);
}
