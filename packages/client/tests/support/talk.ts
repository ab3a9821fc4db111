import type { RoomId } from '@sotto/protocol';
import { onTestFinished } from 'vitest';
import type { Account, Conversation, Message, Outcome, Timeline } from '../../src/index.ts';
import { until } from './until.ts';

/** The value of an outcome; fails the test when it was refused. */
export async function value<Value>(outcome: Promise<Outcome<Value>>): Promise<Value> {
  const settled = await outcome;
  if (!settled.ok) throw new Error(`refused: ${settled.problem.code}`);
  return settled.value;
}

/** Why something was refused; fails the test when it was not. */
export async function refusal(outcome: Promise<Outcome<unknown>>): Promise<string> {
  const settled = await outcome;
  if (settled.ok) throw new Error('was not refused');
  return settled.problem.code;
}

export function open(account: Account, id: RoomId): Conversation {
  const conversation = account.openConversation(id);
  if (!conversation) throw new Error('there is no such conversation');
  onTestFinished(() => conversation.close());
  return conversation;
}

export async function start(
  account: Account,
  ...others: readonly Account[]
): Promise<Conversation> {
  const userIds = others.map((other) => other.me.get().userId);
  return open(account, await value(account.startConversation(userIds)));
}

export async function accept(account: Account): Promise<Conversation> {
  const request = await until(account.requests, ([first]) => first);
  await value(account.acceptRequest(request.id));
  return open(account, request.id);
}

/** A conversation both have open, with the request accepted. */
export async function connect(one: Account, other: Account): Promise<[Conversation, Conversation]> {
  const ours = await start(one, other);
  return [ours, await accept(other)];
}

export function messagesOf({ items }: Timeline): readonly Message[] {
  return items.filter((item): item is Message => item.kind === 'message');
}

/** What messages say, in order; a message that says nothing readable shows as what it is. */
export function saidIn({ timeline }: Conversation): readonly string[] {
  return messagesOf(timeline.get()).map(({ body }) =>
    body.kind === 'text' ? body.text : `(${body.kind})`,
  );
}

/** What notices say, without the marks that keep the direction of a name to itself. */
export function noticesIn({ timeline }: Conversation): readonly string[] {
  return timeline
    .get()
    .items.flatMap((item) =>
      item.kind === 'notice' ? item.text.replaceAll(/[\u2068\u2069]/g, '') : [],
    );
}

export function untilMessage(
  { timeline }: Conversation,
  accepts: (message: Message) => boolean,
): Promise<Message> {
  return until(timeline, (current) => messagesOf(current).find(accepts));
}

export function untilSaid(conversation: Conversation, text: string): Promise<Message> {
  return untilMessage(
    conversation,
    ({ body, delivery }) =>
      body.kind === 'text' &&
      body.text === text &&
      delivery !== 'sending' &&
      delivery !== 'waiting',
  );
}
