import type { Conversation, Message } from '@sotto/client';
import { ConfirmDialog, useObservable, useToast } from '@sotto/ui';
import { useNavigate } from '@tanstack/react-router';
import { useCallback, useMemo, useState } from 'react';
import { Pane, useAccount } from '../app/index.ts';
import { Composer } from './composer/composer.tsx';
import { DropArea } from './composer/tray/drop-area.tsx';
import { useTray } from './composer/tray/use-tray.ts';
import { ConversationHeader } from './header/conversation-header.tsx';
import { DetailsPane } from './header/details-pane.tsx';
import { WaitingBanner } from './header/waiting-banner.tsx';
import { Lightbox } from './media/lightbox.tsx';
import { MessageActionsContext } from './message/message-actions.ts';
import { TimelineView } from './timeline/timeline-view.tsx';
import { useConversationActions } from './use-conversation-actions.ts';

/** A conversation on screen: its header, its messages, and where the next one is written. */
export function OpenConversation({ conversation }: { readonly conversation: Conversation }) {
  const { media } = useAccount();
  const summary = useObservable(conversation.summary);
  const timeline = useObservable(conversation.timeline);
  const tray = useTray();
  const [detailsOpen, setDetailsOpen] = useState(false);
  const [photoKey, setPhotoKey] = useState<string | null>(null);
  const [unsending, setUnsending] = useState<Message | null>(null);
  const [leaving, setLeaving] = useState(false);

  const ask = useMemo(() => ({ unsend: setUnsending, openPhoto: setPhotoKey }), []);
  const save = useCallback((...[file]: Parameters<typeof media.save>) => media.save(file), [media]);
  const actions = useConversationActions(conversation, save, ask);
  const { older } = timeline;
  const onOldestPhoto = useCallback(() => {
    if (older === 'available') void conversation.loadOlder();
  }, [conversation, older]);

  return (
    <MessageActionsContext value={actions}>
      <div className="flex h-full min-h-0 min-w-0">
        <div className="min-w-0 flex-1">
          <Pane
            label={`Conversation with ${summary.title}`}
            scroll={false}
            header={
              <>
                <ConversationHeader
                  summary={summary}
                  detailsOpen={detailsOpen}
                  onDetails={() => setDetailsOpen(!detailsOpen)}
                  onLeave={() => setLeaving(true)}
                />
                <WaitingBanner summary={summary} />
              </>
            }
          >
            <DropArea onFiles={tray.add}>
              <TimelineView conversation={conversation} summary={summary} timeline={timeline} />
              <Composer conversation={conversation} tray={tray} />
            </DropArea>
          </Pane>
        </div>
        <DetailsPane
          summary={summary}
          open={detailsOpen}
          onOpenChange={setDetailsOpen}
          onLeave={() => setLeaving(true)}
        />
      </div>
      <Lightbox
        items={timeline.items}
        openKey={photoKey}
        onOpenKeyChange={setPhotoKey}
        onOldest={onOldestPhoto}
      />
      <UnsendDialog
        message={unsending}
        conversation={conversation}
        onDone={() => setUnsending(null)}
      />
      <LeaveDialog open={leaving} conversation={conversation} onOpenChange={setLeaving} />
    </MessageActionsContext>
  );
}

function UnsendDialog({
  message,
  conversation,
  onDone,
}: {
  readonly message: Message | null;
  readonly conversation: Conversation;
  readonly onDone: () => void;
}) {
  const toast = useToast();
  return (
    <ConfirmDialog
      open={message !== null}
      onOpenChange={onDone}
      title="Unsend this message?"
      text="It is removed for everyone in this conversation. Someone may have read it already."
      confirmLabel="Unsend"
      danger
      onConfirm={async () => {
        if (message === null) return;
        try {
          await conversation.remove(message.key);
        } catch {
          // NOTE: the message is still there to be tried again.
          toast.show({ text: 'The message wasn’t removed. Try again.', tone: 'danger' });
        }
      }}
    />
  );
}

function LeaveDialog({
  open,
  conversation,
  onOpenChange,
}: {
  readonly open: boolean;
  readonly conversation: Conversation;
  readonly onOpenChange: (open: boolean) => void;
}) {
  const toast = useToast();
  const navigate = useNavigate();
  return (
    <ConfirmDialog
      open={open}
      onOpenChange={onOpenChange}
      title="Leave this conversation?"
      text="It goes from your list, and new messages in it no longer reach you."
      confirmLabel="Leave"
      danger
      onConfirm={async () => {
        try {
          await conversation.leave();
          await navigate({ to: '/' });
        } catch {
          // NOTE: still in the conversation, so leaving can be tried again.
          toast.show({ text: 'You are still in the conversation. Try again.', tone: 'danger' });
        }
      }}
    />
  );
}
