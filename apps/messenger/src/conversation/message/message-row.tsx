import type { Message } from '@sotto/client';
import { classes, ContextMenu, IconButton, Menu, usePointerIsCoarse } from '@sotto/ui';
import { Copy, Ellipsis } from 'lucide-react';
import { memo, type ReactNode } from 'react';
import { PersonAvatar } from '../../app/index.ts';
import { messageKeyAttribute } from '../scroll/message-key.ts';
import { ShieldUnder } from '../../safety/shield/shield-context.tsx';
import { readerCalendar } from '../time/reader-calendar.ts';
import { Bubble } from './bubble.tsx';
import { FailedLine } from './failed-line.tsx';
import { copyableText, useMessageActions } from './message-actions.ts';
import { messageMenu } from './message-menu.tsx';
import { senderWords } from './message-words.ts';
import { selectedText } from './selected-text.ts';

export interface MessageRowProps {
  readonly message: Message;
  readonly joinsAbove: boolean;
  readonly joinsBelow: boolean;
  /** Faces stand beside messages where many people talk. */
  readonly faces: boolean;
  /** Just sent or just arrived, so it may be seen to come. */
  readonly fresh: boolean;
  /** The one message Tab reaches; arrow keys choose it. */
  readonly tabbable: boolean;
  /** Under the pointer or holding focus, so its tools are shown. */
  readonly near: boolean;
}

/** One message across the width of the timeline, with its face and its tools. */
export const MessageRow = memo(function MessageRow({
  message,
  joinsAbove,
  joinsBelow,
  faces,
  fresh,
  tabbable,
  near,
}: MessageRowProps) {
  const coarse = usePointerIsCoarse();
  const { mine } = message;
  return (
    <article
      {...{ [messageKeyAttribute]: message.key }}
      aria-label={`${senderWords(message)}, ${readerCalendar().time(message.sentAtMs)}`}
      // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- Arrow keys read message by message, as in a feed.
      tabIndex={tabbable ? 0 : -1}
      className={classes(
        'message-line flex items-end gap-2 rounded-joint -outline-offset-2',
        faces && !mine && '[--message-face:2.5rem]',
        mine && 'flex-row-reverse',
        joinsBelow ? 'pb-0.5' : 'pb-2.5',
        fresh && 'animate-rise',
      )}
    >
      {faces && !mine && (
        <span className="flex w-8 shrink-0">
          {!joinsBelow && <PersonAvatar person={message.sender} sizePx={32} />}
        </span>
      )}
      <div
        className={classes(
          'flex max-w-(--bubble-room) min-w-0 flex-col',
          mine ? 'items-end' : 'items-start',
        )}
      >
        <div className="message-fit relative flex flex-col">
          <ActionArea message={message}>
            <Bubble message={message} joinsAbove={joinsAbove} joinsBelow={joinsBelow} />
          </ActionArea>
          {near && !coarse && <Toolbar message={message} />}
        </div>
        <ShieldUnder message={message} />
        {message.delivery === 'failed' && <FailedLine message={message} />}
        {message.doubtful === true && (
          <p className="px-1 text-small text-quiet">This message can’t be verified for reports.</p>
        )}
      </div>
    </article>
  );
});

/** Right click and long press. */
function ActionArea({
  message,
  children,
}: {
  readonly message: Message;
  readonly children: ReactNode;
}) {
  const items = messageMenu(message, useMessageActions());
  if (items.length === 0) return children;
  return (
    <ContextMenu
      items={items}
      className="flex max-w-full flex-col pointer-coarse:select-none pointer-coarse:[-webkit-touch-callout:none]"
    >
      {children}
    </ContextMenu>
  );
}

/** Beside the bubble under the pointer or the focus: the same things the long press offers. */
function Toolbar({ message }: { readonly message: Message }) {
  const actions = useMessageActions();
  const items = messageMenu(message, actions);
  const text = copyableText(message);
  if (items.length === 0) return null;
  return (
    <span
      className={classes(
        'absolute inset-y-0 my-auto flex h-fit animate-appear rounded-full bg-background',
        // Beside the bubble, or over its end where there is no room beside it.
        message.mine
          ? 'end-[min(100%+0.25rem,100cqi-5rem)]'
          : 'start-[min(100%+0.25rem,100cqi-5rem-var(--message-face,0rem))]',
      )}
    >
      {text !== null && (
        <IconButton
          label="Copy text"
          size="small"
          icon={<Copy className="size-4" />}
          onClick={() => void actions.copy(selectedText(message.key) ?? text)}
        />
      )}
      <Menu
        items={items}
        align={message.mine ? 'end' : 'start'}
        trigger={<IconButton label="More" size="small" icon={<Ellipsis className="size-4" />} />}
      />
    </span>
  );
}
