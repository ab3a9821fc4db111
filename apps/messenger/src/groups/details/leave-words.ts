import type { GroupKind } from '@sotto/client';

/** What becomes of it, for whoever leaves. Nobody comes back into a closed channel. */
export function leaveWords(kind: GroupKind, closed: boolean): string {
  switch (kind) {
    case 'community':
      return 'You leave all of its channels too. Conversations with its people stay. To come back you need a link or somebody who adds you.';
    case 'channel':
      return closed
        ? 'You can no longer read what was said in it, and cannot come back: it is closed.'
        : 'New messages in it no longer reach you. You stay in the community, and can join the channel again.';
    case 'group':
    default:
      return 'It goes from your list, and new messages in it no longer reach you.';
  }
}
