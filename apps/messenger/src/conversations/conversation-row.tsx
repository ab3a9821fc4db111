import type { ConversationSummary } from '@sotto/client';
import { classes, ContextMenu } from '@sotto/ui';
import { Link } from '@tanstack/react-router';
import { BellOff } from 'lucide-react';
import { memo } from 'react';
import { PersonAvatar, useAccount } from '../app/index.ts';
import { DeliveryMark } from '../conversation/message/delivery-mark.tsx';
import { readerCalendar } from '../conversation/time/reader-calendar.ts';
import { listTime } from '../conversation/time/time-words.ts';
import { CountBadge } from './count-badge.tsx';
import { PreviewLine } from './preview-line.tsx';
import { deliveryShown, previewOf } from './preview-of.ts';
import { NameLine } from '../people/name-line.tsx';
import { useQuietItems } from '../quiet/use-quiet-items.ts';

export interface ConversationRowProps {
  readonly summary: ConversationSummary;
  readonly index: number;
  readonly open: boolean;
  readonly tabbable: boolean;
  readonly nowMs: number;
  readonly onMute: (summary: ConversationSummary) => void;
  /** The community it is listed in, which stays beside it. */
  readonly within?: string;
}

/** One conversation in the list: who, when, what, and how much of it is new. */
export const ConversationRow = memo(function ConversationRow({
  summary,
  index,
  open,
  tabbable,
  nowMs,
  onMute,
  within,
}: ConversationRowProps) {
  const preview = previewOf(summary, open);
  const delivery = deliveryShown(summary, preview);
  const unread = summary.unreadCount > 0;
  const online = summary.presence?.online === true;
  const loud = summary.alertCount > 0 || summary.markedUnread;
  const account = useAccount();
  const items = useQuietItems(summary, {
    account,
    conversation: null,
    onMute: () => onMute(summary),
  });
  return (
    <ContextMenu items={items} className="pointer-coarse:select-none">
      <Link
        to="/c/$conversationId"
        params={{ conversationId: summary.id }}
        search={within === undefined ? {} : { in: within }}
        data-row={index}
        tabIndex={tabbable ? 0 : -1}
        className="flex h-16 items-center gap-3 px-4 -outline-offset-2 hover:bg-hover aria-[current=page]:bg-selected"
      >
        <PersonAvatar
          name={summary.title}
          id={summary.person?.userId ?? summary.id}
          avatar={summary.avatar}
          sizePx={48}
          presence={online ? 'online' : null}
        />
        <span className="min-w-0 flex-1">
          <span className="flex items-baseline gap-2">
            <NameLine className="min-w-0 flex-1 font-semibold">{summary.title}</NameLine>
            {online && <span className="sr-only">, active now, </span>}
            {summary.mute !== null && (
              <span title="Muted" className="shrink-0 self-center text-quiet">
                <BellOff aria-hidden="true" className="size-3.5" />
                <span className="sr-only">, muted, </span>
              </span>
            )}
            <time
              dateTime={new Date(summary.lastActivityMs).toISOString()}
              className={classes(
                'shrink-0 text-meta',
                loud ? 'font-semibold text-accent' : 'text-quiet',
              )}
            >
              {listTime(readerCalendar(), summary.lastActivityMs, nowMs)}
            </time>
          </span>
          <span
            className={classes(
              'flex h-5 items-center gap-2 text-small',
              loud ? 'text-text' : 'text-quiet',
            )}
          >
            <PreviewLine preview={preview} />
            {unread && <CountBadge count={summary.unreadCount} label="unread" quiet={!loud} />}
            {!unread && summary.markedUnread && (
              <span className="size-2.5 shrink-0 rounded-full bg-accent">
                <span className="sr-only">Marked as unread</span>
              </span>
            )}
            {!unread && !summary.markedUnread && delivery !== null && (
              <DeliveryMark delivery={delivery} />
            )}
          </span>
        </span>
      </Link>
    </ContextMenu>
  );
});
