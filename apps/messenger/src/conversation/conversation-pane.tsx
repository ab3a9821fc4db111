import { buttonClasses, EmptyState } from '@sotto/ui';
import { Link } from '@tanstack/react-router';
import { MessageCircleOff } from 'lucide-react';
import { BackButton, Pane, PaneHeader, useAccount } from '../app/index.ts';
import { OpenConversation } from './open-conversation.tsx';
import { TimelineSkeleton } from './timeline/timeline-state.tsx';
import { useOpenConversation } from './use-open-conversation.ts';

/** The conversation an address names, or a friendly word that there is none. */
export function ConversationPane({ id }: { readonly id: string }) {
  const account = useAccount();
  const opened = useOpenConversation(account, id);
  if (opened.kind === 'open') {
    return <OpenConversation key={id} conversation={opened.conversation} />;
  }
  return (
    <Pane
      label="Conversation"
      header={<PaneHeader back={<BackButton to="/" />} title="Conversation" />}
    >
      {opened.kind === 'opening' ? (
        <TimelineSkeleton />
      ) : (
        <EmptyState
          icon={<MessageCircleOff />}
          title="This conversation isn’t here"
          text="You may have left it, or the address is incomplete."
          action={
            <Link to="/" className={buttonClasses({})}>
              All conversations
            </Link>
          }
        />
      )}
    </Pane>
  );
}
