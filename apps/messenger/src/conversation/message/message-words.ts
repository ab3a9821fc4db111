import type { Message } from '@sotto/client';
import { isolated, nameOf } from '../../people/names.ts';

/** What a message says, in words: for reading it aloud. */
export function bodyWords(message: Message): string {
  const { body } = message;
  if (body.kind === 'text') return body.text;
  if (body.kind === 'attachment') {
    const what = body.attachment.kind === 'photo' ? 'Photo' : `File ${body.attachment.name}`;
    return body.caption === null ? what : `${what}: ${body.caption}`;
  }
  const words: Record<typeof body.kind, string> = {
    arriving: 'This message is on its way',
    removed: message.mine ? 'You unsent this message' : 'This message was unsent',
    unsupported: 'This kind of message can’t be shown here',
  };
  return words[body.kind];
}

/** `You` or the sender's name. */
export function senderWords(message: Message): string {
  return message.mine ? 'You' : isolated(nameOf(message.sender));
}

/** What is said when messages arrive in the open conversation, or null for none. */
export function arrivalWords(arrived: readonly Message[]): string | null {
  const theirs = arrived.filter((message) => !message.mine);
  const [first, ...rest] = theirs;
  if (first === undefined) return null;
  if (rest.length > 0) return `${theirs.length} new messages`;
  return `${senderWords(first)}: ${bodyWords(first)}`;
}
