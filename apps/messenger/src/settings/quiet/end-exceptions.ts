import type { Outcome, QuietBook, QuietState } from '@sotto/client';
import type { RoomId, UserId } from '@sotto/protocol';
import { seenNames } from '../../quiet/exception-words.ts';

const DONE: Outcome = { ok: true, value: undefined };

async function inTurn(works: readonly (() => Promise<Outcome>)[]): Promise<Outcome> {
  for (const work of works) {
    const outcome = await work();
    if (!outcome.ok) return outcome;
  }
  return DONE;
}

/** Ends every exception made for somebody. */
export function endForPerson(
  quiet: QuietBook,
  state: QuietState,
  userId: UserId,
): Promise<Outcome> {
  const seen = seenNames.filter(({ thing }) => state.people[thing].has(userId));
  return inTurn([
    ...seen.map(
      ({ thing }) =>
        () =>
          quiet.setSeenBy(userId, thing, null),
    ),
    ...(state.reach.has(userId) ? [() => quiet.setReach(userId, null)] : []),
  ]);
}

/** Ends every exception made for a conversation. */
export function endForConversation(
  quiet: QuietBook,
  state: QuietState,
  id: RoomId,
): Promise<Outcome> {
  const seen = seenNames.filter(({ thing }) => state.conversations[thing].has(id));
  return inTurn(
    seen.map(
      ({ thing }) =>
        () =>
          quiet.setSeenIn(id, thing, null),
    ),
  );
}
