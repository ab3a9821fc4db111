import type { Account, Conversation, ConversationSummary } from '@sotto/client';
import type { MenuItem } from '@sotto/ui';
import { Bell, BellOff, Glasses, MailCheck, MailOpen } from 'lucide-react';

export interface QuietItemsOptions {
  readonly account: Pick<Account, 'quiet' | 'openConversation'>;
  /** The conversation if it is on screen. */
  readonly conversation: Conversation | null;
  readonly onMute: () => void;
  /** What is marked to come back to is left. */
  readonly onMarkedUnread?: () => void;
}

/** How loud a conversation is and what of it is read, as rows of a menu. */
export function quietItems(
  { id, mute, markedUnread, readsQuietly, unreadCount }: ConversationSummary,
  { account, conversation, onMute, onMarkedUnread }: QuietItemsOptions,
): readonly MenuItem[] {
  const { quiet } = account;

  function markRead() {
    const opened = conversation ?? account.openConversation(id);
    if (readsQuietly) opened?.showRead();
    else opened?.markRead();
    if (conversation === null) opened?.close();
  }

  const isNew = markedUnread || unreadCount > 0;
  return [
    (isNew || readsQuietly) && {
      label: 'Mark as read',
      icon: <MailOpen />,
      onSelect: markRead,
    },
    !isNew && {
      label: 'Mark as unread',
      icon: <MailCheck />,
      onSelect() {
        onMarkedUnread?.();
        void quiet.markUnread(id, true);
      },
    },
    mute === null
      ? { label: 'Mute…', icon: <BellOff />, onSelect: onMute }
      : { label: 'Unmute', icon: <Bell />, onSelect: () => void quiet.unmute(id) },
    {
      label: readsQuietly ? 'Stop reading quietly' : 'Read quietly',
      icon: <Glasses />,
      onSelect: () => void quiet.setReadQuietly(id, !readsQuietly),
    },
  ].filter((item) => item !== false);
}
