import type { PreparedFile } from '../media/prepare/prepared-file.ts';
import type { LocalFile } from '../media/remote-file.ts';
import type { OutboxEntry, OutboxRecord } from '../outbox/outbox-entry.ts';
import type { Attachment, Delivery, Message, MessageBody, Person } from '../types/index.ts';
import { textBody } from './message-body.ts';

function deliveryOf({ stage }: OutboxEntry, online: boolean): Delivery {
  if (stage === 'failed' || stage === 'sent') return stage;
  return online ? 'sending' : 'waiting';
}

function attachmentOf(key: string, file: PreparedFile): Attachment {
  const full: LocalFile = { place: 'outbox', key, part: 'full', mimeType: file.mimeType };
  const thumbnail: LocalFile | null = file.thumbnail
    ? { place: 'outbox', key, part: 'thumbnail', mimeType: file.thumbnail.mimeType }
    : null;
  return {
    kind: file.kind,
    name: file.name,
    mimeType: file.mimeType,
    sizeBytes: file.bytes.length,
    widthPx: file.widthPx,
    heightPx: file.heightPx,
    blurhash: file.blurhash,
    source: { full, thumbnail },
  };
}

function bodyOf({ key, content }: OutboxRecord): MessageBody {
  if (content.kind === 'text') return textBody(content.text);
  const attachment = attachmentOf(key, content.file);
  return { kind: 'attachment', attachment, caption: content.caption };
}

/** A message of mine that the server does not have yet, as the timeline shows it. */
export function outboxMessage(entry: OutboxEntry, me: Person, online: boolean): Message {
  return {
    kind: 'message',
    key: entry.record.key,
    eventId: null,
    sender: me,
    mine: true,
    sentAtMs: entry.record.queuedAtMs,
    body: bodyOf(entry.record),
    delivery: deliveryOf(entry, online),
    progress: entry.progress,
    silent: entry.record.silent === true,
    awaitsAcceptance: entry.stage === 'failed' && entry.record.awaitsAcceptance === true,
  };
}
