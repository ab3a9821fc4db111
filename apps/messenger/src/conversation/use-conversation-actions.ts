import type { Attachment, Conversation, Message } from '@sotto/client';
import { useToast } from '@sotto/ui';
import { useMemo } from 'react';
import { useAccount } from '../app/index.ts';
import { copyText } from '../platform/copy-text.ts';
import { mayBeSaved } from '../safety/sensitive/use-photo-guard.ts';
import type { MessageActions } from './message/message-actions.ts';

/** Binds what can be done with a message to the conversation it is done in. */
export function useConversationActions(
  conversation: Conversation,
  save: (attachment: Attachment) => Promise<void>,
  ask: {
    readonly unsend: (message: Message) => void;
    readonly report: (message: Message) => void;
    readonly openPhoto: (key: string) => void;
  },
  awaiting: string | null,
): MessageActions {
  const toast = useToast();
  const account = useAccount();
  const { unsend, report, openPhoto } = ask;
  return useMemo(
    () => ({
      async copy(text) {
        const copied = await copyText(text);
        if (copied) toast.show({ text: 'Copied' });
        else toast.show({ text: 'This browser doesn’t allow copying here.', tone: 'danger' });
      },
      async save(attachment) {
        try {
          await save(attachment);
        } catch {
          // NOTE: whatever kept the file away, the answer is the same: try again.
          toast.show({ text: 'The file didn’t load. Try again.', tone: 'danger' });
        }
      },
      maySave: (message) => mayBeSaved(account, message),
      retry: (message) => conversation.retry(message.key),
      discard: (message) => conversation.discard(message.key),
      unsend,
      report,
      openPhoto: (message) => openPhoto(message.key),
      awaiting,
    }),
    [account, conversation, save, unsend, report, openPhoto, toast, awaiting],
  );
}
