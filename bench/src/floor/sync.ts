import type { Inbox } from './inbox.ts';

/** The long poll: what is new, at once if there is anything, else when there is. */
export async function answerSync(inbox: Inbox, url: string): Promise<string> {
  const query = new URLSearchParams(url.slice(url.indexOf('?') + 1));
  const given = query.get('since');
  const since = given === null ? inbox.nextBatch : Number(given);
  if (given !== null && since === inbox.nextBatch) {
    await inbox.wait(Number(query.get('timeout') ?? '0'));
  }

  const entries = inbox.listAfter(since);
  if (entries === null) throw new Error('the token is too old');
  const eventsByRoom = new Map<string, string[]>();
  for (const { roomId, shown } of entries) {
    const events = eventsByRoom.get(roomId);
    if (events) events.push(shown);
    else eventsByRoom.set(roomId, [shown]);
  }
  const rooms = [...eventsByRoom].map(
    ([roomId, events]) =>
      `"${roomId}":{"timeline":{"limited":false,"events":[${events.join(',')}]}}`,
  );
  return `{"next_batch":"${inbox.nextBatch}","rooms":{"join":{${rooms.join(',')}}}}`;
}
