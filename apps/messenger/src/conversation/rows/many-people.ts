import type { ConversationSummary, TimelineItem } from '@sotto/client';

/**
 * Whether messages need their sender's name: in a group, and wherever more than one other person
 * has spoken. A conversation of two may have had a third who left; their words stay theirs.
 */
export function needsNames(
  kind: ConversationSummary['kind'],
  items: readonly TimelineItem[],
): boolean {
  if (kind === 'group') return true;
  let other: string | null = null;
  for (const item of items) {
    if (item.kind === 'notice' || item.mine || item.sender.userId === other) continue;
    if (other !== null) return true;
    other = item.sender.userId;
  }
  return false;
}
