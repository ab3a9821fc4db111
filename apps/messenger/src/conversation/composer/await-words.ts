import type { ConversationSummary } from '@sotto/client';
import { isolated } from '../../people/names.ts';

/** Until when a request has said all it may; null while there is more to say. */
export function awaitWords({
  requestMessagesLeft,
  person,
  title,
}: Pick<ConversationSummary, 'requestMessagesLeft' | 'person' | 'title'>): string | null {
  if (requestMessagesLeft !== 0) return null;
  return `You can write more once ${person ? isolated(title) : 'somebody'} accepts.`;
}
