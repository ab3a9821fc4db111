import type { ConversationSummary } from '@sotto/client';
import { Banner } from '@sotto/ui';
import { Hourglass } from 'lucide-react';

/** Until the other person accepts, what I write waits with my request. */
export function WaitingBanner({ summary }: { readonly summary: ConversationSummary }) {
  if (!summary.waitingForAcceptance) return null;
  return (
    <Banner icon={<Hourglass aria-hidden="true" />}>
      <bdi>{summary.title}</bdi> hasn’t accepted your request yet. Your messages wait there until
      then.
    </Banner>
  );
}
