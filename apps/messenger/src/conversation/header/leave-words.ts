import type { ConversationSummary } from '@sotto/client';

/** What leaving it is called. */
export function leaveWords({ kind, channel }: ConversationSummary): string {
  if (channel) return 'Leave channel';
  return kind === 'group' ? 'Leave group' : 'Leave conversation';
}
