import type { Message } from '@sotto/client';
import type { MenuItem } from '@sotto/ui';
import { Copy, Download, Flag, Link2, RotateCw, Trash2, Undo2 } from 'lucide-react';
import { linkify } from './linkify.ts';
import {
  canReport,
  canUnsend,
  copyableText,
  reasonToWait,
  type MessageActions,
} from './message-actions.ts';
import { selectedText } from './selected-text.ts';

/** The rows of a message's menu: only what can be done with this one. */
export function messageMenu(message: Message, actions: MessageActions): readonly MenuItem[] {
  const items: MenuItem[] = [];
  if (message.delivery === 'failed') {
    if (reasonToWait(message, actions) === null) {
      items.push({
        label: 'Try again',
        icon: <RotateCw />,
        onSelect: () => actions.retry(message),
      });
    }
    items.push({
      label: 'Discard',
      icon: <Trash2 />,
      danger: true,
      onSelect: () => actions.discard(message),
    });
  }
  const text = copyableText(message);
  if (text !== null) {
    items.push({
      label: 'Copy text',
      icon: <Copy />,
      onSelect: () => void actions.copy(selectedText(message.key) ?? text),
    });
    const [link, ...more] = linkify(text).filter((part) => part.kind === 'link');
    if (link !== undefined && more.length === 0) {
      items.push({
        label: 'Copy link',
        icon: <Link2 />,
        onSelect: () => void actions.copy(link.href),
      });
    }
  }
  const attachment = message.body.kind === 'attachment' ? message.body.attachment : null;
  if (attachment && (attachment.kind === 'file' || actions.maySave(message))) {
    items.push({
      label: attachment.kind === 'photo' ? 'Save photo' : 'Save file',
      icon: <Download />,
      onSelect: () => void actions.save(attachment),
    });
  }
  if (canReport(message)) {
    if (items.length > 0) items.push('separator');
    items.push({ label: 'Report', icon: <Flag />, onSelect: () => actions.report(message) });
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
