import type { Conversation, Message } from '@sotto/client';
import { ConfirmDialog, useToast } from '@sotto/ui';
import { useNavigate } from '@tanstack/react-router';

export interface UnsendDialogProps {
  /** The message in question; null while there is none. */
  readonly message: Message | null;
  readonly conversation: Conversation;
  readonly onDone: () => void;
}

/** Asks before a message is removed for everyone. */
export function UnsendDialog({ message, conversation, onDone }: UnsendDialogProps) {
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

export interface LeaveDialogProps {
  readonly open: boolean;
  readonly conversation: Conversation;
  readonly onOpenChange: (open: boolean) => void;
}

/** Asks before a conversation is left. */
export function LeaveDialog({ open, conversation, onOpenChange }: LeaveDialogProps) {
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
