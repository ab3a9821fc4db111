import type { Message } from '@sotto/client';
import { classes } from '@sotto/ui';
import { FileCard } from '../media/file-card.tsx';
import { Photo } from '../media/photo.tsx';
import { photoSize } from '../media/photo-size.ts';
import { fewEmoji } from './emoji-size.ts';
import { MessageMeta, MessageMetaRoom } from './message-meta.tsx';
import { MessageText } from './message-text.tsx';
import { bodyWords } from './message-words.ts';

export interface BubbleProps {
  readonly message: Message;
  readonly joinsAbove: boolean;
  readonly joinsBelow: boolean;
}

/** What one message looks like, without the space around it. */
export function Bubble({ message, joinsAbove, joinsBelow }: BubbleProps) {
  const { body } = message;
  const corners = cornerClasses(message.mine, joinsAbove, joinsBelow);
  const colours = message.mine
    ? 'bg-bubble-mine text-on-bubble-mine'
    : 'bg-bubble-theirs text-text inset-ring inset-ring-line';

  if (body.kind === 'attachment' && body.attachment.kind === 'photo') {
    return (
      <div
        className={classes('flex max-w-(--bubble-max) flex-col overflow-hidden', colours, corners)}
        style={{ width: `${photoSize(body.attachment).widthPx / 16}rem` }}
      >
        <Photo message={message} attachment={body.attachment} captioned={body.caption !== null} />
        {body.caption !== null && <Words message={message} text={body.caption} />}
      </div>
    );
  }
  if (body.kind === 'attachment') {
    return (
      <div className={classes('flex max-w-full flex-col overflow-hidden', colours, corners)}>
        <FileCard
          message={message}
          attachment={body.attachment}
          captioned={body.caption !== null}
        />
        {body.caption !== null && <Words message={message} text={body.caption} />}
      </div>
    );
  }
  if (body.kind !== 'text') return <QuietBubble message={message} corners={corners} />;

  const emoji = body.onlyEmoji ? fewEmoji(body.text) : null;
  if (emoji !== null) return <EmojiBubble message={message} text={body.text} alone={emoji === 1} />;
  return (
    <div className={classes('max-w-full', colours, corners)}>
      <Words message={message} text={body.text} />
    </div>
  );
}

function Words({ message, text }: { readonly message: Message; readonly text: string }) {
  return (
    <p
      dir="auto"
      className="relative px-3 pt-1.5 pb-1.5 text-message wrap-anywhere whitespace-pre-wrap"
    >
      <MessageText message={message} text={text} />
      <MessageMetaRoom message={message} />
      {/* The corner at the end of the text's own direction, which the time inside does not share. */}
      <span className="absolute end-2.5 bottom-1 inline-flex">
        <MessageMeta
          message={message}
          className={message.mine ? 'text-quiet-on-bubble-mine' : 'text-quiet'}
        />
      </span>
    </p>
  );
}

function EmojiBubble({
  message,
  text,
  alone,
}: {
  readonly message: Message;
  readonly text: string;
  readonly alone: boolean;
}) {
  return (
    <div className={classes('flex flex-col', message.mine ? 'items-end' : 'items-start')}>
      <p className={alone ? 'text-[3.25rem]/[1.2]' : 'text-[2.5rem]/[1.25]'}>{text}</p>
      <MessageMeta message={message} className="px-1 text-quiet" />
    </div>
  );
}

/** Unsent, not here yet, or not known to this version: present, and no louder than that. */
function QuietBubble({
  message,
  corners,
}: {
  readonly message: Message;
  readonly corners: string;
}) {
  return (
    <p
      className={classes(
        'max-w-full border border-dashed border-line px-3 py-1.5 text-message text-quiet',
        corners,
      )}
    >
      {bodyWords(message)}
      <span className="ms-3 inline-flex align-bottom">
        <MessageMeta message={message} />
      </span>
    </p>
  );
}

/** Corners on the sender's side tighten where bubbles of one group meet. */
function cornerClasses(mine: boolean, joinsAbove: boolean, joinsBelow: boolean): string {
  return classes(
    'rounded-bubble',
    joinsAbove && (mine ? 'rounded-se-joint' : 'rounded-ss-joint'),
    joinsBelow && (mine ? 'rounded-ee-joint' : 'rounded-es-joint'),
  );
}
