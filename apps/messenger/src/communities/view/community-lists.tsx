import type { ChannelSummary, CommunitySummary } from '@sotto/client';
import { buttonClasses, useObservable } from '@sotto/ui';
import { Link, useParams } from '@tanstack/react-router';
import { useRef, type ReactNode } from 'react';
import { useAccount } from '../../app/index.ts';
import { useNowMs } from '../../conversation/time/reader-calendar.ts';
import { ConversationRow } from '../../conversations/conversation-row.tsx';
import { useRovingRows } from '../../conversations/use-roving-rows.ts';
import { useMuting } from '../../quiet/use-muting.tsx';
import { ChannelRow } from './channel-row.tsx';
import { JoinableChannelRow } from './joinable-channel-row.tsx';

export interface CommunityListsProps {
  readonly community: CommunitySummary;
  /** Whether the server has been asked for channels one could join. */
  readonly looked: boolean;
}

/** Channels, those one could join, and conversations with people of the community. */
export function CommunityLists({ community, looked }: CommunityListsProps) {
  const { conversationId } = useParams({ strict: false });
  const conversations = useObservable(useAccount().conversations);
  const nowMs = useNowMs();
  const muting = useMuting();
  const container = useRef<HTMLDivElement>(null);
  const { channels } = community;
  const mine = channels.filter(({ joined, closed }) => joined && !closed);
  const closed = channels.filter((channel) => channel.closed);
  const open = channels.filter(({ joined }) => !joined);
  const directs = conversations.filter(({ id }) => community.directs.includes(id));
  const rows = [...mine, ...open, ...directs, ...closed].map(({ id }): string => id);
  const roving = useRovingRows({
    count: rows.length,
    container,
    onReveal: (index) =>
      container.current
        ?.querySelector(`[data-row="${index}"]`)
        ?.scrollIntoView({ block: 'nearest' }),
    onLeave: () => undefined,
  });
  const openIndex = conversationId === undefined ? -1 : rows.indexOf(conversationId);
  const tabbable = roving.currentIndex === -1 ? Math.max(0, openIndex) : roving.currentIndex;
  const place = (id: string) => {
    const index = rows.indexOf(id);
    return { index, tabbable: index === tabbable };
  };
  const row = (channel: ChannelSummary) => (
    <li key={channel.id}>
      <ChannelRow channel={channel} {...place(channel.id)} />
    </li>
  );

  return (
    <nav
      ref={container}
      aria-label={`Channels and conversations`}
      className="min-h-0 flex-1 overflow-y-auto overscroll-contain pb-[env(safe-area-inset-bottom)]"
    >
      <Group title="Channels">
        {mine.map(row)}
        {mine.length === 0 && looked && <Quiet>You are in no channel here.</Quiet>}
      </Group>
      {open.length > 0 && (
        <Group title="More channels">
          {open.map((channel) => (
            <li key={channel.id}>
              <JoinableChannelRow channel={channel} {...place(channel.id)} />
            </li>
          ))}
        </Group>
      )}
      <Group title="Messages">
        {directs.map((summary) => (
          <li key={summary.id}>
            <ConversationRow
              summary={summary}
              open={summary.id === conversationId}
              nowMs={nowMs}
              onMute={muting.mute}
              within={community.id}
              {...place(summary.id)}
            />
          </li>
        ))}
        {directs.length === 0 && (
          <Quiet>
            Conversations with people of this community stand here.
            <Link
              to="/s/$communityId/people"
              params={{ communityId: community.id }}
              className={buttonClasses({ size: 'small' })}
            >
              Find people
            </Link>
          </Quiet>
        )}
      </Group>
      {closed.length > 0 && <Group title="Closed">{closed.map(row)}</Group>}
      {muting.dialog}
    </nav>
  );
}

function Group({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <section aria-label={title} className="pt-2">
      <h2 className="px-4 pt-1 pb-1 text-small font-semibold text-quiet">{title}</h2>
      <ul>{children}</ul>
    </section>
  );
}

function Quiet({ children }: { readonly children: ReactNode }) {
  return (
    <li className="flex flex-col items-start gap-3 px-4 py-1 text-small text-quiet">{children}</li>
  );
}
