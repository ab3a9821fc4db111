import type { Attachment, Message, TimelineItem } from '@sotto/client';

/** A photo of the conversation, with the message it came in. */
export interface PhotoMessage {
  readonly key: string;
  readonly message: Message;
  readonly attachment: Attachment;
  readonly caption: string | null;
}

/** The photos of a timeline, oldest first. */
export function photosIn(items: readonly TimelineItem[]): readonly PhotoMessage[] {
  return items.flatMap((item) => {
    if (item.kind !== 'message' || item.body.kind !== 'attachment') return [];
    const { attachment, caption } = item.body;
    if (attachment.kind !== 'photo') return [];
    return [{ key: item.key, message: item, attachment, caption }];
  });
}
