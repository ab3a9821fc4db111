import type { MatrixClient } from 'matrix-js-sdk/lib/client.js';
import type { IEvent, MatrixEvent } from 'matrix-js-sdk/lib/models/event.js';
import type { RequestMessage } from '../types/index.ts';
import { isUnopened, readBody } from '../timeline/message-body.ts';
import type { ListedRequest } from './request-answer.ts';

/**
 * Opens what somebody wrote with their request. The keys were given to this device before I am in the
 * room; what is known of `before` is not opened again.
 */
export function openMessages(
  client: MatrixClient,
  messages: ListedRequest['messages'],
  before: readonly MatrixEvent[],
): readonly MatrixEvent[] {
  // Made the SDK's way, so that one whose key comes late is tried again like any other.
  const open = client.getEventMapper();
  return messages.map((message) => {
    const known = before.find((event) => event.getId() === message.event_id);
    const isUnsent = message.unsigned?.['redacted_because'] !== undefined;
    // SAFETY: the server gives events as the specification has them.
    return known && !isUnsent ? known : open(message as Partial<IEvent>);
  });
}

function readMessage(event: MatrixEvent): RequestMessage | null {
  const body = readBody(event);
  if (body === null || body.kind === 'removed') return null;
  const read = { key: event.getId() ?? '', sentAtMs: event.getTs(), text: '' };
  switch (body.kind) {
    case 'text':
      return { ...read, kind: 'text', text: body.text };
    case 'attachment':
      return { ...read, kind: body.attachment.kind };
    case 'arriving':
      return { ...read, kind: 'arriving' };
    case 'unsupported':
    default:
      return { ...read, kind: 'other' };
  }
}

/** What a request says. Null while some of it is just being opened. */
export function readMessages(events: readonly MatrixEvent[]): readonly RequestMessage[] | null {
  if (events.some(isUnopened)) return null;
  return events.flatMap((event) => readMessage(event) ?? []);
}
