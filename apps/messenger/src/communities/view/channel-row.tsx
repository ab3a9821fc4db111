import type { ChannelSummary } from '@sotto/client';
import { classes } from '@sotto/ui';
import { Link } from '@tanstack/react-router';
import { CountBadge } from '../../conversations/count-badge.tsx';
import { NameLine } from '../../people/name-line.tsx';
import { ChannelMark, channelWords } from './channel-mark.tsx';

export interface ChannelRowProps {
  readonly channel: ChannelSummary;
  readonly index: number;
  readonly tabbable: boolean;
}

/** A channel one is in. */
export function ChannelRow({ channel, index, tabbable }: ChannelRowProps) {
  const { id, name, unreadCount } = channel;
  const words = channelWords(channel);
  return (
    <Link
      to="/c/$conversationId"
      params={{ conversationId: id }}
      data-row={index}
      tabIndex={tabbable ? 0 : -1}
      className="flex min-h-12 items-center gap-3 px-4 -outline-offset-2 hover:bg-hover aria-[current=page]:bg-selected"
    >
      <span className="shrink-0 text-quiet">
        <ChannelMark {...channel} />
      </span>
      <span className="min-w-0 flex-1 py-1">
        <NameLine className={classes(unreadCount > 0 && 'font-semibold')}>{name}</NameLine>
        {words !== null && <span className="block text-meta text-quiet">{words}</span>}
      </span>
      {unreadCount > 0 && <CountBadge count={unreadCount} label="unread" />}
    </Link>
  );
}
