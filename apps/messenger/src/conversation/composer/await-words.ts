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

/** Why I cannot write in this channel; null where I can. */
export function silenceWords(channel: ConversationSummary['channel']): string | null {
  if (channel === undefined || channel.mayWrite) return null;
  return channel.closed
    ? 'This channel is closed. What was said stays here.'
    : 'Only staff can write here.';
}
