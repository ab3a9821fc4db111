import { Spinner, useToast } from '@sotto/ui';
import { useNavigate } from '@tanstack/react-router';
import { useAccount, useAttempt } from '../../app/index.ts';
import { NameLine } from '../../people/name-line.tsx';
import { ChannelMark, channelWords } from './channel-mark.tsx';
import type { ChannelRowProps } from './channel-row.tsx';

/** A channel one could be in: choosing it joins it and opens it. */
export function JoinableChannelRow({ channel, index, tabbable }: ChannelRowProps) {
  const { communities } = useAccount();
  const navigate = useNavigate();
  const toast = useToast();
  const attempt = useAttempt();
  const words = channelWords(channel) ?? channel.topic;

  async function join(): Promise<void> {
    const joined = await attempt.run(async () => {
      const outcome = await communities.joinChannel(channel.id);
      if (!outcome.ok) toast.show({ text: outcome.problem.message, tone: 'danger' });
      return outcome;
    });
    if (!joined) return;
    await navigate({ to: '/c/$conversationId', params: { conversationId: channel.id } });
  }

  return (
    <button
      type="button"
      data-row={index}
      tabIndex={tabbable ? 0 : -1}
      aria-busy={attempt.busy}
      onClick={() => {
        void join();
      }}
      className="flex min-h-12 w-full items-center gap-3 px-4 text-start -outline-offset-2 hover:bg-hover"
    >
      <span className="shrink-0 text-quiet">
        <ChannelMark {...channel} />
      </span>
      <span className="min-w-0 flex-1 py-1">
        <NameLine className="text-quiet">{channel.name}</NameLine>
        {words !== null && <NameLine className="text-meta text-quiet">{words}</NameLine>}
      </span>
      {attempt.busy ? (
        <Spinner className="size-4.5" />
      ) : (
        <span className="text-small font-semibold text-accent">Join</span>
      )}
    </button>
  );
}
