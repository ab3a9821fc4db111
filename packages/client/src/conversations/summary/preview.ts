import type { MatrixEvent } from 'matrix-js-sdk/lib/models/event.js';
import type { Room } from 'matrix-js-sdk/lib/models/room.js';
import type { OutboxEntry } from '../../outbox/outbox-entry.ts';
import { outboxMessage } from '../../timeline/outbox-message.ts';
import { walkDeliveries } from '../../timeline/delivery.ts';
import { isUnopened, readBody } from '../../timeline/message-body.ts';
import { loadedEvents } from '../../timeline/timeline-chain.ts';
import type { ConversationPreview, Delivery, MessageBody, Person } from '../../types/index.ts';

const TEXT_CHARACTERS_MAX = 200;

export interface LastMessage {
  readonly preview: ConversationPreview;
  readonly atMs: number;
}

function textOf(body: MessageBody): string {
  switch (body.kind) {
    case 'text':
      return body.text.replaceAll(/\s+/g, ' ').slice(0, TEXT_CHARACTERS_MAX);
    case 'attachment': {
      const { attachment, caption } = body;
      return caption ?? (attachment.kind === 'photo' ? 'Photo' : attachment.name);
    }
    case 'arriving':
      return 'New message';
    case 'removed':
      return 'Message removed';
    case 'unsupported':
    default:
      return 'A message this version cannot show';
  }
}

function previewOf(
  body: MessageBody,
  mine: boolean,
  delivery: Delivery | null,
): ConversationPreview {
  const attachment = body.kind === 'attachment' ? body.attachment.kind : null;
  return { text: textOf(body), mine, delivery, attachment };
}

/** Somebody I have blocked says nothing here, also what came before. */
function isBlocked(room: Room, event: MatrixEvent): boolean {
  return room.client.isUserIgnored(event.getSender() ?? '');
}

function lastConfirmed(room: Room, me: string): LastMessage | null {
  const events = loadedEvents(room);
  const deliveries = walkDeliveries(room, me);
  for (let index = events.length - 1; index >= 0; index -= 1) {
    const event = events[index];
    if (!event) continue;
    const delivery = deliveries.step(event);
    // The one before stands in for a message that is just being opened.
    const body = isUnopened(event) || isBlocked(room, event) ? null : readBody(event);
    if (!body) continue;
    const mine = event.getSender() === me;
    return { preview: previewOf(body, mine, mine ? delivery : null), atMs: event.getTs() };
  }
  return null;
}

/** The newest message of a conversation, be it on its way or from anyone. */
export function lastMessage(
  room: Room,
  me: Person,
  outbox: { readonly entries: readonly OutboxEntry[]; readonly online: boolean },
): LastMessage | null {
  const waiting = outbox.entries.at(-1);
  if (!waiting) return lastConfirmed(room, me.userId);
  const { body, delivery, sentAtMs } = outboxMessage(waiting, me, outbox.online);
  return { preview: previewOf(body, true, delivery), atMs: sentAtMs };
}

/** The newest event that nobody has tried to open and the preview waits for. */
export function eventToOpen(room: Room): MatrixEvent | null {
  const newest = loadedEvents(room).findLast(
    (event) => readBody(event) !== null && !isBlocked(room, event),
  );
  return newest && isUnopened(newest) ? newest : null;
}
