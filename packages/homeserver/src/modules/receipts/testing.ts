import type { OpenStorage } from '../../testing/each-database.ts';
import { startHomeserver, type Reply, type TestDevice } from '../../testing/homeserver.ts';

export const V3 = '/_matrix/client/v3';

/** A reply in a word or two. */
export function answer({ status, body }: Reply): string {
  return `${status} ${body.errcode ?? 'ok'}`;
}

let sent = 0;

export async function send(by: TestDevice, roomId: string, content: object = {}): Promise<string> {
  const path = `${V3}/rooms/${roomId}/send/m.room.message/${(sent += 1)}`;
  return (await by.call('PUT', path, { msgtype: 'm.text', body: 'hello', ...content })).body
    .event_id;
}

/** Moves a receipt of the given kind, `m.read` unless said otherwise. */
export function read(
  by: TestDevice,
  roomId: string,
  eventId: string,
  { type = 'm.read', body = {} }: { type?: string; body?: unknown } = {},
) {
  const path = `${V3}/rooms/${roomId}/receipt/${type}/${encodeURIComponent(eventId)}`;
  return by.call('POST', path, body);
}

/** What a device is told of one room since its last look; the first look is at everything. */
export function watch(device: TestDevice, roomId: string) {
  let since = '';
  return async () => {
    const { body } = await device.call('GET', `${V3}/sync?timeout=0${since}`);
    since = `&since=${body.next_batch}`;
    const room = body.rooms?.join?.[roomId];
    const ephemeral: { type: string; content: object }[] = room?.ephemeral?.events ?? [];
    return {
      receipts: ephemeral.find(({ type }) => type === 'm.receipt')?.content,
      typing: ephemeral.find(({ type }) => type === 'm.typing')?.content,
      settings: room?.account_data?.events,
      unread: room?.unread_notifications?.notification_count,
      presence: body.presence?.events,
    };
  };
}

/** Mira and Jonas share a room; Noor is a stranger. */
export async function startWithTwo(open: OpenStorage) {
  const server = await startHomeserver(open);
  const mira = await server.signUp('mira');
  const jonas = await server.signUp('jonas');
  const noor = await server.signUp('noor');
  const body = { invite: [jonas.userId], preset: 'trusted_private_chat' };
  const roomId = (await mira.call('POST', `${V3}/createRoom`, body)).body.room_id;
  await jonas.call('POST', `${V3}/rooms/${roomId}/join`, {});
  return { server, mira, jonas, noor, roomId };
}
