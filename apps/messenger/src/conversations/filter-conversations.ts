import type { ConversationSummary } from '@sotto/client';
import { folded, matchesWords } from '../people/search-words.ts';

/** Conversations whose title or people match, in their order, titles that begin with the query first. */
export function filterConversations(
  conversations: readonly ConversationSummary[],
  query: string,
): readonly ConversationSummary[] {
  const sought = query.trim();
  if (sought === '') return conversations;
  const start = folded(sought);
  const found = conversations.filter(({ title, members, person }) => {
    const people = person === null ? members : [person, ...members];
    const texts = people.flatMap(({ displayName, ownName = '', handle }) => [
      displayName,
      ownName,
      handle,
    ]);
    return matchesWords([title, ...texts], sought);
  });
  const begins = (conversation: ConversationSummary) =>
    folded(conversation.title).startsWith(start);
  return [...found.filter(begins), ...found.filter((conversation) => !begins(conversation))];
}
