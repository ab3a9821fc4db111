import type { Message } from '@sotto/client';
import type { MenuItem } from '@sotto/ui';
import { Copy, Download, RotateCw, Trash2, Undo2 } from 'lucide-react';
import { canUnsend, copyableText, type MessageActions } from './message-actions.ts';

/** The rows of a message's menu: only what can be done with this one. */
export function messageMenu(message: Message, actions: MessageActions): readonly MenuItem[] {
  const items: MenuItem[] = [];
  if (message.delivery === 'failed') {
    items.push(
      { label: 'Try again', icon: <RotateCw />, onSelect: () => actions.retry(message) },
      {
        label: 'Discard',
        icon: <Trash2 />,
        danger: true,
        onSelect: () => actions.discard(message),
      },
    );
  }
  if (copyableText(message) !== null) {
    items.push({ label: 'Copy text', icon: <Copy />, onSelect: () => actions.copy(message) });
  }
  if (message.body.kind === 'attachment') {
    const { attachment } = message.body;
    items.push({
      label: attachment.kind === 'photo' ? 'Save photo' : 'Save file',
      icon: <Download />,
      onSelect: () => void actions.save(attachment),
    });
  }
  if (canUnsend(message)) {
    if (items.length > 0) items.push('separator');
    items.push({
      label: 'Unsend',
      icon: <Undo2 />,
      danger: true,
      onSelect: () => actions.unsend(message),
    });
  }
  return items;
}
