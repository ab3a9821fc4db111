import type { StoredSession } from './backup-key-store.ts';

type Sessions = AsyncIterable<StoredSession>;

/** A stored key as it goes over the wire. Its data are JSON already and stay as they are. */
function sessionText({ rank, sessionData }: StoredSession): string {
  const { first_message_index: first, forwarded_count: forwarded, is_verified: verified } = rank;
  return `{"first_message_index":${first},"forwarded_count":${forwarded},"is_verified":${verified},"session_data":${sessionData}}`;
}

/** `{"sessions":{…}}`, piece by piece. */
export async function* roomText(sessions: Sessions): AsyncGenerator<string> {
  yield '{"sessions":{';
  let separator = '';
  for await (const session of sessions) {
    yield `${separator}${JSON.stringify(session.sessionId)}:${sessionText(session)}`;
    separator = ',';
  }
  yield '}}';
}

/** `{"rooms":{…}}`, piece by piece, from keys in the order of their rooms. */
export async function* roomsText(sessions: Sessions): AsyncGenerator<string> {
  yield '{"rooms":{';
  let roomId: string | null = null;
  for await (const session of sessions) {
    const { roomId: next, sessionId } = session;
    const ends = roomId === null ? '' : '}},';
    const begins = next === roomId ? ',' : `${ends}${JSON.stringify(next)}:{"sessions":{`;
    yield `${begins}${JSON.stringify(sessionId)}:${sessionText(session)}`;
    roomId = next;
  }
  yield roomId === null ? '}}' : '}}}}';
}
