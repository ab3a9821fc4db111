import type { ConversationSummary } from '@sotto/client';
import { Banner } from '@sotto/ui';
import { Hourglass } from 'lucide-react';

/** Until somebody accepts, what I write waits with my request, and there is a limit to it. */
export function WaitingBanner({ summary }: { readonly summary: ConversationSummary }) {
  const { requestMessagesLeft: left, person } = summary;
  if (left === null) return null;
  return (
    <Banner icon={<Hourglass aria-hidden="true" />}>
      {person ? <bdi>{summary.title}</bdi> : 'Nobody'} has not accepted yet.
      {left > 0 && ` You can write ${left} more ${left === 1 ? 'message' : 'messages'}.`}
    </Banner>
  );
}
