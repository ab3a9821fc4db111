import type { Observable } from '../observable.ts';
import type { OutboxEntry } from '../outbox/outbox-entry.ts';
import type { Message, Person, TimelineItem } from '../types/index.ts';
import { outboxMessage } from './outbox-message.ts';

/** How far from the end a message that is on its way can have come back. */
const NEWEST_ITEMS = 40;

/** Puts messages on their way after the confirmed ones, unless they have come back already. */
export type OutboxEchoes = (
  confirmed: readonly TimelineItem[],
  waiting: readonly OutboxEntry[],
) => readonly TimelineItem[];

export function createOutboxEchoes(
  me: Observable<Person>,
  online: Observable<boolean>,
): OutboxEchoes {
  const messages = new WeakMap<OutboxEntry, Message>();

  function messageOf(entry: OutboxEntry): Message {
    const known = messages.get(entry);
    const fresh = outboxMessage(entry, me.get(), online.get());
    if (known?.delivery === fresh.delivery) return known;
    messages.set(entry, fresh);
    return fresh;
  }

  return (confirmed, waiting) => {
    if (waiting.length === 0) return confirmed;
    const newest = confirmed.slice(-waiting.length - NEWEST_ITEMS);
    const returned = new Set(newest.map(({ key }) => key));
    const echoes = waiting.filter(({ record }) => !returned.has(record.key));
    return [...confirmed, ...echoes.map(messageOf)];
  };
}
