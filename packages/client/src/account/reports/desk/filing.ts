import { Method } from 'matrix-js-sdk/lib/http-api/method.js';
import type { EventId, RoomId } from '@sotto/protocol';
import { ask, matrixPath, type Json } from '../../../people/book/ask.ts';
import { block } from '../../../people/book/reach.ts';
import { readServerError } from '../../../session/problems.ts';
import type { ReportWish } from '../../../types/index.ts';
import type { ReportContext } from '../report-context.ts';
import type { KeptMessage } from './kept-message.ts';
import type { KeptMessages } from './kept-messages.ts';
import { disclose } from './words.ts';

/** Sends a report, and blocks its subject if that is wished. */
export async function fileReport(
  context: ReportContext,
  kept: KeptMessages,
  wish: ReportWish,
): Promise<void> {
  const { client } = context.matrix;
  const { subject, category, reason, messages, alsoBlock } = wish;
  const words = { reason, 'app.sotto.category': category };

  if (subject.kind === 'request') {
    await fileRequest(context, subject.roomId, (provable) => ({
      category,
      reason,
      block: alsoBlock,
      messages: messages.map((eventId) => entryOf(kept, eventId, provable)),
    }));
    return;
  }
  if (subject.kind === 'message') {
    const { roomId, eventId } = subject;
    await withProofs((provable) => {
      const more = messages.map((id) => entryOf(kept, id, provable));
      const body = {
        ...words,
        ...disclosureOf(kept, eventId, provable),
        ...(more.length > 0 && { 'app.sotto.more': more }),
      };
      const path = matrixPath('rooms', roomId, 'report', eventId);
      return ask(client, { method: Method.Post, path, body });
    });
  } else {
    const path =
      subject.kind === 'person'
        ? matrixPath('users', subject.person.userId, 'report')
        : matrixPath('rooms', subject.roomId, 'report');
    await ask(client, { method: Method.Post, path, body: words });
  }
  if (alsoBlock && subject.person) await block(client, subject.person.userId);
}

async function fileRequest(
  { requests }: ReportContext,
  roomId: RoomId,
  bodyOf: (provable: boolean) => Json,
): Promise<void> {
  const book = await requests.openBook();
  await withProofs((provable) => book.putAway(roomId, 'report', bodyOf(provable)));
}

/**
 * Of a message that was unsent the server may have forgotten the commitment a moment ago. Then it is
 * reported as what it is: a claim.
 */
async function withProofs(send: (provable: boolean) => Promise<unknown>): Promise<void> {
  try {
    await send(true);
  } catch (error) {
    if (readServerError(error).errcode !== 'APP.SOTTO.PROOF_UNAVAILABLE') throw error;
    await send(false);
  }
}

function entryOf(kept: KeptMessages, eventId: EventId, provable: boolean): Json {
  return { event_id: eventId, ...disclosureOf(kept, eventId, provable) };
}

function disclosureOf(kept: KeptMessages, eventId: EventId, provable: boolean): Json {
  const found = kept.find(eventId);
  return disclose(found && !provable && found.isRemoved ? asClaim(found) : found);
}

function asClaim(kept: KeptMessage): KeptMessage {
  return { ...kept, key: null, isCommitted: false };
}
